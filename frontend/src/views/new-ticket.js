import { toast } from "../core/announce.js";
import { h, unique } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { isAgent } from "../model/rights.js";
import { rules } from "../model/rules.js";
import { momentOf } from "../model/time.js";
import { priorities, promises } from "../model/words.js";
import { priorityBadge } from "../ui/badges.js";
import { field, textArea, textInput } from "../ui/field.js";
import { actionButton, form } from "../ui/form.js";

/** The form for a new ticket. */
export function createNewTicket({ account, api, onCreated }) {
  const back = h("a", { class: "back", href: "/" }, icon("back"), "Tickets");
  const title = field({
    label: "Title",
    name: "title",
    rule: (value) => rules.title(value.trim()),
    hint: "What is it about, in one line?",
    input: textInput({ autocomplete: "off" }),
  });
  const description = field({
    label: "Description",
    name: "description",
    rule: (value) => rules.description(value.trim()),
    hint: "What happened, what you expected, and what you have tried.",
    input: textArea({ rows: "7" }),
  });
  const due = field({
    label: "Due time",
    name: "dueAt",
    hint: "Without one, the priority decides.",
    isOptional: true,
    input: textInput({ type: "datetime-local" }),
  });
  const priority = priorityChoice();

  const { element: editor } = form({
    fields: isAgent(account) ? [title, description, priority, due] : [title, description, priority],
    button: actionButton("Open ticket", { class: "button primary" }),
    send: async () => {
      const ticket = await api.create({
        title: title.value.trim(),
        description: description.value.trim(),
        priority: priority.value,
        dueAt: due.value ? momentOf(due.value) : undefined,
      });
      toast("Ticket opened");
      onCreated(ticket);
    },
  });

  const element = h(
    "div",
    { class: "ticket new" },
    back,
    h("div", { class: "ticket-content" }, h("h1", { class: "ticket-title" }, "New ticket"), editor),
  );
  return {
    element,
    focus: () => title.input.focus(),
    setSearch(search) {
      back.href = `/${search}`;
      document.title = "New ticket · Helpdesk";
    },
    end() {},
  };
}

/** A field of the form that cannot be filled in wrongly. */
function priorityChoice() {
  const name = unique("priority");
  const radio = ([word]) =>
    h(
      "label",
      { class: "option" },
      h("input", { type: "radio", name, value: word, checked: word === "normal" }),
      h(
        "span",
        { class: "option-text" },
        priorityBadge(word),
        h("span", { class: "hint" }, promises[word]),
      ),
    );
  const element = h(
    "fieldset",
    { class: "options" },
    h("legend", {}, "Priority"),
    priorities.map(radio),
  );
  return {
    name: "priority",
    element,
    input: element,
    setFault() {},
    complaint: () => undefined,
    get value() {
      return element.querySelector("input:checked").value;
    },
  };
}
