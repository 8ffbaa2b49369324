const svgNamespace = "http://www.w3.org/2000/svg";

/** Attributes that only work as properties, or differ from them once a person has typed. */
const properties = new Set(["value", "checked", "disabled", "hidden", "selected", "tabIndex"]);

/**
 * Makes an element.
 *
 * Text becomes text nodes and never markup, so nothing that people write can be read as HTML.
 * Attributes that are null, undefined or false are left out; `onclick` and the like take functions.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  element.append(...nodes(children));
  return element;
}

/** Makes an SVG element. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(svgNamespace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Replaces what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
  return element;
}

/**
 * Replaces what an element holds while a person may be in it.
 *
 * The focus stays on what had it, or goes to what now has its name. The children are made by a
 * function, as putting a part that stays into its new place already takes the focus from it.
 */
export function refill(element, make) {
  const active = document.activeElement;
  const isInside = element !== active && element.contains(active);
  fill(element, make());
  if (!isInside || document.activeElement === active) return element;
  const heir = active.isConnected ? active : element.querySelector(`[name="${active.name}"]`);
  heir?.focus({ preventScroll: true });
  return element;
}

/**
 * Hands the focus on once the work of a control is done.
 *
 * An answer may come late: whoever has moved on to something else meanwhile stays there.
 */
export function handFocus(from, to) {
  const active = document.activeElement;
  if (!active || active === document.body || from.contains(active)) to.focus();
}

/** The nodes of nested lists of nodes and texts, without the empty ones. */
function nodes(children) {
  const isEmpty = (child) => child === null || child === undefined || child === false;
  return children.flat(Infinity).filter((child) => !isEmpty(child));
}

let lastIdentifier = 0;

/** An identifier that no other element of the page has. */
export function unique(prefix) {
  lastIdentifier += 1;
  return `${prefix}-${lastIdentifier}`;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) {
    if (properties.has(name)) element[name] = value ?? "";
    return;
  }
  if (typeof value === "function") element.addEventListener(name.slice(2), value);
  else if (properties.has(name)) element[name] = value;
  else element.setAttribute(name, value === true ? "" : value);
}
