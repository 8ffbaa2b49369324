import { existsSync, readFileSync, watch } from "node:fs";
import { createServer } from "node:http";
import { posix } from "node:path";

import { page } from "./bundle.mjs";
import { BuildError } from "./errors.mjs";
import { foldersIn } from "./files.mjs";

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/**
 * Serves the page on this machine alone, and builds it anew when a source changes.
 *
 * A build that fails is reported and the last good one stays. Headers are those that the
 * description gives to Vercel; they are read from the file that is generated from it.
 */
export async function serve({ folder, make, port }) {
  let files = make();
  const headers = readHeaders(`${folder}vercel.json`);
  const server = createServer((request, response) => answer(request, response, files, headers));
  await listen(server, port);
  console.log(`page: http://localhost:${server.address().port}`);

  let timer;
  const buildAnew = () => {
    try {
      files = make();
      console.log("built anew");
    } catch (error) {
      console.error(error instanceof BuildError ? error.report : error);
    }
  };
  // Folder by folder: not every Node.js can watch a tree on Linux.
  const watchers = foldersIn(`${folder}src`).map((path) =>
    watch(path, () => {
      clearTimeout(timer);
      timer = setTimeout(buildAnew, 50);
    }),
  );
  const stop = () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    server.close();
    server.closeAllConnections();
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
}

/** The headers that every answer has, from a generated vercel.json where there is one. */
export function readHeaders(path) {
  if (!existsSync(path)) return [];
  const rules = JSON.parse(readFileSync(path, "utf8")).headers ?? [];
  return rules
    .filter((rule) => rule.source === "/(.*)" && !rule.has && !rule.missing)
    .flatMap((rule) => rule.headers.map(({ key, value }) => [key, value]));
}

function answer(request, response, files, headers) {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.setHeader("Cache-Control", "no-store");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  // As the description's rewrite does it: what is no file is an address inside the page.
  const asked = request.url.split(/[?#]/, 1)[0].slice(1);
  const name = files.has(asked) ? asked : page;
  response.writeHead(200, { "Content-Type": types[posix.extname(name)] });
  response.end(request.method === "HEAD" ? undefined : files.get(name));
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (error.code !== "EADDRINUSE" && error.code !== "EACCES") return reject(error);
      const why = error.code === "EACCES" ? "may not be used" : "is taken";
      const help = "choose another: PORT=3001 node build.mjs --serve";
      reject(new BuildError(`port ${port} ${why}`, { help }));
    });
    server.listen(port, "127.0.0.1", resolve);
  });
}
