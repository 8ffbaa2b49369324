import { toast } from "../core/announce.js";
import { fill, h, handFocus } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { mayChange, maySteer } from "../model/rights.js";
import { shortName } from "../model/words.js";
import { avatar } from "../ui/avatar.js";
import { escalationBadge, statusBadge } from "../ui/badges.js";
import { confirm } from "../ui/confirm.js";
import { actionButton, errorBox, perform } from "../ui/form.js";
import { pastMoment } from "../ui/moments.js";

/** A ticket's title, its state, and what may be done with it. */
export function createTicketHead({ account, thread }, { onEdit }) {
  const badges = h("div", { class: "ticket-badges" });
  const title = h("h1", { class: "ticket-title", tabIndex: -1 });
  const byline = h("p", { class: "byline" });
  const errors = errorBox();

  const edit = actionButton("Edit", { class: "button quiet", onclick: onEdit }, icon("edit"));
  const take = actionButton("Assign to me", {}, icon("person"));
  const resolve = actionButton("Resolve", { class: "button primary" }, icon("check"));

  take.element.addEventListener("click", async () => {
    const isDone = await perform(take, errors, () => thread.assign(account.id));
    if (!isDone) return;
    handFocus(take.element, title);
    toast("The ticket is yours");
  });
  resolve.element.addEventListener("click", async () => {
    const isSure = await confirm({
      title: "Resolve this ticket?",
      text: "It is closed for good; comments can still be added.",
      action: "Resolve",
    });
    if (!isSure) return;
    if (!(await perform(resolve, errors, thread.resolve))) return;
    handFocus(resolve.element, title);
    toast("Ticket resolved");
  });

  const update = (ticket) => {
    fill(
      badges,
      h("span", { class: "reference", title: ticket.id }, shortName(ticket.id)),
      statusBadge(ticket.status),
      escalationBadge(ticket.escalationLevel),
    );
    if (title.textContent !== ticket.title) title.textContent = ticket.title;
    const requester = ticket.requesterName;
    fill(
      byline,
      avatar(ticket.requesterId, requester),
      h("span", {}, h("strong", {}, requester), " opened this ", pastMoment(ticket.createdAt)),
    );
    edit.element.hidden = !mayChange(account, ticket);
    take.element.hidden = !maySteer(account, ticket) || ticket.assigneeId === account.id;
    resolve.element.hidden = !mayChange(account, ticket);
  };

  const element = h(
    "header",
    { class: "ticket-head" },
    badges,
    title,
    byline,
    h("div", { class: "ticket-actions" }, edit.element, take.element, resolve.element),
    errors.element,
  );
  return {
    element,
    update,
    focus: () => title.focus(),
    focusEdit: () => (edit.element.hidden ? title : edit.element).focus(),
  };
}
