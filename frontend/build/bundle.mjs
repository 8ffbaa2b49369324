import { createHash } from "node:crypto";
import { posix } from "node:path";

import { BuildError } from "./errors.mjs";

/** The page itself, the one file whose name stays. */
export const page = "index.html";

/** How files of a kind name other files: always relative, so that nothing else can be meant. */
const references = {
  ".html": /(\b(?:src|href)=)"(\.{1,2}\/[^"]+)"/g,
  ".css": /(\burl\()"(\.{1,2}\/[^"]+)"/g,
  ".js": /(\bfrom\s*|\bimport\s*|\bnew URL\(\s*)"(\.{1,2}\/[^"]+)"/g,
};

/**
 * Turns sources into what is served: settings filled in, and every file but the page renamed after
 * its content, so that a browser may keep it forever.
 *
 * A name depends on the content and so on the names inside it; therefore files that name each other
 * in a circle are refused. The page preloads all modules, so that none is waited for in turn.
 */
export function bundle(sources, settings) {
  const built = new Map();
  const output = new Map();

  const visit = (path, chain) => {
    if (built.has(path)) return built.get(path);
    if (chain.includes(path)) {
      const circle = [...chain.slice(chain.indexOf(path)), path].join(" -> ");
      throw new BuildError(`files name each other in a circle: ${circle}`);
    }
    if (!sources.has(path)) {
      throw new BuildError(`'${chain.at(-1)}' names '${path}', which does not exist`);
    }
    const extension = posix.extname(path);
    const pattern = references[extension];
    let content = sources.get(path);
    if (pattern) {
      const filled = fill(content.toString("utf8"), path, settings, extension);
      const text = filled.replace(pattern, (_, before, target) => {
        const found = posix.join(posix.dirname(path), target);
        return `${before}"${address(visit(found, [...chain, path]), path)}"`;
      });
      content = Buffer.from(text);
    }
    const name = path === page ? page : hashedName(path, content);
    built.set(path, name);
    output.set(name, content);
    return name;
  };

  visit(page, []);
  preload(output, [...built.values()].filter((name) => name.endsWith(".js")));
  return new Map([...output].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** All assets lie in one folder, so modules name each other as neighbours. */
function address(name, from) {
  if (from === page) return `/${name}`;
  return `./${posix.basename(name)}`;
}

function hashedName(path, content) {
  const { name, ext } = posix.parse(path);
  const digest = createHash("sha256").update(path).update("\0").update(content).digest("hex");
  return `assets/${name}-${digest.slice(0, 12)}${ext}`;
}

function fill(text, path, settings, extension) {
  return text.replace(/%([A-Z][A-Z_]+)%/g, (_, key) => {
    if (!Object.hasOwn(settings, key)) {
      throw new BuildError(`'${path}' asks for the setting '${key}', which nothing gives`);
    }
    const value = settings[key];
    return extension === ".js" ? JSON.stringify(value).slice(1, -1) : value;
  });
}

function preload(output, modules) {
  const links = modules.sort().map((name) => `<link rel="modulepreload" href="/${name}">`);
  const text = output.get(page).toString("utf8");
  output.set(page, Buffer.from(text.replace("</head>", `  ${links.join("\n    ")}\n  </head>`)));
}
