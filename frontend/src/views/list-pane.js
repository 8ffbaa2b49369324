import { fill, h } from "../core/dom.js";
import { ticketPath } from "../core/routes.js";
import { searchOf, viewOf } from "../model/filters.js";
import { failedState, skeleton } from "../ui/states.js";
import { createFilterBar } from "./filter-bar.js";
import { emptyList } from "./list-empty.js";
import { createTicketRow } from "./ticket-row.js";

/** The list of tickets with what narrows it. */
export function createListPane(context, scope) {
  const { account, list } = context;
  const heading = h("h1", { tabIndex: -1 });
  const bar = createFilterBar(context, scope);
  const rows = h("ol", { class: "rows", role: "list" });
  const rest = h("div", { class: "rows-rest" });
  const element = h(
    "section",
    { class: "list-pane", "aria-label": "Tickets" },
    h(
      "header",
      { class: "list-head" },
      h("div", { class: "list-title" }, heading, bar.overdue),
      bar.element,
    ),
    h("div", { class: "list-scroll" }, rows, rest),
  );

  let filters = {};
  let selected;
  let known = new Map();

  const render = () => {
    const state = list.state.value;
    const search = searchOf(filters);
    const next = new Map();
    for (const ticket of state.items) {
      const row = known.get(ticket.id) ?? createTicketRow(context);
      row.update(ticket, { path: ticketPath(ticket.id, search), isOpen: ticket.id === selected });
      next.set(ticket.id, row);
    }
    known = next;
    arrange(rows, [...known.values()].map((row) => row.element));
    rows.hidden = state.items.length === 0;
    element.setAttribute("aria-busy", String(state.status === "loading"));
    fill(rest, restOf(state));
  };

  const restOf = (state) => {
    if (state.status === "loading") return skeleton(6, "rows");
    if (state.status === "failed") return failedState(state.problem, () => list.load());
    if (state.items.length === 0) return emptyList(filters, account);
    if (state.extension) return failedState(state.extension, list.more);
    if (state.nextCursor === null) return [];
    const label = state.isExtending ? "Loading …" : "Show more";
    return h("button", { type: "button", class: "button wide", onclick: more }, label);
  };

  const more = async () => {
    const count = list.state.value.items.length;
    await list.more();
    // The button may be gone; the first new ticket is where one wants to go on.
    rows.children[count]?.querySelector("a").focus();
  };

  scope.listen(rows, "keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const current = event.target.closest("li");
    if (!current || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = step
      ? (step > 0 ? current.nextElementSibling : current.previousElementSibling)
      : { Home: rows.firstElementChild, End: rows.lastElementChild }[event.key];
    if (!target) return;
    event.preventDefault();
    target.querySelector("a").focus();
  });

  scope.add(list.state.observe(render));

  const title = () => viewOf(filters, account)?.name ?? "Tickets";
  return {
    element,
    title,
    setFilters(next) {
      filters = next;
      heading.textContent = title();
      bar.set(filters);
      element.querySelector(".list-scroll").scrollTop = 0;
    },
    /** Marks the open ticket; beside one the list's heading is not the page's first. */
    select(id, isBeside) {
      selected = id;
      heading.setAttribute("aria-level", isBeside ? "2" : "1");
      render();
    },
    /** Puts the focus on a ticket that was open, or on the heading. */
    focus(id) {
      (known.get(id)?.link ?? heading).focus();
    },
  };
}

/** Brings children into an order and leaves alone those that are in their place. */
function arrange(parent, children) {
  for (const child of [...parent.children]) {
    if (!children.includes(child)) child.remove();
  }
  for (const [index, child] of children.entries()) {
    const present = parent.children[index] ?? null;
    if (present !== child) parent.insertBefore(child, present);
  }
}
