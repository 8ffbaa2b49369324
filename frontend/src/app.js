import { browserChannel, browserLocks, browserStorage } from "./api/browser.js";
import { createConnection } from "./api/connection.js";
import { createSession } from "./api/session.js";
import { createTransport } from "./api/transport.js";
import { apiOrigin } from "./config.js";
import { installAnnouncer } from "./core/announce.js";
import { fill } from "./core/dom.js";
import { createRouter } from "./core/router.js";
import { installBanner } from "./ui/banner.js";
import { installMoments } from "./ui/moments.js";
import { createEntry } from "./views/entry.js";
import { createShell } from "./views/shell.js";
import { createSplash } from "./views/splash.js";

/**
 * The page as a whole: nobody yet, someone who has to log in, or someone at work.
 *
 * The address stays what it is while someone logs in, so they come to what they asked for.
 */
export function createApp(root) {
  const connection = createConnection();
  const send = createTransport({
    origin: apiOrigin,
    fetch: (...request) => fetch(...request),
    report: connection.report,
  });
  const session = createSession({
    send,
    locks: browserLocks(),
    storage: browserStorage(),
    channel: browserChannel(),
  });
  const router = createRouter();
  const context = { connection, session, router };

  let view;
  let key;
  const show = (nextKey, make) => {
    if (key === nextKey) return;
    const isFirst = key === undefined;
    view?.end?.();
    key = nextKey;
    view = make();
    fill(root, view.element);
    view.show?.(router.route.value, { isFirst });
  };

  const render = () => {
    const { status, account, reason } = session.state.value;
    const route = router.route.value;
    const isEntry = route.name === "login" || route.name === "register";
    if (status === "unknown") return show("splash", createSplash);
    if (status === "out") {
      const name = route.name === "register" ? "register" : "login";
      return show(`out ${name}`, () => createEntry(context, { name, reason }));
    }
    if (isEntry) return router.navigate("/", { replace: true });
    // Another person, or the same with another role, gets a page of their own.
    show(`in ${account.id} ${account.role}`, () => createShell({ ...context, account }));
  };

  const begin = () => {
    if (session.state.value.status !== "unknown") return view?.retry?.();
    return session.start().catch(() => {
      const delay = connection.delay() ?? 2000;
      if (!retry) retry = setTimeout(again, delay);
    });
  };
  let retry;
  const again = () => {
    clearTimeout(retry);
    retry = undefined;
    begin();
  };

  installBanner(connection, again);
  installAnnouncer();
  installMoments();
  session.state.observe(render);
  router.route.observe((route) => {
    render();
    if (key?.startsWith("in ")) view.show(route);
  });
  addEventListener("online", again);
  begin();
}
