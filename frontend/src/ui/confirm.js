import { h, unique } from "../core/dom.js";

/** Asks before something that cannot be undone; true where the person is sure. */
export function confirm({ title, text, action }) {
  return new Promise((resolve) => {
    const heading = unique("confirm");
    const close = (answer) => dialog.close(answer);
    const dialog = h(
      "dialog",
      {
        class: "dialog",
        "aria-labelledby": heading,
        onclose: () => {
          dialog.remove();
          resolve(dialog.returnValue === "yes");
        },
        onclick: (event) => {
          if (event.target === dialog) close("no");
        },
      },
      h(
        "div",
        { class: "dialog-body" },
        h("h2", { id: heading }, title),
        h("p", {}, text),
        h(
          "div",
          { class: "actions" },
          h("button", { type: "button", class: "button", onclick: () => close("no") }, "Cancel"),
          h(
            "button",
            { type: "button", class: "button primary", onclick: () => close("yes") },
            action,
          ),
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
