import { h } from "../core/dom.js";
import { emptyState } from "../ui/states.js";

/** The page for addresses that lead nowhere. */
export function createLost() {
  const element = h(
    "div",
    { class: "page" },
    emptyState({
      symbol: "warning",
      heading: "h1",
      title: "There is nothing here",
      text: "The address may be old, or meant for somebody else.",
      action: h("a", { class: "button", href: "/" }, "To the tickets"),
    }),
  );
  return {
    element,
    show() {
      document.title = "Nothing here · Helpdesk";
    },
    end() {},
  };
}
