import { Problem } from "../api/problem.js";
import { h } from "../core/dom.js";
import { rules } from "../model/rules.js";
import { field, textInput } from "../ui/field.js";
import { actionButton, form } from "../ui/form.js";
import { passwordInput } from "../ui/password.js";

/** The form for people who have no account. */
export function registerForm({ session }) {
  const name = field({
    label: "Name",
    name: "name",
    rule: rules.name,
    input: textInput({ autocomplete: "name" }),
  });
  const email = field({
    label: "Email",
    name: "email",
    rule: rules.email,
    input: textInput({ type: "email", autocomplete: "username", spellcheck: "false" }),
  });
  const password = field({
    label: "Password",
    name: "password",
    rule: rules.newPassword,
    hint: "At least 10 characters; a few words in a row are easy to keep in mind.",
    ...passwordInput("new-password"),
  });
  const { element } = form({
    fields: [name, email, password],
    button: actionButton("Create account", { class: "button primary wide" }),
    send: async () => {
      try {
        await session.register(name.value.trim(), email.value.trim(), password.value);
      } catch (problem) {
        if (problem.status !== 409) throw problem;
        const detail = "belongs to an account already; log in instead";
        throw new Problem({ kind: "taken", status: 409, faults: [{ field: "email", detail }] });
      }
    },
  });
  return {
    title: "Create your account",
    lead: "It takes half a minute.",
    form: element,
    focus: name.input,
    other: ["Have one already? ", h("a", { href: "/login" }, "Log in")],
  };
}
