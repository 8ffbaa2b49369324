import { h } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { labelOf, roles } from "../model/words.js";
import { avatar } from "../ui/avatar.js";
import { actionButton, errorBox, perform } from "../ui/form.js";

/** Who is logged in, and the way out. */
export function accountMenu({ account, session }) {
  const errors = errorBox();
  const leave = actionButton("Log out", { class: "menu-item" }, icon("leave"));
  leave.element.addEventListener("click", () => perform(leave, errors, () => session.logOut()));

  const summary = h(
    "summary",
    { class: "account", "aria-label": `Account of ${account.name}` },
    avatar(account.id, account.name),
    h(
      "span",
      { class: "account-text" },
      h("span", { class: "account-name" }, account.name),
      h("span", { class: "account-role" }, labelOf(roles, account.role)),
    ),
    icon("down"),
  );
  const menu = h(
    "details",
    { class: "menu" },
    summary,
    h(
      "div",
      { class: "menu-panel" },
      h("p", { class: "menu-name" }, account.name),
      h("p", { class: "menu-email" }, account.email),
      errors.element,
      leave.element,
    ),
  );
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    summary.focus();
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  return menu;
}
