/** The words of the API and what people read instead, in the order in which they are offered. */

export const statuses = [
  ["open", "Open"],
  ["assigned", "In progress"],
  ["resolved", "Resolved"],
];

export const priorities = [
  ["urgent", "Urgent"],
  ["high", "High"],
  ["normal", "Normal"],
  ["low", "Low"],
];

export const roles = [
  ["requester", "Requester"],
  ["agent", "Agent"],
  ["admin", "Admin"],
];

/** How many of four bars a priority fills. */
export const weight = { low: 1, normal: 2, high: 3, urgent: 4 };

/** When a ticket of a priority is due unless somebody says otherwise. */
export const promises = {
  urgent: "Nobody can work: due in 2 hours",
  high: "Someone is stuck: due in 8 hours",
  normal: "It can wait a little: due in 2 days",
  low: "A wish or question: due in 5 days",
};

/** The last level of escalation. */
export const lastLevel = 3;

/** What people read for a word of a list; the word itself where the list is older than the API. */
export function labelOf(list, word) {
  return list.find(([known]) => known === word)?.[1] ?? String(word);
}

/** How a ticket is called where its title is too long: the beginning of its identifier. */
export function shortName(id) {
  return `#${String(id).slice(0, 6).toUpperCase()}`;
}

/** At most two letters for a name. */
export function initials(name) {
  const parts = String(name).trim().split(/\s+/).filter(Boolean);
  const first = (text) => [...text][0] ?? "";
  if (parts.length === 0) return "?";
  const letters = parts.length === 1 ? first(parts[0]) : first(parts[0]) + first(parts.at(-1));
  return letters.toUpperCase();
}
