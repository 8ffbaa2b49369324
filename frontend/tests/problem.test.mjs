import assert from "node:assert/strict";
import test from "node:test";

import { createConnection } from "../src/api/connection.js";
import { Problem } from "../src/api/problem.js";
import { createTransport, queryText } from "../src/api/transport.js";

const answer = (status, body, headers = {}) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });

test("problem details become fields and sentences", async () => {
  const invalid = await Problem.of(
    answer(422, {
      type: "urn:problem:helpdesk:invalid",
      title: "Invalid input",
      errors: [
        { pointer: "/title", detail: "is missing" },
        { pointer: "/a~1b~0c", detail: "is not known here" },
        { pointer: "?limit", detail: "is there twice" },
      ],
    }),
  );
  assert.equal(invalid.kind, "invalid");
  assert.deepEqual(invalid.faults.map((fault) => fault.field), ["title", "a/b~c", "limit"]);
  const conflict = await Problem.of(answer(409, { detail: "the ticket is resolved" }));
  assert.equal(conflict.text, "The ticket is resolved.");
  const failed = await Problem.of(answer(500, { requestId: "abc" }));
  assert.match(failed.text, /our side.*abc\./);
});

test("an answer that is no problem details is a problem all the same", async () => {
  for (const body of ["<html>", "", "null", '"text"', '{"errors":"x"}', '{"errors":[null]}']) {
    const problem = await Problem.of(answer(502, body));
    assert.equal(problem.status, 502);
    assert.ok(problem.isPassing);
    assert.match(problem.text, /can’t answer just now/);
  }
});

test("Retry-After is understood as seconds and as a date", async () => {
  const now = Date.parse("2030-01-01T00:00:00Z");
  const after = async (text) => {
    const response = answer(503, {}, { "Retry-After": text });
    return (await Problem.of(response, now)).retryAfter;
  };
  assert.equal(await after("2"), 2);
  assert.equal(await after("Tue, 01 Jan 2030 00:01:00 GMT"), 60);
  assert.equal(await after("Mon, 31 Dec 2029 00:00:00 GMT"), 0);
  assert.equal(await after("soon"), undefined);
  const many = await Problem.of(answer(429, {}, { "Retry-After": "840" }));
  assert.equal(many.text, "Too many attempts. Try again in 14 minutes.");
  const few = await Problem.of(answer(503, {}, { "Retry-After": "1" }));
  assert.match(few.text, /Try again in 1 second\./);
});

test("a request carries what it must and nothing more", async () => {
  const calls = [];
  const send = createTransport({
    origin: "https://api.example.com",
    fetch: async (url, options) => {
      calls.push({ url, options });
      return answer(200, { fine: true });
    },
  });
  await send("POST", "/tickets", { body: { a: 1 }, token: "t" });
  await send("GET", "/tickets", { query: { status: "open", cursor: undefined, priority: "" } });
  await send("POST", "/auth/refresh", { session: true });
  assert.equal(calls[0].options.headers.Authorization, "Bearer t");
  assert.equal(calls[0].options.credentials, "omit");
  assert.equal(calls[1].url, "https://api.example.com/tickets?status=open");
  assert.equal(calls[1].options.headers["Content-Type"], undefined);
  assert.equal(calls[2].options.credentials, "include");
  assert.ok(calls[2].options.keepalive);
  assert.equal(calls[2].options.body, undefined);
});

test("a query is escaped", () => {
  assert.equal(queryText({ a: "x&y=1", b: 2 }), "?a=x%26y%3D1&b=2");
  assert.equal(queryText(), "");
});

test("what gets no answer, or one that is cut off, is a problem that may pass", async () => {
  for (const fetch of [
    async () => {
      throw new TypeError("failed");
    },
    async () => answer(200, '{"half":'),
  ]) {
    const reports = [];
    const send = createTransport({ origin: "", fetch, report: (problem) => reports.push(problem) });
    await assert.rejects(send("GET", "/"), (problem) => problem.kind === "unreachable");
    assert.equal(reports[0].kind, "unreachable");
  }
});

test("while the API is away it is asked ever more seldom, and at the time that it names", () => {
  let now = 0;
  const connection = createConnection({ now: () => now });
  const waits = [];
  for (let count = 0; count < 7; count += 1) {
    connection.report(Problem.unreachable());
    // Others that fail at the same moment change nothing.
    connection.report(Problem.unreachable());
    waits.push(connection.delay() / 1000);
    now += connection.delay();
  }
  assert.deepEqual(waits, [2, 4, 8, 15, 30, 30, 30]);
  connection.report(undefined);
  assert.equal(connection.delay(), undefined);
  connection.report(new Problem({ kind: "unavailable", status: 503, retryAfter: 7 }));
  assert.equal(connection.delay(), 7000);
  assert.equal(connection.trouble.value.kind, "unavailable");
  // An answer of any other kind shows that the API is there.
  connection.report(new Problem({ kind: "not-found", status: 404 }));
  assert.equal(connection.trouble.value, undefined);
});
