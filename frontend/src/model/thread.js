import { createStore } from "../core/store.js";

/** The most events that the API gives at once. */
const page = 100;

/**
 * One ticket with its history.
 *
 * Events are never changed, only added, so looking again asks for those behind the last one.
 */
export function createThread(api, id) {
  const state = createStore({ status: "loading", ticket: undefined, events: [] });

  const newEvents = async () => {
    const found = [];
    let cursor = state.value.events.at(-1)?.id;
    for (;;) {
      const answer = await api.events(id, { cursor, limit: page });
      found.push(...answer.items);
      if (answer.nextCursor === null) return found;
      cursor = answer.nextCursor;
    }
  };

  const add = (events) => {
    const last = state.value.events.at(-1)?.id ?? 0;
    const fresh = events.filter((event) => event.id > last);
    return fresh.length === 0 ? state.value.events : [...state.value.events, ...fresh];
  };

  const poll = async () => {
    const [ticket, events] = await Promise.all([api.ticket(id), newEvents()]);
    state.set({ status: "ready", ticket, events: add(events) });
  };

  const load = async () => {
    state.change({ status: "loading", problem: undefined });
    try {
      await poll();
    } catch (problem) {
      state.change({ status: "failed", problem });
    }
  };

  /** Shows the ticket that a change answered with, then what it left in the history. */
  const changed = async (ticket) => {
    state.change({ ticket });
    await poll().catch(() => {});
  };

  return {
    state,
    load,
    poll,
    update: async (change) => changed(await api.update(id, change)),
    assign: async (assigneeId) => changed(await api.assign(id, assigneeId)),
    resolve: async () => changed(await api.resolve(id)),
    comment: async (text) => {
      await api.comment(id, text);
      await poll().catch(() => {});
    },
  };
}
