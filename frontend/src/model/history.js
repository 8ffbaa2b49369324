import { lastLevel } from "./words.js";

/** How an event is drawn and told to a reader; comments tell themselves. */
export function story(event, me) {
  const who = event.actorId === me.id ? "You" : (event.actorName ?? "Helpdesk");
  switch (event.kind) {
    case "created":
      return { icon: "plus", text: `${who} opened the ticket` };
    case "updated":
      return { icon: "edit", text: `${who} changed the ticket` };
    case "assigned":
      return { icon: "person", text: `${who} changed the assignee` };
    case "resolved":
      return { icon: "check", text: `${who} resolved the ticket`, tone: "good" };
    case "escalated":
      return {
        icon: "escalate",
        text: `Overdue: escalated to level ${event.level} of ${lastLevel}`,
        tone: "late",
      };
    default:
      return { icon: "edit", text: `${who}: ${event.kind}` };
  }
}
