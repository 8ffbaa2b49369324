import { fill, h } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { story } from "../model/history.js";
import { avatar } from "../ui/avatar.js";
import { pastMoment } from "../ui/moments.js";
import { prose } from "../ui/prose.js";

/** What happened to a ticket, oldest first. */
export function createTimeline({ account }) {
  const items = h("ol", { class: "events", role: "list" });
  const element = h(
    "section",
    { class: "timeline", "aria-label": "Activity" },
    h("h2", {}, "Activity"),
    items,
  );
  let shown;

  const comment = (event) => {
    const name = event.actorName;
    const isMine = event.actorId === account.id;
    return h(
      "li",
      { class: isMine ? "event comment mine" : "event comment" },
      avatar(event.actorId, name),
      h(
        "div",
        { class: "comment-card" },
        h(
          "p",
          { class: "comment-head" },
          h("strong", {}, isMine ? `${name} (you)` : name),
          pastMoment(event.createdAt),
        ),
        prose(event.body ?? ""),
      ),
    );
  };

  const note = (event) => {
    const { icon: symbol, text, tone } = story(event, account);
    return h(
      "li",
      { class: `event note ${tone ?? ""}` },
      h("span", { class: "event-symbol" }, icon(symbol)),
      h("p", {}, text, " ", h("span", { class: "aside" }, pastMoment(event.createdAt))),
    );
  };

  const update = (ticket, events) => {
    // Events are never changed, only added.
    if (events.length === shown) return;
    shown = events.length;
    fill(items, events.map((event) => (event.kind === "commented" ? comment(event) : note(event))));
  };

  return { element, update };
}
