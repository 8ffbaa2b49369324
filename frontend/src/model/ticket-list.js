import { createStore } from "../core/store.js";
import { extended, largestPage, pageSize, refreshed } from "./pages.js";

const nothing = { items: [], nextCursor: null, status: "loading", problem: undefined };

/**
 * The tickets that a query finds, as far as they were asked for.
 *
 * `status` is `loading`, `ready` or `failed`; `isExtending` and `extension` speak of the next page
 * alone, so that a page that fails does not take away the ones before it.
 */
export function createTicketList(api) {
  const state = createStore(nothing);
  let query;
  let turn = 0;

  const load = async ({ isQuiet = false } = {}) => {
    turn += 1;
    const mine = turn;
    if (!isQuiet) state.set(nothing);
    try {
      const page = await api.tickets(query, { limit: pageSize });
      if (mine === turn) state.set({ ...page, status: "ready" });
    } catch (problem) {
      if (mine === turn) state.set({ ...nothing, status: "failed", problem });
    }
  };

  const more = async () => {
    const { nextCursor, isExtending } = state.value;
    if (nextCursor === null || isExtending) return;
    const mine = turn;
    state.change({ isExtending: true, extension: undefined });
    try {
      const page = await api.tickets(query, { cursor: nextCursor, limit: pageSize });
      if (mine === turn) state.change({ ...extended(state.value, page), isExtending: false });
    } catch (problem) {
      if (mine === turn) state.change({ isExtending: false, extension: problem });
    }
  };

  /** Looks the shown tickets up again, and tells how many are new. */
  const poll = async () => {
    if (state.value.status === "failed") {
      // What went wrong stays in sight until it is over.
      await load({ isQuiet: true });
      return 0;
    }
    if (state.value.status !== "ready" || state.value.isExtending) return 0;
    const mine = turn;
    const limit = Math.min(largestPage, Math.max(pageSize, state.value.items.length));
    const page = await api.tickets(query, { limit });
    if (mine !== turn || state.value.isExtending) return 0;
    const known = new Set(state.value.items.map((ticket) => ticket.id));
    state.change(refreshed(state.value, page));
    return page.items.filter((ticket) => !known.has(ticket.id)).length;
  };

  /** Shows a ticket as it is now, where it is shown. */
  const put = (ticket) => {
    if (!state.value.items.some(({ id }) => id === ticket.id)) return;
    const items = state.value.items.map((shown) => (shown.id === ticket.id ? ticket : shown));
    state.change({ items });
  };

  return {
    state,
    load,
    more,
    poll,
    put,
    /** Begins another list. */
    open(next) {
      query = next;
      return load();
    },
  };
}
