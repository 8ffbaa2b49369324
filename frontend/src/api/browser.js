/** What the session needs of a browser, each with an answer where the browser refuses. */

/** The locks that all tabs share; a browser without them still takes turns within a tab. */
export function browserLocks() {
  if (navigator.locks) return navigator.locks;
  let last = Promise.resolve();
  return {
    request(_, task) {
      const turn = last.then(task);
      last = turn.catch(() => {});
      return turn;
    },
  };
}

/** Small notes that all tabs share: never a token. */
export function browserStorage() {
  const memory = new Map();
  return {
    read(key) {
      try {
        return localStorage.getItem(key) ?? undefined;
      } catch {
        return memory.get(key);
      }
    },
    write(key, value) {
      try {
        if (value === undefined) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch {
        memory.set(key, value);
      }
    },
  };
}

/** How a tab tells the others that someone logged in or out. */
export function browserChannel() {
  if (typeof BroadcastChannel === "undefined") return { post() {}, listen() {} };
  const channel = new BroadcastChannel("helpdesk.session");
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => channel.addEventListener("message", (event) => listener(event.data)),
  };
}
