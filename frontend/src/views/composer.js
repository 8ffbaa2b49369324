import { announce } from "../core/announce.js";
import { rules } from "../model/rules.js";
import { field, grow, textArea } from "../ui/field.js";
import { actionButton, form } from "../ui/form.js";

/** What was begun on each ticket; it outlives the view, so that looking elsewhere costs nothing. */
const drafts = new Map();

/** The form for a comment. */
export function createComposer({ thread }, id) {
  const text = field({
    label: "Add a comment",
    name: "body",
    rule: (value) => rules.comment(value.trim()),
    hint: "Ctrl + Enter sends it.",
    input: textArea({ rows: "3", value: drafts.get(id) ?? "" }),
  });
  const { element } = form({
    fields: [text],
    button: actionButton("Send", { class: "button primary" }),
    attributes: { class: "composer" },
    send: async () => {
      await thread.comment(text.value.trim());
      drafts.delete(id);
      text.input.value = "";
      grow(text.input);
      announce("Comment added");
    },
  });
  text.input.addEventListener("input", () => drafts.set(id, text.value));
  text.input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) element.requestSubmit();
  });
  return element;
}
