import assert from "node:assert/strict";
import test from "node:test";

import { bundle } from "../build/bundle.mjs";
import { sources } from "./sources.mjs";

const settings = { API_ORIGIN: "https://api.example.com" };
const tree = (files) =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
const head = (text) => `<head>\n${text}\n</head>`;
const named = (files, start) =>
  [...files.keys()].find((name) => name.startsWith(`assets/${start}-`));

test("every file but the page is named after its content and what it names", () => {
  const make = (inner) =>
    bundle(
      tree({
        "index.html": head('<script type="module" src="./a.js"></script>'),
        "a.js": 'import { b } from "./deep/b.js";',
        "deep/b.js": `export const b = ${inner};\nimport "../c.js";`,
        "c.js": "",
        "unused.js": "",
      }),
      {},
    );
  const one = make(1);
  const two = make(2);
  assert.equal(named(one, "c"), named(two, "c"));
  assert.notEqual(named(one, "b"), named(two, "b"));
  assert.notEqual(named(one, "a"), named(two, "a"));
  assert.equal(named(one, "unused"), undefined);
  const inner = one.get(named(one, "b")).toString();
  assert.ok(inner.includes(`"./${named(one, "c").slice("assets/".length)}"`), inner);
  assert.ok(one.get("index.html").toString().includes(`src="/${named(one, "a")}"`));
  const outer = one.get(named(one, "a")).toString();
  assert.match(outer, /^import \{ b \} from "\.\/b-[0-9a-f]{12}\.js";$/);
});

test("files with one name in two folders do not meet", () => {
  const files = bundle(
    tree({
      "index.html": head('<script src="./a.js"></script>'),
      "a.js": 'import "./x/same.js"; import "./y/same.js";',
      "x/same.js": "",
      "y/same.js": "",
    }),
    {},
  );
  assert.equal([...files.keys()].filter((name) => name.startsWith("assets/same-")).length, 2);
});

test("a file that is not there, a circle and an unknown setting are told by name", () => {
  const page = head('<link href="./a.css">');
  assert.throws(() => bundle(tree({ "index.html": page }), {}), {
    message: "'index.html' names 'a.css', which does not exist",
  });
  assert.throws(
    () =>
      bundle(
        tree({
          "index.html": head('<script src="./a.js">'),
          "a.js": 'import "./b.js";',
          "b.js": 'import "./a.js";',
        }),
        {},
      ),
    { message: "files name each other in a circle: a.js -> b.js -> a.js" },
  );
  assert.throws(() => bundle(tree({ "index.html": "%NO_SUCH%" }), {}), {
    message: "'index.html' asks for the setting 'NO_SUCH', which nothing gives",
  });
});

test("the page is built the same each time, and names only what is there", () => {
  const one = bundle(sources, settings);
  const two = bundle(new Map([...sources].reverse()), settings);
  assert.deepEqual([...one.keys()], [...two.keys()]);
  for (const [name, content] of one) assert.ok(content.equals(two.get(name)), name);

  const page = one.get("index.html").toString();
  const addresses = [...page.matchAll(/(?:src|href)="\/([^"]*)"/g)].map((match) => match[1]);
  assert.ok(addresses.length > 20);
  for (const address of addresses) assert.ok(one.has(address), address);
  for (const name of one.keys()) {
    if (!name.endsWith(".js")) continue;
    assert.ok(page.includes(`<link rel="modulepreload" href="/${name}">`), name);
  }
});

test("every source is part of the page", () => {
  // A module that nothing names would be left out in silence.
  assert.equal(bundle(sources, settings).size, sources.size);
});

test("the API's origin is compiled in, and the page's own policy lets it call nothing else", () => {
  const files = bundle(sources, settings);
  assert.match(
    files.get(named(files, "config")).toString(),
    /export const apiOrigin = "https:\/\/api\.example\.com";/,
  );
  const page = files.get("index.html").toString();
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)[1];
  const rules = Object.fromEntries(
    policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1).join(" ")]),
  );
  assert.deepEqual(rules, {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "https://api.example.com",
    "base-uri": "'none'",
    "form-action": "'self'",
  });
  assert.ok(page.indexOf("Content-Security-Policy") < page.indexOf("<link"));
  assert.doesNotMatch([...files.values()].join("\n"), /%[A-Z_]+%/);
});
