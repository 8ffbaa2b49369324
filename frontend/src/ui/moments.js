import { h } from "../core/dom.js";
import { ago, agoShort, due, fullMoment } from "../model/time.js";

/** How often the words for moments are said anew. */
const period = 20_000;

const shown = new Set();

/** A moment that has passed; the words follow the clock while the element is in the page. */
export function pastMoment(moment, { isShort = false } = {}) {
  const words = isShort ? agoShort : ago;
  const element = h("time", { datetime: moment, title: fullMoment(moment) }, words(moment));
  return keep(element, () => {
    element.textContent = words(moment);
  });
}

/** When a ticket is due. */
export function dueMoment(ticket) {
  const element = h("time", { datetime: ticket.dueAt, title: fullMoment(ticket.dueAt) });
  const say = () => {
    const { text, tone } = due(ticket);
    element.textContent = text;
    element.className = `due due-${tone}`;
  };
  say();
  return keep(element, say);
}

/** Starts the clock. */
export function installMoments() {
  setInterval(() => {
    for (const entry of shown) {
      const element = entry.element.deref();
      // An element that was never put into the page is collected; one that left it has served.
      if (!element || !element.isConnected) shown.delete(entry);
      else entry.say();
    }
  }, period);
}

function keep(element, say) {
  shown.add({ element: new WeakRef(element), say });
  return element;
}
