import { toast } from "../core/announce.js";
import { fill, h, handFocus } from "../core/dom.js";
import { createScope } from "../core/scope.js";
import { calendarDay } from "../model/time.js";
import { labelOf, roles } from "../model/words.js";
import { avatar } from "../ui/avatar.js";
import { choice } from "../ui/field.js";
import { errorBox } from "../ui/form.js";
import { failedState, skeleton } from "../ui/states.js";

const pageSize = 50;

/** The accounts, and what each may do; admins alone come here. */
export function createPeoplePage({ account, api, people }) {
  const scope = createScope();
  const heading = h("h1", { tabIndex: -1 }, "People");
  const rows = h("tbody");
  const rest = h("div");
  const filter = choice([["", "Everyone"], ...roles], "", { "aria-label": "Role" });
  const titles = ["Name", "Since", "Role"].map((text) => h("th", { scope: "col" }, text));
  const table = h(
    "table",
    { class: "table" },
    h("thead", {}, h("tr", {}, titles)),
    rows,
  );
  const element = h(
    "div",
    { class: "page" },
    h(
      "header",
      { class: "page-head" },
      heading,
      h("p", { class: "lead" }, "A new role takes effect within 15 minutes."),
      h("span", { class: "chip" }, filter),
    ),
    h("div", { class: "page-body" }, table, rest),
  );

  const more = h("button", { type: "button", class: "button wide" }, "Show more");
  more.addEventListener("click", () => load(true));

  let cursor;
  let turn = 0;

  const load = async (isMore = false) => {
    turn += 1;
    const mine = turn;
    if (!isMore) {
      cursor = undefined;
      table.hidden = true;
    }
    fill(rest, skeleton(3, "rows"));
    try {
      const page = await api.accounts({ role: filter.value, cursor, limit: pageSize });
      if (mine !== turn || scope.isOver) return;
      people.learn(page.items);
      cursor = page.nextCursor;
      const made = page.items.map((person) => personRow(person));
      if (isMore) rows.append(...made);
      else fill(rows, made);
      table.hidden = false;
      fill(rest, cursor === null ? [] : more);
    } catch (problem) {
      if (!problem.kind) throw problem;
      if (mine === turn) fill(rest, failedState(problem, () => load(isMore)));
    }
  };

  const personRow = (person) => {
    const errors = errorBox();
    const isMe = person.id === account.id;
    let role = person.role;
    const control = choice(roles, role, {
      "aria-label": `Role of ${person.name}`,
      // Nobody can lock themselves out.
      disabled: isMe,
      onchange: async () => {
        errors.show(undefined);
        control.disabled = true;
        try {
          const changed = await api.setRole(person.id, control.value);
          role = changed.role;
          people.learn([changed]);
          toast(`${person.name} is now ${labelOf(roles, role).toLowerCase()}`);
        } catch (problem) {
          if (!problem.kind) throw problem;
          errors.show(problem.text);
        }
        control.value = role;
        control.disabled = false;
        handFocus(control, control);
      },
    });
    return h(
      "tr",
      {},
      h(
        "td",
        {},
        h(
          "span",
          { class: "person" },
          avatar(person.id, person.name),
          h(
            "span",
            { class: "person-text" },
            h("span", { class: "person-name" }, isMe ? `${person.name} (you)` : person.name),
            h("span", { class: "person-email" }, person.email),
          ),
        ),
      ),
      h("td", { class: "since" }, calendarDay(person.createdAt)),
      h("td", {}, control, errors.element),
    );
  };

  filter.addEventListener("change", () => load());
  load();
  return {
    element,
    show(_, { isFirst }) {
      document.title = "People · Helpdesk";
      if (!isFirst) heading.focus();
    },
    end: scope.end,
  };
}
