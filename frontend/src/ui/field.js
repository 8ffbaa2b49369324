import { h, unique } from "../core/dom.js";

/**
 * A labelled field with room for a hint and for what is wrong.
 *
 * The fault belongs to the field by `aria-describedby`, and goes away once the text is changed.
 */
export function field({ label, name, rule, hint, input, control = input, isOptional = false }) {
  const id = unique(name);
  const hintElement = hint ? h("p", { class: "hint", id: `${id}-hint` }, hint) : null;
  const fault = h("p", { class: "fault", id: `${id}-fault`, hidden: true });
  input.id = id;
  input.name = name;
  if (!isOptional) input.setAttribute("aria-required", "true");
  if (hint) input.setAttribute("aria-describedby", `${id}-hint`);

  const setFault = (detail) => {
    fault.hidden = !detail;
    fault.textContent = detail ? `${label} ${detail}.` : "";
    const described = [hint ? `${id}-hint` : "", detail ? `${id}-fault` : ""].filter(Boolean);
    if (described.length > 0) input.setAttribute("aria-describedby", described.join(" "));
    else input.removeAttribute("aria-describedby");
    if (detail) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  input.addEventListener("input", () => setFault(undefined));

  const element = h(
    "div",
    { class: "field" },
    h("label", { for: id }, label, isOptional ? h("span", { class: "aside" }, " optional") : null),
    control,
    hintElement,
    fault,
  );
  return {
    name,
    element,
    input,
    setFault,
    get value() {
      return input.value;
    },
    /** What the API would say against it, before it is asked. */
    complaint: () => (rule ? rule(input.value) : undefined),
  };
}

/** A line of text. */
export function textInput(attributes = {}) {
  return h("input", { type: "text", ...attributes });
}

/** Several lines of text that grow with what is written. */
export function textArea(attributes = {}) {
  const element = h("textarea", { rows: "4", ...attributes });
  element.addEventListener("input", () => grow(element));
  return element;
}

/** Fits the height to the text, up to what the style allows. */
export function grow(element) {
  element.style.height = "auto";
  element.style.height = `${element.scrollHeight + 2}px`;
}

/** A choice of one word. */
export function choice(options, value, attributes = {}) {
  const element = h(
    "select",
    attributes,
    options.map(([word, label]) => h("option", { value: word }, label)),
  );
  element.value = value;
  return element;
}
