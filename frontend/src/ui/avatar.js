import { h } from "../core/dom.js";
import { initials } from "../model/words.js";

const tints = 6;

/** The letters of a name in a circle, always in the same colour for the same person. */
export function avatar(id, name) {
  let sum = 0;
  for (const letter of String(id)) sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return h("span", { class: `avatar tint-${sum % tints}`, "aria-hidden": "true" }, initials(name));
}

/** The circle of a ticket that nobody works on. */
export function emptyAvatar() {
  return h("span", { class: "avatar nobody", "aria-hidden": "true" });
}
