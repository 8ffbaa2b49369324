import { isAgent } from "./rights.js";
import { priorities, statuses } from "./words.js";

const words = {
  status: statuses.map(([word]) => word),
  priority: priorities.map(([word]) => word),
  overdue: ["true"],
};

/** What a list is narrowed by, from an address's query without what the API would refuse. */
export function filtersOf(query, account) {
  const filters = {};
  for (const [name, allowed] of Object.entries(words)) {
    const value = query.get(name);
    if (allowed.includes(value)) filters[name] = value;
  }
  const assignee = query.get("assignee");
  if (assignee && isAgent(account)) filters.assignee = assignee;
  return filters;
}

/** The query of an address, always in one order. */
export function searchOf(filters) {
  const query = new URLSearchParams();
  for (const name of ["status", "priority", "assignee", "overdue"]) {
    if (filters[name]) query.set(name, filters[name]);
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** The query of the API; `me` stands for whoever asks. */
export function apiQuery({ assignee, ...filters }, account) {
  if (!assignee) return filters;
  return { ...filters, assigneeId: assignee === "me" ? account.id : assignee };
}

/** The lists that are worth a name of their own. */
export function viewsFor(account) {
  if (isAgent(account)) {
    return [
      { name: "All tickets", icon: "all", filters: {} },
      { name: "Unassigned", icon: "inbox", filters: { status: "open" } },
      { name: "My tickets", icon: "person", filters: { status: "assigned", assignee: "me" } },
      { name: "Overdue", icon: "clock", filters: { overdue: "true" } },
      { name: "Resolved", icon: "done", filters: { status: "resolved" } },
    ];
  }
  return [
    { name: "My tickets", icon: "all", filters: {} },
    { name: "Waiting", icon: "inbox", filters: { status: "open" } },
    { name: "In progress", icon: "person", filters: { status: "assigned" } },
    { name: "Overdue", icon: "clock", filters: { overdue: "true" } },
    { name: "Resolved", icon: "done", filters: { status: "resolved" } },
  ];
}

/** The view whose filters these are, if any. */
export function viewOf(filters, account) {
  const search = searchOf(filters);
  return viewsFor(account).find((view) => searchOf(view.filters) === search);
}
