import { h } from "../core/dom.js";

/** A password's input with a button that shows what was typed. */
export function passwordInput(autocomplete) {
  const input = h("input", { type: "password", autocomplete });
  const button = h(
    "button",
    {
      type: "button",
      class: "reveal",
      "aria-pressed": "false",
      onclick: () => {
        const isShown = input.type === "password";
        input.type = isShown ? "text" : "password";
        button.textContent = isShown ? "Hide" : "Show";
        button.setAttribute("aria-label", isShown ? "Hide password" : "Show password");
        button.setAttribute("aria-pressed", String(isShown));
      },
      "aria-label": "Show password",
    },
    "Show",
  );
  return { input, control: h("div", { class: "with-button" }, input, button) };
}
