import { fill, h } from "../core/dom.js";
import { searchOf } from "../model/filters.js";
import { isAgent } from "../model/rights.js";
import { priorities, statuses } from "../model/words.js";

/** What narrows the list; each choice is a new address, so the way back undoes it. */
export function createFilterBar({ account, people, router }, scope) {
  let filters = {};

  const go = (name, value) => {
    const { name: route, path } = router.route.value;
    const search = searchOf({ ...filters, [name]: value || undefined });
    router.navigate(`${route === "list" ? "/" : path}${search}`);
  };

  const select = (name, label, options) => {
    const element = h("select", {
      "aria-label": label,
      onchange: (event) => go(name, event.target.value),
    });
    let shown;
    const set = (list) => {
      const value = filters[name] ?? "";
      const key = JSON.stringify([value, list]);
      // An open list of choices would close when it is filled again.
      if (key === shown) return;
      shown = key;
      const isKnown = value === "" || list.some(([word]) => word === value);
      const all = [["", label], ...list, ...(isKnown ? [] : [[value, "Someone"]])];
      fill(element, all.map(([word, text]) => h("option", { value: word }, text)));
      element.value = value;
      element.toggleAttribute("data-set", value !== "");
    };
    set(options);
    return { element: h("span", { class: "chip" }, element), set };
  };

  const status = select("status", "Any status", statuses);
  const priority = select("priority", "Any priority", priorities);
  const assignee = isAgent(account) ? select("assignee", "Anyone", []) : undefined;
  const overdue = h(
    "button",
    {
      type: "button",
      class: "chip toggle",
      "aria-pressed": "false",
      onclick: () => go("overdue", filters.overdue ? undefined : "true"),
    },
    "Overdue",
  );

  const render = () => {
    status.set(statuses);
    priority.set(priorities);
    overdue.setAttribute("aria-pressed", String(filters.overdue === "true"));
    const agents = people.agents().filter((agent) => agent.id !== account.id);
    assignee?.set([["me", "Me"], ...agents.map((agent) => [agent.id, agent.name])]);
  };

  scope.add(people.known.observe(() => render()));
  if (assignee) {
    const readOnce = () => people.readAgents().catch(() => {});
    assignee.element.addEventListener("focusin", readOnce, { once: true });
    assignee.element.addEventListener("pointerenter", readOnce, { once: true });
  }

  return {
    element: h(
      "div",
      { class: "filters", role: "group", "aria-label": "Filters" },
      status.element,
      priority.element,
      assignee?.element ?? [],
    ),
    overdue,
    set(next) {
      filters = next;
      render();
    },
  };
}
