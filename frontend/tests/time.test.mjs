import assert from "node:assert/strict";
import test from "node:test";

import { ago, agoShort, calendarDay, due, localInput, momentOf, span } from "../src/model/time.js";

const now = Date.parse("2030-03-10T12:00:00Z");
const hour = 3_600_000;
const at = (offset) => new Date(now + offset).toISOString();

test("lengths of time are in one unit", () => {
  assert.equal(span(1), "1 min");
  assert.equal(span(25 * 60_000), "25 min");
  assert.equal(span(hour), "1 hour");
  assert.equal(span(-5 * hour), "5 hours");
  assert.equal(span(24 * hour), "1 day");
  assert.equal(span(60 * hour), "3 days");
});

test("what has passed is told from now", () => {
  assert.equal(ago(at(-5_000), now), "just now");
  assert.equal(ago(at(5_000), now), "just now");
  assert.equal(ago(at(-3 * hour), now), "3 hours ago");
  assert.equal(agoShort(at(-3 * hour), now), "3 h");
  assert.equal(agoShort(at(-50 * hour), now), "2 d");
  assert.equal(ago(at(-200 * hour), now), calendarDay(at(-200 * hour), now));
});

test("a due time says how it should feel", () => {
  const open = (dueAt) => due({ status: "open", dueAt }, now);
  assert.deepEqual(open(at(30 * 60_000)), { text: "Due in 30 min", tone: "soon" });
  assert.deepEqual(open(at(5 * hour)), { text: "Due in 5 hours", tone: "calm" });
  assert.deepEqual(open(at(0)), { text: "Overdue by 1 min", tone: "late" });
  assert.deepEqual(open(at(-26 * hour)), { text: "Overdue by 1 day", tone: "late" });
  assert.match(open(at(1000 * hour)).text, /^Due \d+ \w+$/);
  const resolved = (resolvedAt) => due({ status: "resolved", dueAt: at(0), resolvedAt }, now);
  assert.equal(resolved(at(-1)).text, "Resolved in time");
  assert.equal(resolved(at(1)).text, "Resolved late");
});

test("days carry their year where it is another one", () => {
  assert.equal(calendarDay("2030-03-01T12:00:00Z", now, "en-GB"), "1 Mar");
  assert.equal(calendarDay("2029-03-01T12:00:00Z", now, "en-GB"), "1 Mar 2029");
});

test("the clock of an input and the moment of the API are the same", () => {
  const moment = "2030-03-10T12:34:00.000Z";
  assert.equal(momentOf(localInput(moment)), moment);
  assert.equal(momentOf(""), undefined);
  assert.equal(momentOf("nonsense"), undefined);
});
