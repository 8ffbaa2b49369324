import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { folder } from "./sources.mjs";

const policy = "default-src 'none'; frame-ancestors 'none'";
const generated = {
  headers: [
    { source: "/(.*)", headers: [{ key: "Content-Security-Policy", value: policy }] },
    { source: "/other/(.*)", headers: [{ key: "X-Other", value: "1" }] },
  ],
};

/** Asks without tidying the path up, as `fetch` would. */
function ask(origin, path, method = "GET") {
  return new Promise((resolve, reject) => {
    const call = request(new URL(origin), { path, method }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part) => (body += part));
      const { statusCode: status, headers } = response;
      response.on("end", () => resolve({ status, headers, body }));
    });
    call.on("error", reject).end();
  });
}

test("the development server serves what production serves, and builds anew", async (context) => {
  const copy = mkdtempSync(join(tmpdir(), "page-"));
  context.after(() => rmSync(copy, { recursive: true }));
  for (const part of ["build.mjs", "build", "src"]) {
    cpSync(join(folder, part), join(copy, part), { recursive: true });
  }
  writeFileSync(join(copy, "vercel.json"), JSON.stringify(generated));
  const environment = { PATH: process.env.PATH, NEXT_PUBLIC_API_URL: "http://localhost:8080" };
  const server = spawn(process.execPath, ["build.mjs", "--serve"], {
    cwd: copy,
    env: { ...environment, PORT: "0" },
  });
  context.after(() => server.kill("SIGKILL"));
  let output = "";
  const said = (pattern) =>
    new Promise((resolve, reject) => {
      const look = () => pattern.test(output) && resolve(pattern.exec(output));
      server.stdout.on("data", (part) => {
        output += part;
        look();
      });
      server.stderr.on("data", (part) => (output += part));
      server.once("exit", () => reject(new Error(output)));
      look();
    });
  const [, origin] = await said(/page: (http:\/\/localhost:\d+)\n/);
  const local = origin.replace("localhost", "127.0.0.1");

  const page = await ask(local, "/");
  assert.equal(page.status, 200);
  assert.equal(page.headers["content-type"], "text/html; charset=utf-8");
  assert.equal(page.headers["content-security-policy"], policy);
  assert.equal(page.headers["x-other"], undefined);
  const style = /href="(\/assets\/tokens-[^"]+)"/.exec(page.body)[1];
  assert.equal((await ask(local, style)).headers["content-type"], "text/css; charset=utf-8");
  const inside = ["/tickets/1?status=open", "/../build.mjs", "/%2e%2e/build.mjs", "//x", "/no.js"];
  for (const path of inside) {
    const answer = await ask(local, path);
    assert.equal(answer.status, 200);
    assert.equal(answer.body, page.body, path);
  }
  assert.equal((await ask(local, "/", "HEAD")).body, "");
  assert.equal((await ask(local, "/", "POST")).status, 405);

  const taken = spawn(process.execPath, ["build.mjs", "--serve"], {
    cwd: copy,
    env: { ...environment, PORT: new URL(origin).port },
  });
  let complaint = "";
  taken.stderr.on("data", (part) => (complaint += part));
  assert.deepEqual(await once(taken, "exit"), [1, null]);
  assert.match(complaint, /^error: port \d+ is taken\n  help: /);

  const rebuilt = said(/built anew/);
  writeFileSync(join(copy, "src/styles/tokens.css"), ":root {\n}\n");
  await rebuilt;
  assert.ok(!(await ask(local, "/")).body.includes(style));

  const ended = once(server, "exit");
  server.kill("SIGTERM");
  assert.deepEqual(await ended, [0, null]);
});
