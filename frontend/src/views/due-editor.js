import { fill, h, handFocus } from "../core/dom.js";
import { localInput, momentOf } from "../model/time.js";
import { field, textInput } from "../ui/field.js";
import { actionButton, form } from "../ui/form.js";

/** A button that becomes a small form for another due time. */
export function createDueEditor(thread) {
  const element = h("div", { class: "due-editor" });
  let ticket;

  const close = () => {
    fill(element, button);
    handFocus(element, button);
  };

  const edit = () => {
    const due = field({
      label: "Due time",
      name: "dueAt",
      input: textInput({ type: "datetime-local", value: localInput(ticket.dueAt) }),
      rule: (value) => (momentOf(value) ? undefined : "is missing"),
    });
    const cancel = h("button", { type: "button", class: "button small", onclick: close }, "Cancel");
    const { element: editor } = form({
      fields: [due],
      button: actionButton("Save", { class: "button primary small" }),
      send: async () => {
        await thread.update({ dueAt: momentOf(due.value) });
        close();
      },
    });
    editor.querySelector(".actions").prepend(cancel);
    editor.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close();
    });
    fill(element, editor);
    due.input.focus();
  };

  const button = h("button", { type: "button", class: "link", onclick: edit }, "Change due time");
  fill(element, button);

  return {
    /** The editor for a ticket as it is now; what is being typed stays. */
    open(current) {
      ticket = current;
      return element;
    },
  };
}
