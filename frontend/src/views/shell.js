import { createHelpdesk } from "../api/helpdesk.js";
import { fill, h } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { filtersOf, searchOf, viewOf, viewsFor } from "../model/filters.js";
import { createPeople } from "../model/people.js";
import { isAdmin, isAgent } from "../model/rights.js";
import { brand } from "../ui/logo.js";
import { accountMenu } from "./account-menu.js";
import { createEscalations } from "./escalations.js";
import { createLost } from "./lost.js";
import { createPeoplePage } from "./people.js";
import { createWorkspace } from "./workspace.js";

/** What surrounds the work: where one can go, and who one is. */
export function createShell(context) {
  const { account, session } = context;
  const api = createHelpdesk(session.request);
  const inner = { ...context, api, people: createPeople(api, account) };

  const views = viewsFor(account).map((view) => ({
    ...view,
    link: navigationLink(`/${searchOf(view.filters)}`, view.icon, view.name),
  }));
  const pages = [
    isAgent(account) ? ["escalations", "/escalations", "escalate", "Escalations"] : undefined,
    isAdmin(account) ? ["people", "/people", "people", "People"] : undefined,
  ]
    .filter(Boolean)
    .map(([name, path, symbol, label]) => ({ name, link: navigationLink(path, symbol, label) }));

  const main = h("main", { id: "main", class: "main", tabIndex: -1 });
  const element = h(
    "div",
    { class: "shell" },
    h("a", { class: "skip", href: "#main" }, "Skip to content"),
    h(
      "header",
      { class: "side" },
      h("a", { class: "home", href: "/", "aria-label": "Helpdesk, all tickets" }, brand()),
      h(
        "a",
        { class: "button primary create", href: "/new" },
        icon("plus"),
        h("span", {}, "New ticket"),
      ),
      h(
        "nav",
        { "aria-label": "Main" },
        h("ul", { role: "list" }, views.map(({ link }) => h("li", {}, link))),
        pages.length > 0
          ? h("ul", { role: "list", class: "nav-more" }, pages.map(({ link }) => h("li", {}, link)))
          : null,
      ),
      accountMenu(context),
    ),
    main,
  );

  let page;
  let name;
  const show = (route, { isFirst = false } = {}) => {
    mark(route);
    const next = pageName(route, account);
    if (next !== name) {
      page?.end();
      name = next;
      page = makers[next](inner);
      fill(main, page.element);
    }
    page.show(route, { isFirst });
  };

  const mark = (route) => {
    const isWork = pageName(route, account) === "workspace";
    const current = isWork ? viewOf(filtersOf(route.query, account), account)?.name : undefined;
    for (const view of views) setCurrent(view.link, view.name === current);
    for (const other of pages) setCurrent(other.link, other.name === route.name);
  };

  return { element, show, retry: () => page?.retry?.(), end: () => page?.end() };
}

const makers = {
  workspace: createWorkspace,
  escalations: createEscalations,
  people: createPeoplePage,
  lost: createLost,
};

function pageName(route, account) {
  if (["list", "ticket", "new"].includes(route.name)) return "workspace";
  if (route.name === "escalations" && isAgent(account)) return "escalations";
  if (route.name === "people" && isAdmin(account)) return "people";
  return "lost";
}

function navigationLink(path, symbol, label) {
  return h("a", { class: "nav-link", href: path }, icon(symbol), h("span", {}, label));
}

function setCurrent(link, isCurrent) {
  if (!isCurrent) return link.removeAttribute("aria-current");
  link.setAttribute("aria-current", "page");
  // On a phone the links are one row that is longer than the screen.
  requestAnimationFrame(() => link.scrollIntoView({ block: "nearest", inline: "center" }));
}
