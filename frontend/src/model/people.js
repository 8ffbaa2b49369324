import { createStore } from "../core/store.js";
import { isAgent } from "./rights.js";

const page = 100;

/** The accounts that were read so far, for choosing among them. */
export function createPeople(api, me) {
  const known = createStore(new Map([[me.id, me]]));

  const learn = (accounts) => {
    const next = new Map(known.value);
    for (const account of accounts) next.set(account.id, account);
    known.set(next);
  };

  return {
    known,
    learn,
    /** Reads all agents. */
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
  };
}
