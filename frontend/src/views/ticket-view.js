import { announce } from "../core/announce.js";
import { fill, h } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { createScope } from "../core/scope.js";
import { createThread } from "../model/thread.js";
import { failedState, skeleton } from "../ui/states.js";
import { createComposer } from "./composer.js";
import { createTicketBody } from "./ticket-body.js";
import { createTicketFacts } from "./ticket-facts.js";
import { createTicketHead } from "./ticket-head.js";
import { createTimeline } from "./timeline.js";

/** One ticket: what it says, where it stands, what happened, and what one may do. */
export function createTicketView(context, id) {
  const { account, people, onChange } = context;
  const scope = createScope();
  const thread = createThread(context.api, id);
  const inner = { ...context, thread };

  const back = h("a", { class: "back", href: "/" }, icon("back"), "Tickets");
  const content = h("div", { class: "ticket-content" });
  const element = h("article", { class: "ticket" }, back, content);

  let parts;
  let wantsFocus = false;

  const build = () => {
    parts = {
      head: createTicketHead(inner, { onEdit: () => parts.body.edit() }),
      body: createTicketBody(inner, { onDone: () => parts.head.focusEdit() }),
      facts: createTicketFacts(inner),
      timeline: createTimeline(inner),
    };
    const composer = createComposer(inner, id);
    fill(
      content,
      parts.head.element,
      h(
        "div",
        { class: "ticket-columns" },
        parts.facts.element,
        h("div", { class: "ticket-main" }, parts.body.element, parts.timeline.element, composer),
      ),
    );
  };

  const render = () => {
    const { status, ticket, events, problem } = thread.state.value;
    if (!ticket) {
      element.setAttribute("aria-busy", String(status === "loading"));
      if (status === "loading") fill(content, skeleton(3, "ticket"));
      else fill(content, failedState(problem, thread.load));
      return;
    }
    element.setAttribute("aria-busy", "false");
    if (!parts) build();
    for (const part of Object.values(parts)) part.update(ticket, events);
    if (wantsFocus) focus();
    if (scope.isOver) return;
    document.title = `${ticket.title} · Helpdesk`;
  };

  let lastEvent;
  const follow = ({ ticket, events }) => {
    if (!ticket) return;
    onChange(ticket);
    const last = events.at(-1);
    if (lastEvent !== undefined && last && last.id > lastEvent && last.actorId !== account.id) {
      announce("Something new on this ticket");
    }
    if (last) lastEvent = last.id;
  };

  const focus = () => {
    wantsFocus = !parts;
    parts?.head.focus();
  };

  scope.add(thread.state.observe(render));
  scope.add(thread.state.observe(follow));
  scope.add(people.known.observe(render));
  thread.load();

  return {
    element,
    focus,
    poll: thread.poll,
    setSearch(search) {
      back.href = `/${search}`;
    },
    end: scope.end,
  };
}
