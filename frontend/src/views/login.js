import { apiOrigin } from "../config.js";
import { h } from "../core/dom.js";
import { rules } from "../model/rules.js";
import { field, textInput } from "../ui/field.js";
import { actionButton, form } from "../ui/form.js";
import { passwordInput } from "../ui/password.js";

/** What is said to people who were here a moment ago. */
const reasons = {
  ended: "Your session has ended. Log in to go on where you were.",
  left: "You are logged out.",
  unkept:
    "Your browser did not keep your session. If this happens again, allow cookies of " +
    `${new URL(apiOrigin).host} on this page.`,
};

/** The form for people who have an account. */
export function loginForm({ session }, reason) {
  const email = field({
    label: "Email",
    name: "email",
    rule: rules.email,
    input: textInput({ type: "email", autocomplete: "username", spellcheck: "false" }),
  });
  const password = field({
    label: "Password",
    name: "password",
    rule: rules.password,
    ...passwordInput("current-password"),
  });
  const { element } = form({
    fields: [email, password],
    button: actionButton("Log in", { class: "button primary wide" }),
    send: async () => {
      try {
        await session.logIn(email.value.trim(), password.value);
      } catch (problem) {
        if (problem.kind === "wrong-credentials") {
          password.input.value = "";
          password.input.focus();
        }
        throw problem;
      }
    },
  });
  const text = reasons[reason];
  return {
    title: "Log in",
    lead: "Welcome back.",
    form: [text ? h("p", { class: "note", role: "status" }, text) : [], element],
    focus: email.input,
    other: ["New here? ", h("a", { href: "/register" }, "Create an account")],
  };
}
