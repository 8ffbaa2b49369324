import { h } from "../core/dom.js";

const source = new URL("../logo.svg", import.meta.url);

/** The product's mark; its name stands beside it in letters. */
export function logo() {
  return h("img", { class: "logo", src: source.href, alt: "", width: "32", height: "32" });
}

/** Mark and name. */
export function brand() {
  return h("span", { class: "brand" }, logo(), h("span", { class: "brand-name" }, "Helpdesk"));
}
