import assert from "node:assert/strict";
import test from "node:test";

import { routeOf, ticketPath } from "../src/core/routes.js";
import { apiQuery, filtersOf, searchOf, viewOf, viewsFor } from "../src/model/filters.js";
import { story } from "../src/model/history.js";
import { partsOf } from "../src/model/links.js";
import { extended, refreshed } from "../src/model/pages.js";
import { mayChange, maySteer } from "../src/model/rights.js";
import { rules } from "../src/model/rules.js";
import { initials, labelOf, priorities, shortName } from "../src/model/words.js";

const agent = { id: "a1", role: "agent" };
const requester = { id: "r1", role: "requester" };

test("an address means one page", () => {
  assert.equal(routeOf("/").name, "list");
  assert.equal(routeOf("/tickets/abc/").parameters.id, "abc");
  assert.equal(routeOf("/tickets/a%2Fb").parameters.id, "a/b");
  assert.equal(routeOf("/new").name, "new");
  assert.equal(routeOf("/", "?status=open").query.get("status"), "open");
  for (const path of ["/tickets", "/tickets/a/b", "/tickets/%E0%A4%A", "/nowhere"]) {
    assert.equal(routeOf(path).name, "lost", path);
  }
  assert.equal(ticketPath("a/b", "?status=open"), "/tickets/a%2Fb?status=open");
});

test("filters are what the API knows, and go back into the same address", () => {
  const read = (text, account = agent) => filtersOf(new URLSearchParams(text), account);
  assert.deepEqual(read("status=open&priority=high&overdue=true&assignee=me"), {
    status: "open",
    priority: "high",
    overdue: "true",
    assignee: "me",
  });
  assert.deepEqual(read("status=closed&priority=&overdue=1&other=x"), {});
  assert.deepEqual(read("assignee=me", requester), {});
  assert.equal(searchOf(read("overdue=true&status=open")), "?status=open&overdue=true");
  assert.equal(searchOf({}), "");
  assert.deepEqual(apiQuery({ status: "assigned", assignee: "me" }, agent), {
    status: "assigned",
    assigneeId: "a1",
  });
  assert.deepEqual(apiQuery({ assignee: "x" }, agent), { assigneeId: "x" });
});

test("every view has its own filters, and is found by them", () => {
  for (const account of [agent, requester]) {
    const views = viewsFor(account);
    assert.equal(new Set(views.map((view) => searchOf(view.filters))).size, views.length);
    for (const view of views) assert.equal(viewOf(view.filters, account).name, view.name);
    assert.equal(viewOf({ priority: "low", status: "open" }, account), undefined);
  }
});

test("nobody is offered what the API would refuse", () => {
  const open = { status: "open", requesterId: "r1" };
  const resolved = { status: "resolved", requesterId: "r1" };
  assert.ok(mayChange(requester, open));
  assert.ok(!mayChange({ ...requester, id: "r2" }, open));
  assert.ok(!maySteer(requester, open));
  assert.ok(maySteer(agent, open) && maySteer({ id: "x", role: "admin" }, open));
  assert.ok(!mayChange(agent, resolved) && !maySteer(agent, resolved));
});

test("fields are held to the API's limits, counted in characters", () => {
  assert.equal(rules.newPassword("ten chars!"), undefined);
  assert.equal(rules.newPassword("short"), "must have at least 10 characters");
  assert.equal(rules.title("😀".repeat(200)), undefined);
  assert.equal(rules.title("x".repeat(201)), "must have at most 200 characters, not 201");
  assert.equal(rules.title(""), "is missing");
  for (const good of ["a@b", "first.last+tag@example.com", " a@b "]) {
    assert.equal(rules.email(good), undefined, good);
  }
  for (const bad of ["a", "a@", "@b", "a@b@c", "a b@c", "ü@example.com"]) {
    assert.equal(rules.email(bad), "must be an email address", bad);
  }
  assert.equal(rules.email(" "), "is missing");
});

test("addresses in what people write can be followed, and nothing else", () => {
  const links = (text) => partsOf(text).filter((part) => part.url).map((part) => part.url);
  assert.deepEqual(links("See https://a.example/x?y=1, or (http://b.example)."), [
    "https://a.example/x?y=1",
    "http://b.example",
  ]);
  assert.deepEqual(links("javascript:alert(1) ftp://a.example data:text/html,x http://"), []);
  const texts = ["", "plain", "https://a.example", "a https://b.example c\nhttps://d.example."];
  for (const text of texts) {
    assert.equal(partsOf(text).map((part) => part.text).join(""), text);
  }
});

const ticket = (n) => ({ id: `t${n}`, createdAt: `2030-01-0${n}` });

test("a page that was looked up anew replaces what it covers and keeps what is older", () => {
  const [five, four, three, two, one] = [5, 4, 3, 2, 1].map(ticket);
  const shown = { items: [four, three, two, one], nextCursor: "after one" };
  assert.deepEqual(refreshed(shown, { items: [five, four, three], nextCursor: "after three" }), {
    items: [five, four, three, two, one],
    nextCursor: "after one",
  });
  // `three` no longer fits the filter.
  assert.deepEqual(refreshed(shown, { items: [five, four, two], nextCursor: "after two" }).items, [
    five,
    four,
    two,
    one,
  ]);
  assert.deepEqual(refreshed(shown, { items: [two], nextCursor: null }), {
    items: [two],
    nextCursor: null,
  });
  assert.deepEqual(refreshed(shown, { items: [], nextCursor: null }).items, []);
  const page = (nextCursor) => ({ items: [four], nextCursor });
  assert.equal(refreshed(page("old"), page("new")).nextCursor, "new");
});

test("a further page brings no ticket twice", () => {
  const [three, two, one] = [3, 2, 1].map(ticket);
  const shown = { items: [three, two], nextCursor: "x" };
  const all = extended(shown, { items: [two, one], nextCursor: null });
  assert.deepEqual(all, { items: [three, two, one], nextCursor: null });
});

test("every kind of event is told", () => {
  const me = { id: "me" };
  for (const kind of ["created", "updated", "assigned", "resolved"]) {
    assert.match(story({ kind, actorId: "x", actorName: "Ada" }, me).text, /^Ada /, kind);
    assert.match(story({ kind, actorId: "me", actorName: "Me" }, me).text, /^You /, kind);
  }
  const escalated = story({ kind: "escalated", actorId: null, level: 2 }, me);
  assert.equal(escalated.text, "Overdue: escalated to level 2 of 3");
  assert.equal(story({ kind: "new kind", actorId: null }, me).text, "Helpdesk: new kind");
});

test("words have labels, names have initials", () => {
  assert.equal(labelOf(priorities, "urgent"), "Urgent");
  assert.equal(labelOf(priorities, "later"), "later");
  assert.equal(shortName("4a72ce00-0000"), "#4A72CE");
  assert.equal(initials("Ada Maria Brennan"), "AB");
  assert.equal(initials("  ada "), "A");
  assert.equal(initials("😀 Smile"), "😀S");
  assert.equal(initials(" "), "?");
});
