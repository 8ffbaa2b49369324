import { fill, h } from "../core/dom.js";
import { rules } from "../model/rules.js";
import { field, grow, textArea, textInput } from "../ui/field.js";
import { actionButton, form } from "../ui/form.js";
import { prose } from "../ui/prose.js";

/** What a ticket says, to be read or to be changed. */
export function createTicketBody({ thread }, { onDone }) {
  const element = h("section", { class: "ticket-body", "aria-label": "Description" });
  let isEditing = false;
  let shown;
  let current;

  const read = () => {
    if (shown === current.description) return;
    shown = current.description;
    fill(element, prose(current.description));
  };

  const finish = () => {
    isEditing = false;
    shown = undefined;
    read();
    onDone();
  };

  const edit = () => {
    if (isEditing) return;
    isEditing = true;
    const title = field({
      label: "Title",
      name: "title",
      rule: rules.title,
      input: textInput({ value: current.title }),
    });
    const description = field({
      label: "Description",
      name: "description",
      rule: rules.description,
      input: textArea({ value: current.description }),
    });
    const cancel = h("button", { type: "button", class: "button", onclick: finish }, "Cancel");
    const { element: editor } = form({
      fields: [title, description],
      button: actionButton("Save", { class: "button primary" }),
      attributes: { class: "card editor" },
      send: async () => {
        const change = changes(current, {
          title: title.value.trim(),
          description: description.value,
        });
        if (change) await thread.update(change);
        finish();
      },
    });
    editor.querySelector(".actions").prepend(cancel);
    editor.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      finish();
    });
    fill(element, editor);
    grow(description.input);
    title.input.focus();
  };

  return {
    element,
    edit,
    update(ticket) {
      current = ticket;
      if (!isEditing) read();
    },
  };
}

/** The members that differ, or undefined where none do: the API refuses to change nothing. */
function changes(ticket, wanted) {
  const entries = Object.entries(wanted).filter(([name, value]) => ticket[name] !== value);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
