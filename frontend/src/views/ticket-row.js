import { fill, h } from "../core/dom.js";
import { isAgent } from "../model/rights.js";
import { avatar, emptyAvatar } from "../ui/avatar.js";
import { escalationBadge, priorityBadge, statusBadge } from "../ui/badges.js";
import { dueMoment, pastMoment } from "../ui/moments.js";

/** One ticket in the list. */
export function createTicketRow({ account }) {
  const link = h("a", { class: "row" });
  const element = h("li", {}, link);
  let shown;

  const update = (ticket, { path, isOpen }) => {
    link.href = path;
    if (isOpen) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    // What is the same is left alone, so that nothing flickers while the list is looked up anew.
    const key = JSON.stringify(ticket);
    if (key === shown) return;
    shown = key;
    fill(link, content(ticket));
  };

  const content = (ticket) => [
    h(
      "span",
      { class: "row-top" },
      h("span", { class: "row-title" }, ticket.title),
      pastMoment(ticket.createdAt, { isShort: true }),
    ),
    h(
      "span",
      { class: "row-middle" },
      isAgent(account) ? h("span", { class: "row-who" }, ticket.requesterName) : null,
      isAgent(account) ? h("span", { "aria-hidden": "true" }, "·") : null,
      dueMoment(ticket),
    ),
    h(
      "span",
      { class: "row-bottom" },
      statusBadge(ticket.status),
      priorityBadge(ticket.priority),
      escalationBadge(ticket.escalationLevel),
      h("span", { class: "row-space" }),
      ticket.assigneeId
        ? [
            avatar(ticket.assigneeId, ticket.assigneeName),
            h("span", { class: "unseen" }, `, assigned to ${ticket.assigneeName}`),
          ]
        : emptyAvatar(),
    ),
  ];

  return { element, link, update };
}
