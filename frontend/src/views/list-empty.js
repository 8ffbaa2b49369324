import { h } from "../core/dom.js";
import { searchOf } from "../model/filters.js";
import { isAgent } from "../model/rights.js";
import { emptyState } from "../ui/states.js";

/** What is said where a list has no tickets, which is often good news. */
export function emptyList(filters, account) {
  const search = searchOf(filters);
  if (search === "") {
    return emptyState({
      symbol: "inbox",
      title: "No tickets yet",
      text: isAgent(account)
        ? "As soon as somebody asks, it appears here."
        : "Ask your first question; we will take it from there.",
      action: h("a", { class: "button primary", href: "/new" }, "New ticket"),
    });
  }
  if (search === "?overdue=true") {
    return emptyState({ symbol: "done", title: "Nothing is overdue", text: "Well done." });
  }
  if (search === "?status=open") {
    return emptyState({
      symbol: "done",
      title: isAgent(account) ? "Nobody is waiting" : "Nothing is waiting",
      text: "Every open ticket is in good hands.",
    });
  }
  return emptyState({
    symbol: "inbox",
    title: "No ticket fits",
    text: "Fewer filters find more.",
    action: h("a", { class: "button", href: "/" }, "Show all tickets"),
  });
}
