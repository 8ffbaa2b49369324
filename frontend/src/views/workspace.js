import { announce } from "../core/announce.js";
import { fill, h } from "../core/dom.js";
import { createPulse } from "../core/pulse.js";
import { ticketPath } from "../core/routes.js";
import { createScope } from "../core/scope.js";
import { apiQuery, filtersOf, searchOf } from "../model/filters.js";
import { createTicketList } from "../model/ticket-list.js";
import { emptyState } from "../ui/states.js";
import { createListPane } from "./list-pane.js";
import { createNewTicket } from "./new-ticket.js";
import { createTicketView } from "./ticket-view.js";

/** The list of tickets and, beside it or on a phone in its place, one of them. */
export function createWorkspace(context) {
  const { account, api, connection, router } = context;
  const scope = createScope();
  const list = createTicketList(api);
  const pane = createListPane({ ...context, list }, scope);
  const detail = h("section", { class: "detail-pane", "aria-label": "Ticket" });
  const element = h("div", { class: "workspace" }, pane.element, detail);

  let search;
  let open;
  let openKey;

  const pulse = createPulse(async () => {
    const polls = [list.poll().then(sayNew), open?.poll?.()];
    await Promise.allSettled(polls);
    return connection.delay();
  }, scope);
  const sayNew = (count) => {
    if (count > 0) announce(`${count} new ${count === 1 ? "ticket" : "tickets"}`);
  };

  const detailOf = (route) => {
    if (route.name === "ticket") {
      return createTicketView({ ...context, onChange: list.put }, route.parameters.id);
    }
    if (route.name === "new") {
      return createNewTicket({
        ...context,
        onCreated(ticket) {
          list.load();
          router.navigate(ticketPath(ticket.id, search));
        },
      });
    }
    return createNothing();
  };

  const show = (route, { isFirst }) => {
    const filters = filtersOf(route.query, account);
    const next = searchOf(filters);
    if (next !== search) {
      search = next;
      pane.setFilters(filters);
      list.open(apiQuery(filters, account));
    }
    const key = `${route.name} ${route.parameters.id ?? ""}`;
    pane.select(route.parameters.id, route.name !== "list");
    if (key === openKey) return;
    const before = openKey;
    openKey = key;
    open?.end();
    open = detailOf(route);
    open.setSearch?.(search);
    fill(detail, open.element);
    detail.scrollTop = 0;
    element.dataset.pane = route.name === "list" ? "list" : "detail";
    if (route.name === "list") {
      document.title = `${pane.title()} · Helpdesk`;
      if (before) pane.focus(before.split(" ")[1]);
    } else if (!isFirst) {
      open.focus();
    }
  };

  scope.listen(element, "keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, dialog");
    if (event.key !== "Escape" || isTyping || openKey?.startsWith("list")) return;
    router.navigate(`/${search}`);
  });

  return {
    element,
    show,
    retry: pulse.beat,
    end() {
      open?.end();
      scope.end();
    },
  };
}

function createNothing() {
  const element = emptyState({
    symbol: "comment",
    title: "No ticket is open",
    text: "Choose one from the list; the arrow keys move through it.",
  });
  return { element, focus() {}, end() {} };
}
