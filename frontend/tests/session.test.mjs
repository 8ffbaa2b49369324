import assert from "node:assert/strict";
import test from "node:test";

import { Problem } from "../src/api/problem.js";
import { createSession } from "../src/api/session.js";

const ada = { id: "a1", name: "Ada", role: "agent" };
const denied = (kind) => new Problem({ kind, status: 401 });

/** A server whose refresh tokens work once, and what the tabs of one browser share. */
function createWorld() {
  const world = { now: 1_000_000, account: ada, refreshes: 0, atOnce: 0, most: 0, requests: 0 };
  let cookie;
  const valid = new Set();
  let count = 0;
  const tabs = [];
  let last = Promise.resolve();
  const notes = new Map();

  let isRevoked = false;
  const open = () => {
    count += 1;
    cookie = `cookie ${count}`;
    valid.add(`token ${count}`);
    return { accessToken: `token ${count}`, expiresIn: 900, account: world.account };
  };

  world.send = async (method, path, { token } = {}) => {
    if (world.fault) throw world.fault;
    if (path === "/auth/login") return open();
    if (path === "/auth/logout") {
      cookie = undefined;
      return undefined;
    }
    if (path === "/auth/refresh") {
      world.refreshes += 1;
      world.atOnce += 1;
      world.most = Math.max(world.most, world.atOnce);
      const sent = cookie;
      await new Promise((resolve) => setTimeout(resolve, 2));
      world.atOnce -= 1;
      if (!sent) throw denied("no-session");
      if (isRevoked || sent !== cookie) throw denied("session-ended");
      return open();
    }
    world.requests += 1;
    if (!valid.has(token)) throw denied("unauthenticated");
    return { path };
  };
  world.expire = () => valid.clear();
  world.revoke = () => {
    isRevoked = true;
  };
  world.loseCookie = () => {
    cookie = undefined;
  };
  world.notes = notes;
  world.tab = () => {
    const listeners = [];
    const tab = { listeners };
    tabs.push(tab);
    tab.session = createSession({
      send: world.send,
      now: () => world.now,
      pause: async (milliseconds) => {
        world.now += milliseconds;
      },
      locks: {
        request(_, task) {
          const turn = last.then(task);
          last = turn.catch(() => {});
          return turn;
        },
      },
      storage: {
        read: (key) => notes.get(key),
        write: (key, value) => (value === undefined ? notes.delete(key) : notes.set(key, value)),
      },
      channel: {
        post(message) {
          const others = tabs.filter((other) => other !== tab);
          for (const listener of others.flatMap((other) => other.listeners)) listener(message);
        },
        listen: (listener) => listeners.push(listener),
      },
    });
    return tab.session;
  };
  return world;
}

test("whoever was never here is asked to log in without a request", async () => {
  const world = createWorld();
  const session = world.tab();
  await session.start();
  assert.deepEqual(session.state.value, { status: "out", reason: undefined });
  assert.equal(world.refreshes, 0);
});

test("a log-in lasts over a reload, and no token is left in the notes", async () => {
  const world = createWorld();
  await world.tab().logIn("a@b", "secret");
  assert.deepEqual([...world.notes], [["helpdesk.session", "new"]]);
  const again = world.tab();
  await again.start();
  assert.equal(again.state.value.account, ada);
  assert.deepEqual([...world.notes], [["helpdesk.session", "kept"]]);
});

test("an access token that has expired is exchanged unseen, once for all requests", async () => {
  const world = createWorld();
  const session = world.tab();
  await session.logIn("a@b", "secret");
  world.expire();
  const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => session.request("GET", `/${n}`)));
  assert.deepEqual(answers.map(({ path }) => path), ["/1", "/2", "/3", "/4", "/5"]);
  assert.equal(world.refreshes, 1);
  assert.equal(session.state.value.status, "in");
});

test("a token near its end is exchanged before it is refused", async () => {
  const world = createWorld();
  const session = world.tab();
  await session.logIn("a@b", "secret");
  world.now += 890_000;
  await session.request("GET", "/x");
  assert.equal(world.refreshes, 1);
  assert.equal(world.requests, 1);
});

test("the tabs of a browser take turns, so none uses another's token", async () => {
  const world = createWorld();
  await world.tab().logIn("a@b", "secret");
  const tabs = Array.from({ length: 8 }, world.tab);
  await Promise.all(tabs.map((tab) => tab.start()));
  world.expire();
  await Promise.all(tabs.map((tab) => tab.request("GET", "/x")));
  assert.equal(world.most, 1);
  for (const tab of tabs) assert.equal(tab.state.value.status, "in");
});

test("logging out ends the session in every tab", async () => {
  const world = createWorld();
  const [one, two] = [world.tab(), world.tab()];
  await one.logIn("a@b", "secret");
  await two.start();
  await two.logOut();
  assert.deepEqual(one.state.value, { status: "out", reason: "left" });
  assert.deepEqual(two.state.value, { status: "out", reason: "left" });
  assert.equal(world.notes.size, 0);
});

test("logging out that fails leaves the session as it is", async () => {
  const world = createWorld();
  const session = world.tab();
  await session.logIn("a@b", "secret");
  world.fault = Problem.unreachable();
  await assert.rejects(session.logOut());
  assert.equal(session.state.value.status, "in");
});

test("another role, or another person, is told to whoever shows the page", async () => {
  const world = createWorld();
  const session = world.tab();
  await session.logIn("a@b", "secret");
  const seen = [];
  session.state.observe((state) => seen.push(state.account.role));
  world.expire();
  await session.request("GET", "/x");
  world.account = { ...ada, role: "admin" };
  world.expire();
  await session.request("GET", "/x");
  assert.deepEqual(seen, ["agent", "admin"]);
});

test("a session that is over says why", async () => {
  const world = createWorld();
  const session = world.tab();
  await session.logIn("a@b", "secret");
  world.expire();
  await session.request("GET", "/x");
  world.expire();
  world.loseCookie();
  await assert.rejects(session.request("GET", "/x"), { status: 401 });
  assert.deepEqual(session.state.value, { status: "out", reason: "ended" });
});

test("a browser that does not keep the cookie is found out at the first exchange", async () => {
  const world = createWorld();
  await world.tab().logIn("a@b", "secret");
  world.loseCookie();
  const again = world.tab();
  await again.start();
  assert.deepEqual(again.state.value, { status: "out", reason: "unkept" });
});

test("a session that was ended elsewhere is not taken for a cookie that was not kept", async () => {
  const world = createWorld();
  await world.tab().logIn("a@b", "secret");
  world.revoke();
  const again = world.tab();
  await again.start();
  assert.deepEqual(again.state.value, { status: "out", reason: "ended" });
});

test("an API that is away ends no session", async () => {
  const world = createWorld();
  await world.tab().logIn("a@b", "secret");
  const again = world.tab();
  world.fault = new Problem({ kind: "unavailable", status: 503 });
  await assert.rejects(again.start(), { status: 503 });
  assert.equal(again.state.value.status, "unknown");
  world.fault = undefined;
  await again.start();
  assert.equal(again.state.value.status, "in");
});

test("an exchange that a page was left during is waited for", async () => {
  const world = createWorld();
  await world.tab().logIn("a@b", "secret");
  world.notes.set("helpdesk.refreshing", String(world.now - 500));
  const begun = world.now;
  await world.tab().start();
  assert.equal(world.now - begun, 1500);
  assert.ok(!world.notes.has("helpdesk.refreshing"));
  world.notes.set("helpdesk.refreshing", String(world.now - 60_000));
  const later = world.now;
  await world.tab().start();
  assert.equal(world.now, later);
});
