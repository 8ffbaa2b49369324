import { createStore } from "../core/store.js";
import { isAgent } from "./rights.js";

const page = 100;

/** How many pages of accounts are looked through for a name before it is given up. */
const mostPages = 20;

/**
 * Who the identifiers in tickets are.
 *
 * Agents look names up; requesters may not, and to them everyone else is the support team.
 */
export function createPeople(api, me) {
  const known = createStore(new Map([[me.id, me]]));
  const hopeless = new Set();
  let turn = Promise.resolve();

  const learn = (accounts) => {
    const next = new Map(known.value);
    for (const account of accounts) next.set(account.id, account);
    known.set(next);
  };

  const missing = (identifiers) =>
    identifiers.filter((id) => id && !known.value.has(id) && !hopeless.has(id));

  /** Reads accounts, newest first, until all of these are known. */
  const search = async (identifiers) => {
    let cursor;
    for (let count = 0; count < mostPages; count += 1) {
      if (missing(identifiers).length === 0) return;
      const answer = await api.accounts({ cursor, limit: page });
      learn(answer.items);
      if (answer.nextCursor === null) break;
      cursor = answer.nextCursor;
    }
    for (const id of missing(identifiers)) hopeless.add(id);
  };

  return {
    known,
    learn,
    /** Makes names known; one search at a time, and one that fails is tried again later. */
    find(identifiers) {
      if (!isAgent(me) || missing(identifiers).length === 0) return turn;
      turn = turn.then(() => search(identifiers)).catch(() => {});
      return turn;
    },
    /** Reads all agents, for choosing one. */
    async readAgents() {
      for (const role of ["agent", "admin"]) {
        let cursor;
        do {
          const answer = await api.accounts({ role, cursor, limit: page });
          learn(answer.items);
          cursor = answer.nextCursor ?? undefined;
        } while (cursor);
      }
    },
    /** The agents that are known, by name. */
    agents() {
      return [...known.value.values()]
        .filter(isAgent)
        .sort((left, right) => left.name.localeCompare(right.name));
    },
    nameOf(id) {
      return known.value.get(id)?.name ?? (isAgent(me) ? "Someone" : "Support");
    },
    /** The same at the beginning of a sentence that speaks to the reader. */
    subject(id) {
      return id === me.id ? "You" : this.nameOf(id);
    },
  };
}
