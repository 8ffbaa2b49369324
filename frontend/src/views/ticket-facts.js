import { h, handFocus, refill, unique } from "../core/dom.js";
import { maySteer } from "../model/rights.js";
import { clockMoment } from "../model/time.js";
import { priorities } from "../model/words.js";
import { avatar, emptyAvatar } from "../ui/avatar.js";
import { priorityBadge } from "../ui/badges.js";
import { choice } from "../ui/field.js";
import { errorBox } from "../ui/form.js";
import { dueMoment, pastMoment } from "../ui/moments.js";
import { createDueEditor } from "./due-editor.js";

/** Who works on a ticket, how pressing it is and when it is due; agents change it here. */
export function createTicketFacts({ account, people, thread }) {
  const errors = errorBox();
  const list = h("dl", { class: "facts-list" });
  const element = h(
    "aside",
    { class: "ticket-facts", "aria-label": "Details" },
    list,
    errors.element,
  );
  const dueEditor = createDueEditor(thread);
  let shown;

  const change = async (control, work) => {
    errors.show(undefined);
    control.disabled = true;
    try {
      await work();
    } catch (problem) {
      if (!problem.kind) throw problem;
      errors.show(problem.text);
    }
    // Whatever came of it, the control tells what is true now.
    shown = undefined;
    update(thread.state.value.ticket);
    const next = list.querySelector(`select[name=${control.name}]`);
    if (next) handFocus(control, next);
  };

  const assignee = (ticket) => {
    const current = ticket.assigneeId ?? "";
    const options = people
      .agents()
      .map(({ id, name }) => [id, id === account.id ? `${name} (you)` : name]);
    options.unshift(["", "Nobody"]);
    if (!options.some(([id]) => id === current)) options.push([current, ticket.assigneeName]);
    const control = choice(options, current, {
      name: "assignee",
      onchange: () => change(control, () => thread.assign(control.value || null)),
    });
    return control;
  };

  const priority = (ticket) => {
    const control = choice(priorities, ticket.priority, {
      name: "priority",
      onchange: () => change(control, () => thread.update({ priority: control.value })),
    });
    return control;
  };

  const update = (ticket) => {
    const key = JSON.stringify([ticket, people.known.value.size]);
    if (key === shown) return;
    shown = key;
    const isMine = maySteer(account, ticket);
    const name = ticket.assigneeName;
    const person = ticket.assigneeId
      ? [avatar(ticket.assigneeId, name), name]
      : [emptyAvatar(), "Nobody yet"];
    refill(list, () => [
      isMine
        ? fact("Assignee", assignee(ticket))
        : fact("Assignee", h("span", { class: "person" }, person)),
      isMine
        ? fact("Priority", priority(ticket))
        : fact("Priority", priorityBadge(ticket.priority)),
      fact("Due", [dueMoment(ticket), exact(ticket.dueAt), isMine ? dueEditor.open(ticket) : null]),
      ticket.resolvedAt
        ? fact("Resolved", [pastMoment(ticket.resolvedAt), exact(ticket.resolvedAt)])
        : null,
    ]);
  };

  if (maySteer(account, { status: "open" })) people.readAgents().catch(() => {});
  return { element, update };
}

/** The moment on the clock, below the words for it. */
function exact(moment) {
  return h("span", { class: "exact" }, clockMoment(moment));
}

/** A term and what it is; the term labels the control where there is one. */
function fact(term, value) {
  if (value instanceof HTMLSelectElement) {
    value.id = unique("fact");
    return h("div", {}, h("dt", {}, h("label", { for: value.id }, term)), h("dd", {}, value));
  }
  return h("div", {}, h("dt", {}, term), h("dd", {}, value));
}
