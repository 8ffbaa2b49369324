/**
 * What the page offers to whom.
 *
 * The API decides; these are its rules, so that nobody is offered what would be refused.
 */
export const isAgent = (account) => account.role === "agent" || account.role === "admin";

export const isAdmin = (account) => account.role === "admin";

/** A resolved ticket stays as it is, but for comments. */
export const mayChange = (account, ticket) =>
  ticket.status !== "resolved" && (isAgent(account) || ticket.requesterId === account.id);

export const maySteer = (account, ticket) => ticket.status !== "resolved" && isAgent(account);
