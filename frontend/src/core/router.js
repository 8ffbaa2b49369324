import { routeOf } from "./routes.js";
import { createStore } from "./store.js";

/** Keeps the page's address and its content together, without loading the page again. */
export function createRouter() {
  const read = () => routeOf(location.pathname, location.search);
  const store = createStore(read());

  const refresh = () => {
    const next = read();
    // A jump to a fragment is the browser's own affair.
    if (next.path !== store.value.path || next.search !== store.value.search) store.set(next);
  };

  const navigate = (address, { replace = false } = {}) => {
    if (replace) history.replaceState(null, "", address);
    else if (address !== location.pathname + location.search) history.pushState(null, "", address);
    refresh();
  };

  addEventListener("popstate", refresh);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !isPlain(event) || link.origin !== location.origin) return;
    if (link.target || link.hasAttribute("download") || link.getAttribute("href").startsWith("#")) {
      return;
    }
    event.preventDefault();
    navigate(link.pathname + link.search);
  });

  return { route: store, navigate };
}

/** Whether a click asks for no more than following the link. */
function isPlain(event) {
  return (
    !event.defaultPrevented &&
    event.button === 0 &&
    !event.metaKey &&
    !event.ctrlKey &&
    !event.shiftKey &&
    !event.altKey
  );
}
