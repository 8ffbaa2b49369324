import { h } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { brand } from "../ui/logo.js";
import { loginForm } from "./login.js";
import { registerForm } from "./register.js";

const picture = new URL("../desk.svg", import.meta.url);

/** The page for people who are not logged in. */
export function createEntry(context, { name, reason }) {
  const { title, lead, form, focus, other } =
    name === "register" ? registerForm(context) : loginForm(context, reason);
  const heading = h("h1", { tabIndex: -1 }, title);
  const element = h(
    "div",
    { class: "entry" },
    h(
      "main",
      { class: "entry-main" },
      h("header", {}, brand()),
      h(
        "div",
        { class: "entry-form" },
        heading,
        h("p", { class: "lead" }, lead),
        form,
        h("p", { class: "entry-other" }, other),
      ),
    ),
    h(
      "aside",
      { class: "entry-aside" },
      h("img", { src: picture.href, alt: "", class: "entry-picture", width: "440", height: "300" }),
      h("p", { class: "entry-promise" }, "Every question gets an answer, and in time."),
      h(
        "ul",
        { role: "list" },
        [
          "One place for all that people ask",
          "A due time on every ticket",
          "What is late speaks up by itself",
        ].map((text) => h("li", {}, icon("check"), text)),
      ),
    ),
  );
  return {
    element,
    show() {
      document.title = `${title} · Helpdesk`;
      focus.focus();
    },
  };
}
