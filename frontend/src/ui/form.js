import { fill, h } from "../core/dom.js";
import { icon } from "../core/icons.js";

/** A place for what went wrong, read out when it appears. */
export function errorBox() {
  const element = h("div", { class: "alert", role: "alert", hidden: true });
  return {
    element,
    show(text) {
      element.hidden = !text;
      fill(element, text ? [icon("warning"), h("p", {}, text)] : []);
    },
  };
}

/** A button that shows that its work is under way, and cannot be pressed twice. */
export function actionButton(label, attributes = {}, ...before) {
  const element = h("button", { type: "button", class: "button", ...attributes }, before, label);
  return {
    element,
    setBusy(isBusy) {
      element.toggleAttribute("data-busy", isBusy);
      // Disabling would throw the focus away.
      element.setAttribute("aria-disabled", String(isBusy));
    },
    get isBusy() {
      return element.hasAttribute("data-busy");
    },
  };
}

/** Does the work of a control, and shows beside it why it failed. */
export async function perform(control, errors, work) {
  if (control.isBusy) return false;
  control.setBusy(true);
  errors.show(undefined);
  try {
    await work();
    return true;
  } catch (problem) {
    if (!problem.kind) throw problem;
    errors.show(problem.text);
    return false;
  } finally {
    control.setBusy(false);
  }
}

/**
 * A form whose faults appear at their fields, whether the page or the API finds them.
 *
 * What cannot be put at a field is said above the button; nothing that was typed is lost.
 */
export function form({ fields, button, send, attributes = {} }) {
  const errors = errorBox();
  button.element.type = "submit";

  const show = (faults) => {
    let rest = [];
    for (const { field: name, detail } of faults) {
      const found = fields.find((candidate) => candidate.name === name);
      if (found) found.setFault(detail);
      else rest = [...rest, `${name} ${detail}.`.trim()];
    }
    if (rest.length > 0) errors.show(rest.join(" "));
    fields.find((candidate) => candidate.input.getAttribute("aria-invalid"))?.input.focus();
  };

  const submit = async (event) => {
    event.preventDefault();
    if (button.isBusy) return;
    errors.show(undefined);
    const faults = fields
      .map((candidate) => ({ field: candidate.name, detail: candidate.complaint() }))
      .filter(({ detail }) => detail);
    if (faults.length > 0) return show(faults);
    button.setBusy(true);
    try {
      await send();
    } catch (problem) {
      if (!problem.kind) throw problem;
      if (problem.faults.length > 0) show(problem.faults);
      else errors.show(problem.text);
      button.element.scrollIntoView({ block: "nearest" });
    } finally {
      button.setBusy(false);
    }
  };

  const element = h(
    "form",
    { novalidate: true, onsubmit: submit, ...attributes },
    fields.map((candidate) => candidate.element),
    errors.element,
    h("div", { class: "actions" }, button.element),
  );
  return { element, errors };
}
