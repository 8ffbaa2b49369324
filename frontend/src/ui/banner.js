import { fill, h } from "../core/dom.js";
import { icon } from "../core/icons.js";

/** A strip that tells when the API is away, and when it is asked again. */
export function installBanner(connection, retry) {
  const text = h("p", { role: "status", "aria-live": "polite" });
  const left = h("span", { class: "countdown", "aria-hidden": "true" });
  const button = h("button", { type: "button", class: "button small", onclick: retry }, "Try now");
  const symbol = h("span");
  const element = h("div", { class: "banner", hidden: true }, symbol, text, left, button);
  document.body.prepend(element);

  let timer;
  let shown;
  const count = () => {
    const seconds = Math.ceil((connection.trouble.value.retryAt - Date.now()) / 1000);
    left.textContent = seconds > 0 ? `Trying again in ${seconds} s` : "Trying again …";
  };

  connection.trouble.observe((trouble) => {
    clearInterval(timer);
    element.hidden = !trouble;
    if (!trouble) {
      shown = undefined;
      text.textContent = "";
      return;
    }
    count();
    timer = setInterval(count, 500);
    const sentence = sentenceOf(trouble);
    if (sentence === shown) return;
    shown = sentence;
    fill(symbol, icon(trouble.kind === "unreachable" ? "offline" : "clock"));
    text.textContent = sentence;
  });
}

function sentenceOf(trouble) {
  if (trouble.kind === "unavailable") return "Helpdesk can’t answer just now. Nothing is lost.";
  return navigator.onLine
    ? "Helpdesk can’t be reached. What you see may be old."
    : "You are offline. What you see may be old.";
}
