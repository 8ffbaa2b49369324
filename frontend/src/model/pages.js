/** How many tickets come at a time, and the most that the API gives at once. */
export const pageSize = 25;
export const largestPage = 100;

/** Whether one ticket stands behind another in the API's order: newest first. */
function isBehind(ticket, other) {
  if (ticket.createdAt !== other.createdAt) return ticket.createdAt < other.createdAt;
  return ticket.id < other.id;
}

/**
 * What is shown after the first page was looked up anew.
 *
 * The page replaces all down to its last ticket; older ones that had been loaded stay, together
 * with the cursor behind them.
 */
export function refreshed(shown, page) {
  const last = page.items.at(-1);
  if (page.nextCursor === null || !last) return { items: page.items, nextCursor: null };
  const older = shown.items.filter((ticket) => isBehind(ticket, last));
  if (older.length === 0) return { items: page.items, nextCursor: page.nextCursor };
  return { items: [...page.items, ...older], nextCursor: shown.nextCursor };
}

/** What is shown with one more page behind it, no ticket twice. */
export function extended(shown, page) {
  const known = new Set(shown.items.map((ticket) => ticket.id));
  const more = page.items.filter((ticket) => !known.has(ticket.id));
  return { items: [...shown.items, ...more], nextCursor: page.nextCursor };
}
