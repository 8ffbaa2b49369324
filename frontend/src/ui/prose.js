import { h } from "../core/dom.js";
import { partsOf } from "../model/links.js";

/** What people wrote, with its lines, and with addresses that can be followed. */
export function prose(text) {
  return h(
    "div",
    { class: "prose" },
    partsOf(text).map((part) => (part.url ? link(part) : part.text)),
  );
}

function link({ url, text }) {
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer nofollow" }, text);
}
