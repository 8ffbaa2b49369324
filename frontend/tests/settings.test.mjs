import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import test from "node:test";

import { readAPIOrigin, readPort } from "../build/settings.mjs";
import { folder } from "./sources.mjs";

const read = (text) => readAPIOrigin({ NEXT_PUBLIC_API_URL: text });

test("an origin of the API is taken as it is", () => {
  for (const origin of [
    "https://api.helpdesk.example",
    "https://backend-x1.onrender.com",
    "https://api.example.com:8443",
    "http://localhost:8080",
    "http://api.localhost:8080",
  ]) {
    assert.equal(read(origin), origin);
    assert.equal(read(`${origin}/`), origin);
  }
  assert.equal(read("https://API.example.com:443"), "https://api.example.com");
});

test("an origin that is missing or malformed is refused with the reason", () => {
  assert.throws(() => readAPIOrigin({}), /NEXT_PUBLIC_API_URL is not set/);
  for (const [value, reason] of [
    ["", /is not set/],
    ["api.example.com", /is no URL/],
    ["https://", /is no URL/],
    ["https://a b", /is no URL/],
    ["https://api.example.com;script-src *", /is no URL/],
    ["https://api.example.com\"", /is no URL/],
    ["ftp://api.example.com", /neither http nor https/],
    ["localhost:8080", /neither http nor https/],
    ["https://me:secret@api.example.com", /user name or password/],
    ["https://api.example.com/v1", /no mere origin/],
    ["https://api.example.com?x=1", /no mere origin/],
    ["https://api.example.com/#", /no mere origin/],
    ["http://api.example.com", /needs https/],
    ["http://127.0.0.1:8080", /needs https/],
  ]) {
    assert.throws(() => read(value), { message: reason, exitCode: 78 }, value);
  }
});

test("a port is a number that a port can be", () => {
  assert.equal(readPort({}), 3000);
  assert.equal(readPort({ PORT: "" }), 3000);
  assert.equal(readPort({ PORT: "0" }), 0);
  assert.equal(readPort({ PORT: "65535" }), 65535);
  for (const PORT of ["65536", "-1", "80a", "1e3", " 80"]) {
    assert.throws(() => readPort({ PORT }), /which is no port/);
  }
});

test("the command prints one sentence and its help, and builds nothing", () => {
  const hadOutput = existsSync(`${folder}dist`);
  const run = (environment, ...options) =>
    spawnSync(process.execPath, ["build.mjs", ...options], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...environment },
      encoding: "utf8",
    });

  const missing = run({});
  assert.equal(missing.status, 78);
  assert.match(missing.stderr, /^error: NEXT_PUBLIC_API_URL is not set\n  help: .+:8080\n$/);
  assert.equal(missing.stdout, "");

  const malformed = run({ NEXT_PUBLIC_API_URL: "api" }, "--serve");
  assert.equal(malformed.status, 78);
  assert.match(malformed.stderr, /^error: NEXT_PUBLIC_API_URL is 'api', which is no URL\n  help: /);

  const unknown = run({ NEXT_PUBLIC_API_URL: "https://a.example" }, "--watch");
  assert.equal(unknown.status, 64);
  assert.match(unknown.stderr, /^error: unknown argument '--watch'\n/);

  assert.equal(existsSync(`${folder}dist`), hadOutput);
});
