const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in one unit, rounded as people round. */
export function span(milliseconds) {
  const length = Math.abs(milliseconds);
  if (length < hour) return counted(Math.max(1, Math.round(length / minute)), "min", "min");
  if (length < day) return counted(Math.round(length / hour), "hour", "hours");
  return counted(Math.round(length / day), "day", "days");
}

/** A moment that has passed, seen from now. */
export function ago(moment, now = Date.now()) {
  const age = now - Date.parse(moment);
  if (age < minute) return "just now";
  if (age < 7 * day) return `${span(age)} ago`;
  return calendarDay(moment, now);
}

/** The same in as few letters as a list has room for. */
export function agoShort(moment, now = Date.now()) {
  const age = now - Date.parse(moment);
  if (age < minute) return "now";
  if (age < hour) return `${Math.round(age / minute)} min`;
  if (age < day) return `${Math.round(age / hour)} h`;
  if (age < 7 * day) return `${Math.round(age / day)} d`;
  return calendarDay(moment, now);
}

/** When a ticket is due, and how that should feel: `calm`, `soon`, `late` or `done`. */
export function due(ticket, now = Date.now()) {
  const left = Date.parse(ticket.dueAt) - now;
  if (ticket.status === "resolved") {
    const isInTime = Date.parse(ticket.resolvedAt) <= Date.parse(ticket.dueAt);
    return { text: isInTime ? "Resolved in time" : "Resolved late", tone: "done" };
  }
  if (left <= 0) return { text: `Overdue by ${span(left)}`, tone: "late" };
  const text = left < 6 * day ? `Due in ${span(left)}` : `Due ${calendarDay(ticket.dueAt, now)}`;
  return { text, tone: left < 2 * hour ? "soon" : "calm" };
}

/** A moment in full, in the reader's time zone. */
export function fullMoment(moment, locale = readerLocale()) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" }).format(
    new Date(moment),
  );
}

/** A moment as it stands on the clock and the calendar. */
export function clockMoment(moment, now = Date.now(), locale = readerLocale()) {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(new Date(moment));
  return `${calendarDay(moment, now, locale)}, ${time}`;
}

/** A day, with its year where that is another one. */
export function calendarDay(moment, now = Date.now(), locale = readerLocale()) {
  const date = new Date(moment);
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: isThisYear ? undefined : "numeric",
  }).format(date);
}

/** A moment as `<input type="datetime-local">` holds it: the reader's own clock. */
export function localInput(moment) {
  const date = new Date(moment);
  const two = (number) => String(number).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment that such an input names, for the API; undefined where it names none. */
export function momentOf(input) {
  const date = new Date(input);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** The page is in English, so dates follow the reader's kind of it. */
function readerLocale() {
  const languages = globalThis.navigator?.languages ?? [];
  return languages.find((language) => language.startsWith("en")) ?? "en-GB";
}

function counted(number, one, many) {
  return `${number} ${number === 1 ? one : many}`;
}
