import { h } from "../core/dom.js";
import { icon } from "../core/icons.js";

/** What stands where nothing else does. */
export function emptyState({ symbol, title, text, action, heading = "p" }) {
  return h(
    "div",
    { class: "state" },
    h("div", { class: "state-symbol" }, icon(symbol)),
    h(heading, { class: "state-title" }, title),
    text ? h("p", { class: "state-text" }, text) : null,
    action ?? null,
  );
}

/** What stands where something could not be had. */
export function failedState(problem, retry) {
  const isGone = problem.status === 404;
  const symbol = problem.kind === "unreachable" ? "offline" : "warning";
  return h(
    "div",
    { class: "state", role: "alert" },
    h("div", { class: "state-symbol" }, icon(symbol)),
    h("p", { class: "state-title" }, isGone ? "Not found" : "This could not be loaded"),
    h("p", { class: "state-text" }, problem.text),
    isGone ? null : h("button", { type: "button", class: "button", onclick: retry }, "Try again"),
  );
}

/** Grey bars in the shape of what is to come. */
export function skeleton(rows, kind) {
  return h(
    "div",
    { class: `skeleton skeleton-${kind}`, "aria-hidden": "true" },
    Array.from({ length: rows }, () => h("div", { class: "bone" }, h("i"), h("i"), h("i"))),
  );
}
