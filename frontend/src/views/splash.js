import { h } from "../core/dom.js";
import { logo } from "../ui/logo.js";

/** What is seen until it is known who is there. */
export function createSplash() {
  const element = h(
    "main",
    { class: "splash" },
    logo(),
    h("p", { class: "unseen", role: "status" }, "Helpdesk is starting"),
  );
  return { element };
}
