import { h } from "./dom.js";

const region = h("div", { class: "unseen", role: "status", "aria-live": "polite" });
const toasts = h("div", { class: "toasts", "aria-hidden": "true" });

/** Puts the places for messages into the page; they must be there before the first message. */
export function installAnnouncer() {
  document.body.append(region, toasts);
}

/** Says something to people who listen to the page. */
export function announce(text) {
  // The same text twice is said twice only if it changes in between.
  region.textContent = "";
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}

/** Says something to everybody, for a few seconds. */
export function toast(text) {
  announce(text);
  const element = h("div", { class: "toast" }, text);
  toasts.append(element);
  setTimeout(() => element.remove(), 4500);
}
