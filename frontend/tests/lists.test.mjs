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

test("all agents are read, page by page, and are offered by name", async () => {
  const pages = {
    agent: [["Zoe"], ["Bob"]],
    admin: [["Eve"]],
  };
  const api = {
    accounts: async ({ role, cursor = "0" }) => {
      const found = pages[role][Number(cursor)].map((name) => ({ id: name, name, role }));
      const next = Number(cursor) + 1;
      return { items: found, nextCursor: next < pages[role].length ? String(next) : null };
    },
  };
  const people = createPeople(api, { id: "me", name: "Me", role: "agent" });
  people.learn([{ id: "r", name: "Ann", role: "requester" }]);
  await people.readAgents();
  assert.deepEqual(people.agents().map(({ name }) => name), ["Bob", "Eve", "Me", "Zoe"]);
});
