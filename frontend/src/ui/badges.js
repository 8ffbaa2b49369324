import { h } from "../core/dom.js";
import { bars, icon } from "../core/icons.js";
import { labelOf, lastLevel, priorities, statuses, weight } from "../model/words.js";

/** Where a ticket stands. */
export function statusBadge(status) {
  return h(
    "span",
    { class: `badge status-${status}` },
    h("span", { class: "dot", "aria-hidden": "true" }),
    labelOf(statuses, status),
  );
}

/** How pressing a ticket is. */
export function priorityBadge(priority) {
  return h(
    "span",
    { class: `priority priority-${priority}` },
    bars(weight[priority] ?? 0),
    h("span", { class: "unseen" }, "Priority: "),
    labelOf(priorities, priority),
  );
}

/** How often a ticket was escalated; nothing where it was not. */
export function escalationBadge(level) {
  if (!level) return null;
  return h(
    "span",
    {
      class: `badge escalation level-${Math.min(level, lastLevel)}`,
      title: `Escalated to level ${level} of ${lastLevel}`,
    },
    icon("escalate"),
    h("span", { class: "unseen" }, "Escalated, "),
    `Level ${level}`,
  );
}
