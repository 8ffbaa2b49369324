import assert from "node:assert/strict";
import test from "node:test";

import { Problem } from "../src/api/problem.js";
import { createPeople } from "../src/model/people.js";
import { createThread } from "../src/model/thread.js";
import { createTicketList } from "../src/model/ticket-list.js";

const ticket = (n, more = {}) => ({ id: `t${n}`, createdAt: `2030-01-0${n}`, ...more });
const away = new Problem({ kind: "unavailable", status: 503 });

test("of two lists the later one is shown, whichever answers first", async () => {
  const waiting = [];
  const api = { tickets: (query) => new Promise((resolve) => waiting.push({ query, resolve })) };
  const list = createTicketList(api);
  const first = list.open({ status: "open" });
  const second = list.open({ status: "resolved" });
  waiting[1].resolve({ items: [ticket(2)], nextCursor: null });
  waiting[0].resolve({ items: [ticket(1)], nextCursor: null });
  await Promise.all([first, second]);
  assert.deepEqual(list.state.value.items, [ticket(2)]);
});

test("a list that fails says so until it is there; a next page takes nothing away", async () => {
  let fault = away;
  const api = {
    tickets: async (_, { cursor }) => {
      if (fault) throw fault;
      if (cursor) return { items: [ticket(1)], nextCursor: null };
      return { items: [ticket(2)], nextCursor: "c" };
    },
  };
  const list = createTicketList(api);
  const statuses = [];
  list.state.observe(({ status }) => statuses.at(-1) !== status && statuses.push(status));
  await list.open({});
  await list.poll();
  assert.equal(list.state.value.problem, away);
  fault = undefined;
  await list.poll();
  assert.deepEqual(statuses, ["loading", "failed", "ready"]);
  fault = away;
  await list.more();
  assert.deepEqual(list.state.value.items, [ticket(2)]);
  assert.equal(list.state.value.extension, away);
  fault = undefined;
  await list.more();
  assert.deepEqual(list.state.value.items, [ticket(2), ticket(1)]);
  assert.equal(list.state.value.extension, undefined);
});

test("looking again tells how many are new, and a changed one is put in its place", async () => {
  let items = [ticket(1)];
  const list = createTicketList({ tickets: async () => ({ items, nextCursor: null }) });
  await list.open({});
  items = [ticket(3), ticket(2), ticket(1)];
  assert.equal(await list.poll(), 2);
  assert.equal(await list.poll(), 0);
  list.put(ticket(2, { status: "resolved" }));
  assert.equal(list.state.value.items[1].status, "resolved");
  list.put(ticket(9));
  assert.equal(list.state.value.items.length, 3);
});

test("a ticket's history is read to its end, and from its end on afterwards", async () => {
  const events = Array.from({ length: 5 }, (_, index) => ({ id: index + 1, kind: "commented" }));
  const asked = [];
  const api = {
    ticket: async () => ticket(1),
    comment: async () => events.push({ id: events.length + 1, kind: "commented" }),
    events: async (_, { cursor = 0 }) => {
      asked.push(cursor);
      const rest = events.filter(({ id }) => id > cursor);
      return { items: rest.slice(0, 2), nextCursor: rest.length > 2 ? String(rest[1].id) : null };
    },
  };
  const thread = createThread(api, "t1");
  await thread.load();
  assert.deepEqual(thread.state.value.events.map(({ id }) => id), [1, 2, 3, 4, 5]);
  await Promise.all([thread.comment("x"), thread.poll()]);
  assert.deepEqual(thread.state.value.events.map(({ id }) => id), [1, 2, 3, 4, 5, 6]);
  assert.deepEqual(asked.slice(0, 3), [0, "2", "4"]);
  assert.ok(asked.slice(3).every((cursor) => Number(cursor) >= 5));
});

test("a change is shown even when the history cannot be looked up after it", async () => {
  const api = {
    ticket: async () => ticket(1, { status: "open" }),
    events: async () => ({ items: [], nextCursor: null }),
    resolve: async () => ticket(1, { status: "resolved" }),
  };
  const thread = createThread(api, "t1");
  await thread.load();
  api.events = async () => {
    throw away;
  };
  await thread.resolve();
  assert.equal(thread.state.value.ticket.status, "resolved");
  api.resolve = async () => {
    throw new Problem({ kind: "conflict", status: 409 });
  };
  await assert.rejects(thread.resolve(), { status: 409 });
});

test("agents look names up once, and what cannot be found is not looked for again", async () => {
  const me = { id: "me", name: "Me", role: "agent" };
  let calls = 0;
  const api = {
    accounts: async ({ cursor }) => {
      calls += 1;
      return cursor
        ? { items: [{ id: "two", name: "Two", role: "requester" }], nextCursor: null }
        : { items: [{ id: "one", name: "One", role: "requester" }], nextCursor: "c" };
    },
  };
  const people = createPeople(api, me);
  await Promise.all([people.find(["one"]), people.find(["one", null])]);
  assert.equal(calls, 1);
  await people.find(["two", "gone"]);
  await people.find(["gone"]);
  assert.equal(calls, 3);
  const subjects = ["one", "two", "gone", "me"].map((id) => people.subject(id));
  assert.deepEqual(subjects, ["One", "Two", "Someone", "You"]);
});

test("to requesters everyone else is the support team, without a request", async () => {
  const api = {
    accounts: async () => {
      throw new Error("asked");
    },
  };
  const people = createPeople(api, { id: "me", name: "Me", role: "requester" });
  await people.find(["x"]);
  assert.equal(people.nameOf("x"), "Support");
  assert.equal(people.nameOf("me"), "Me");
});
