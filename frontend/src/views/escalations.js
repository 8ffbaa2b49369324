import { fill, h } from "../core/dom.js";
import { createPulse } from "../core/pulse.js";
import { ticketPath } from "../core/routes.js";
import { createScope } from "../core/scope.js";
import { shortName } from "../model/words.js";
import { escalationBadge, statusBadge } from "../ui/badges.js";
import { dueMoment, pastMoment } from "../ui/moments.js";
import { emptyState, failedState, skeleton } from "../ui/states.js";

const pageSize = 25;

/** The escalations that the reader should look at, newest first. */
export function createEscalations({ api, connection }) {
  const scope = createScope();
  const heading = h("h1", { tabIndex: -1 }, "Escalations");
  const body = h("div", { class: "page-body" }, skeleton(4, "rows"));
  const element = h(
    "div",
    { class: "page" },
    h(
      "header",
      { class: "page-head" },
      heading,
      h("p", { class: "lead" }, "Tickets that were not resolved in time, and whom that concerns."),
    ),
    body,
  );
  const tickets = new Map();
  let notes;
  let cursor;

  const read = async (from) => {
    const page = await api.notifications({ cursor: from, limit: pageSize });
    const missing = new Set(page.items.map((note) => note.ticketId));
    // Each ticket is asked for anew, since what became of it is what matters here.
    await Promise.all(
      [...missing].map(async (id) => tickets.set(id, await api.ticket(id).catch(() => undefined))),
    );
    return page;
  };

  const load = async () => {
    try {
      const page = await read();
      // What was loaded beyond the first page stays behind it.
      const last = page.items.at(-1)?.id ?? 0;
      const older = page.nextCursor === null ? [] : (notes ?? []).filter(({ id }) => id < last);
      if (older.length === 0) cursor = page.nextCursor;
      notes = [...page.items, ...older];
      render();
    } catch (problem) {
      if (!problem.kind) throw problem;
      if (!notes) fill(body, failedState(problem, load));
    }
  };

  const more = async (event) => {
    event.target.disabled = true;
    try {
      const page = await read(cursor);
      notes = [...notes, ...page.items];
      cursor = page.nextCursor;
      render();
    } catch (problem) {
      if (!problem.kind) throw problem;
      event.target.replaceWith(failedState(problem, load));
    }
  };

  const render = () => {
    if (scope.isOver) return;
    if (notes.length === 0) {
      const text = "What is late will appear here by itself.";
      fill(body, emptyState({ symbol: "done", title: "Nothing is escalated", text }));
      return;
    }
    const cards = notes.map((note) => card(note, tickets.get(note.ticketId)));
    fill(
      body,
      h("ol", { class: "cards", role: "list" }, cards),
      cursor === null
        ? null
        : h("button", { type: "button", class: "button wide", onclick: more }, "Show more"),
    );
  };

  const pulse = createPulse(async () => {
    // Filling the page again would take the focus away from whoever is in it.
    if (!body.contains(document.activeElement)) await load();
    return connection.delay();
  }, scope);

  load();
  return {
    element,
    show(_, { isFirst }) {
      document.title = "Escalations · Helpdesk";
      if (!isFirst) heading.focus();
    },
    retry: pulse.beat,
    end: scope.end,
  };
}

function card(note, ticket) {
  return h(
    "li",
    { class: "card-row" },
    escalationBadge(note.level),
    h(
      "div",
      { class: "card-text" },
      h("a", { href: ticketPath(note.ticketId) }, ticket?.title ?? shortName(note.ticketId)),
      h(
        "p",
        { class: "card-line" },
        note.audience === "admin" ? "For admins" : note.recipientId ? "For you" : "For all agents",
        " · ",
        pastMoment(note.createdAt),
      ),
    ),
    ticket ? h("div", { class: "card-end" }, statusBadge(ticket.status), dueMoment(ticket)) : null,
  );
}
