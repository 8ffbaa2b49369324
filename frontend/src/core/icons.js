import { svg } from "./dom.js";

/** Drawn by us on a grid of 20 by 20, to be stroked. */
const shapes = {
  all: ["M4 5.5h12", "M4 10h12", "M4 14.5h8"],
  back: ["M12 4.5 6.5 10l5.5 5.5"],
  check: ["m4.5 10.5 3.8 3.8 7.2-8.4"],
  clock: ["M10 3.2a6.8 6.8 0 1 1 0 13.6 6.8 6.8 0 0 1 0-13.6Z", "M10 6.4V10l2.5 1.8"],
  close: ["m5.5 5.5 9 9", "m14.5 5.5-9 9"],
  comment: ["M4 4.8h12v8.4H9.4L6 16.2v-3H4Z"],
  done: ["M10 3.2a6.8 6.8 0 1 1 0 13.6 6.8 6.8 0 0 1 0-13.6Z", "m7 10.2 2.2 2.2 4-4.6"],
  down: ["m5.5 8 4.5 4.5L14.5 8"],
  edit: ["m4 16 .8-3.4 8.4-8.4 2.6 2.6-8.4 8.4Z", "m11.4 6 2.6 2.6"],
  escalate: ["m5 10.5 5-5 5 5", "m5 15.5 5-5 5 5"],
  inbox: ["M3.5 11.5 5.8 4.8h8.4l2.3 6.7v3.7h-13Z", "M3.5 11.5h4l.9 1.8h3.2l.9-1.8h4"],
  leave: ["M8.5 4H4.8v12h3.7", "M8.5 10h7.7", "m13 6.8 3.2 3.2-3.2 3.2"],
  offline: [
    "M3.4 8.2a9.6 9.6 0 0 1 13.2 0",
    "M6 11a5.8 5.8 0 0 1 8 0",
    "M9.9 14.2h.2",
    "m4 3.5 12 13",
  ],
  people: [
    "M7.6 9.6a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4Z",
    "M2.8 15.8c.3-2.6 2.2-4 4.8-4s4.5 1.4 4.8 4",
    "M12.6 4.5a2.6 2.6 0 0 1 0 4.9",
    "M14 12c1.8.4 2.9 1.7 3.2 3.8",
  ],
  person: [
    "M10 9.8a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
    "M4.4 16.2c.4-2.8 2.6-4.3 5.6-4.3s5.2 1.5 5.6 4.3",
  ],
  plus: ["M10 4.2v11.6", "M4.2 10h11.6"],
  warning: ["M10 3.6 17 16H3Z", "M10 8.2v3.6", "M10 13.9v.1"],
};

/** A drawing that stands beside words, and so says nothing by itself. */
export function icon(name) {
  return svg(
    "svg",
    { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" },
    ...shapes[name].map((path) => svg("path", { d: path })),
  );
}

/** Four bars of which as many are full as a priority weighs. */
export function bars(count) {
  const bar = (index) =>
    svg("rect", {
      class: index < count ? "bar full" : "bar",
      x: String(2 + index * 4.5),
      y: String(12.5 - index * 3),
      width: "3",
      height: String(4.5 + index * 3),
      rx: "1",
    });
  return svg(
    "svg",
    { class: "bars", viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" },
    ...[0, 1, 2, 3].map(bar),
  );
}
