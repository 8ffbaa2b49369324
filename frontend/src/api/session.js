import { createStore } from "../core/store.js";

const lockName = "helpdesk.session";
const hintKey = "helpdesk.session";
const busyKey = "helpdesk.refreshing";

/** How long before its end a token is exchanged, in milliseconds. */
const margin = 20_000;

/** How long an exchange may still be under way that a page began and was left during. */
const abandoned = 2_000;

/**
 * Who is logged in, and the tokens that prove it.
 *
 * The access token lives in this closure alone. The refresh token is a cookie that scripts cannot
 * read; each use replaces it and a second use of the same one ends the log-in, so the tabs of a
 * browser take turns under one lock.
 */
export function createSession({ send, locks, storage, channel, now = Date.now, pause = sleep }) {
  const state = createStore({ status: "unknown" });
  let token;
  let expires = 0;
  let refreshing;

  const accept = (answer, hint) => {
    token = answer.accessToken;
    expires = now() + answer.expiresIn * 1000;
    storage.write(hintKey, hint);
    const known = state.value.account;
    if (JSON.stringify(known) !== JSON.stringify(answer.account)) {
      state.set({ status: "in", account: answer.account });
    }
  };

  const end = (reason) => {
    token = undefined;
    expires = 0;
    storage.write(hintKey, undefined);
    if (state.value.status !== "out") state.set({ status: "out", reason });
  };

  const exchange = async () => {
    const begun = Number(storage.read(busyKey) ?? 0);
    const age = now() - begun;
    if (age >= 0 && age < abandoned) await pause(abandoned - age);
    storage.write(busyKey, String(now()));
    try {
      accept(await send("POST", "/auth/refresh", { session: true }), "kept");
    } catch (problem) {
      if (problem.status === 401 || problem.status === 403) {
        const wasNew = storage.read(hintKey) === "new";
        // Where the browser did not keep the cookie, the very first exchange comes without it.
        end(wasNew && problem.kind === "no-session" ? "unkept" : "ended");
      }
      throw problem;
    } finally {
      storage.write(busyKey, undefined);
    }
  };

  const refresh = () => {
    refreshing ??= locks.request(lockName, exchange).finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  };

  /** Sends a request as the person who is logged in; an old token is exchanged unseen. */
  const request = async (method, path, options = {}) => {
    if (!token || now() > expires - margin) await refresh();
    const used = token;
    try {
      return await send(method, path, { ...options, token: used });
    } catch (problem) {
      if (problem.status !== 401) throw problem;
      if (token === used) await refresh();
      return send(method, path, { ...options, token });
    }
  };

  const start = async () => {
    if (storage.read(hintKey) === undefined) return end(undefined);
    await refresh().catch((problem) => {
      if (problem.isPassing) throw problem;
      end("ended");
    });
  };

  const logIn = (email, password) =>
    locks.request(lockName, async () => {
      const body = { email, password };
      accept(await send("POST", "/auth/login", { body, session: true }), "new");
      channel.post("in");
    });

  const register = async (name, email, password) => {
    await send("POST", "/auth/register", { body: { email, password, name } });
    await logIn(email, password);
  };

  const logOut = () =>
    locks.request(lockName, async () => {
      await send("POST", "/auth/logout", { session: true });
      end("left");
      channel.post("out");
    });

  channel.listen((message) => {
    if (message === "out") end("left");
    // Perhaps as somebody else, which the next token tells.
    if (message === "in") refresh().catch(() => {});
  });

  return { state, request, start, logIn, register, logOut };
}

function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

