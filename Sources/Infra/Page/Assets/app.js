// The page of `infra dev`: it shows what the server tells and sends nothing. Every text goes into the
// document as text, never as markup.

/** How many lines are kept; the server keeps as many. */
const kept = 4000;
/** How many lines are in the document at once. */
const shown = 1500;

const colours = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];
const escapes =
  // eslint-disable-next-line no-control-regex
  /\x1b\[([0-9;:]*)m|\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]|[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;

/** A line's text in pieces with the classes that its ANSI codes ask for; other codes are left out. */
export function pieces(line) {
  // A progress bar writes its line again and again: what counts is the last state.
  const text = line.replace(/[\r\n]+$/, "").replace(/^.*\r(?!\n)/s, "");
  const found = [];
  let style = {};
  let from = 0;
  const add = (part) => {
    if (!part) return;
    const classes = Object.values(style).filter(Boolean);
    const last = found.at(-1);
    if (last && last.classes.join() === classes.join()) last.text += part;
    else found.push({ text: part, classes });
  };
  for (const match of text.matchAll(escapes)) {
    add(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[1] !== undefined) style = styled(style, match[1]);
  }
  add(text.slice(from));
  return found;
}

function styled(style, codes) {
  const next = { ...style };
  const numbers = codes.split(/[;:]/).map(Number);
  for (let index = 0; index < numbers.length; index += 1) {
    const code = numbers[index];
    if (code === 0) for (const key of Object.keys(next)) delete next[key];
    else if (code === 1) next.weight = "a-bold";
    else if (code === 2) next.weight = "a-dim";
    else if (code === 3) next.slant = "a-italic";
    else if (code === 4) next.line = "a-underline";
    else if (code === 22) delete next.weight;
    else if (code === 23) delete next.slant;
    else if (code === 24) delete next.line;
    else if (code >= 30 && code <= 37) next.colour = `a-${colours[code - 30]}`;
    else if (code >= 90 && code <= 97) next.colour = `a-${colours[code - 90]}`;
    else if (code === 39) delete next.colour;
    else if (code === 38 || code === 48) {
      // One of 256 colours: the first 16 have names. Any other colour might be unreadable here.
      const name = numbers[index + 1] === 5 ? colours[numbers[index + 2] % 8] : undefined;
      if (code === 38 && name && numbers[index + 2] < 16) next.colour = `a-${name}`;
      index += numbers[index + 1] === 5 ? 2 : 4;
    }
  }
  return next;
}

/** How long ago something was, in the largest unit that fits. */
export function age(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min`;
  if (whole < 86400) return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
  return `${Math.floor(whole / 86400)} d`;
}

/** Whether a state is good, on its way, bad, or neither. */
export function mood(state, kind) {
  switch (state) {
    case "healthy": return "ok";
    case "building": case "releasing": case "starting": case "restarting": return "busy";
    case "unhealthy": return "bad";
    case "exited": return kind === "job" ? "idle" : "bad";
    default: return "idle";
  }
}

/** The one sentence that says how all of it is. */
export function headline(resources, states, ready, isOver) {
  if (isOver) return { mood: "idle", text: "Stopped" };
  if (resources.length === 0) return { mood: "idle", text: "Waiting for the plan" };
  const with_ = (wanted) =>
    resources.filter((it) => mood(states.get(it.name)?.state, it.kind) === wanted);
  const bad = with_("bad");
  if (bad.length > 0) {
    const names = bad.slice(0, 3).map((it) => `${it.name} ${states.get(it.name).state}`);
    return { mood: "bad", text: names.join(", ") + (bad.length > 3 ? ` and ${bad.length - 3} more` : "") };
  }
  const good = with_("ok").length;
  const due = resources.filter((it) => it.kind !== "job").length;
  if (good >= due) {
    const time = ready === undefined ? "" : `, ready in ${ready.toFixed(1)} s`;
    return { mood: "ok", text: `All ${good} healthy${time}` };
  }
  const busy = with_("busy")[0];
  const doing = busy ? `: ${busy.name} is ${states.get(busy.name).state}` : "";
  return { mood: "busy", text: `${good} of ${due} healthy${doing}` };
}

/** The pieces with every occurrence of a text marked; the text is in lower case. */
export function marked(parts, text) {
  if (!text) return parts;
  const whole = parts.map((it) => it.text).join("");
  const lower = whole.toLowerCase();
  // Some letters have a lower case of another length; then no place in it is right.
  if (lower.length !== whole.length) return parts;
  const hits = [];
  for (let at = lower.indexOf(text); at >= 0; at = lower.indexOf(text, at + text.length)) {
    hits.push([at, at + text.length]);
  }
  const result = [];
  let start = 0;
  for (const part of parts) {
    const end = start + part.text.length;
    let from = start;
    for (const [first, last] of hits) {
      if (last <= start || first >= end) continue;
      if (first > from) result.push({ ...part, text: whole.slice(from, first) });
      const begin = Math.max(first, start);
      result.push({ ...part, text: whole.slice(begin, Math.min(last, end)), hit: true });
      from = Math.min(last, end);
    }
    if (from < end) result.push({ ...part, text: whole.slice(from, end) });
    start = end;
  }
  return result;
}

/** A link that is safe to follow: by HTTP, never a script. */
export function safeLink(url) {
  try {
    const parsed = new URL(url);
    return ["http:", "https:"].includes(parsed.protocol) ? parsed.href : undefined;
  } catch {
    return undefined;
  }
}

function start() {
  const at = (id) => document.getElementById(id);
  const log = at("log");
  const resources = new Map();
  const states = new Map();
  const hues = new Map();
  const chosen = new Set();
  const rows = new Map();
  let lines = [];
  let waiting = [];
  let ready;
  let isOver = false;
  let isPaused = false;
  let filter = "";
  let isScheduled = false;
  let unseen = 0;
  let follows = true;
  let lastTop = 0;

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  // Resources

  function hue(name) {
    if (!hues.has(name)) hues.set(name, hues.size % 8);
    return `hue${hues.get(name)}`;
  }

  function showPlan(plan) {
    resources.clear();
    for (const resource of plan.resources) {
      resources.set(resource.name, resource);
      hue(resource.name);
    }
    for (const name of [...states.keys()]) if (!resources.has(name)) states.delete(name);
    at("environment").textContent = plan.environment;
    rows.clear();
    at("resources").replaceChildren(...plan.resources.map(row));
    showChips();
    showGraph();
    showStates();
  }

  function row(resource) {
    const item = make("li", "resource idle");
    const head = make("div", "head");
    head.append(make("span", "lamp"), make("h3", "", resource.name), make("span", "kind", resource.kind));
    const state = make("span", "state", "waiting");
    head.append(state);
    const facts = make("div", "facts");
    const url = resource.url ? safeLink(resource.url) : undefined;
    if (url) {
      const link = make("a", "", new URL(url).host);
      link.href = url;
      link.target = "_blank";
      link.rel = "noreferrer";
      link.setAttribute("aria-label", `Open ${resource.name} at ${url} in a new tab`);
      facts.append(link);
    } else if (resource.port) {
      facts.append(make("span", "", `port ${resource.port}`));
    }
    const since = make("span", "");
    const pid = make("span", "");
    facts.append(since, pid);
    const detail = make("p", "detail");
    item.append(head, facts, detail);
    if (resource.command) {
      const command = make("code", "command", resource.command);
      command.title = resource.command;
      item.append(command);
    }
    rows.set(resource.name, { item, state, since, pid, detail });
    return item;
  }

  function showStates() {
    for (const [name, { item, state, pid, detail }] of rows) {
      const now = states.get(name);
      const look = mood(now?.state, resources.get(name).kind);
      item.className = `resource ${look}`;
      state.textContent = now?.state ?? "waiting";
      pid.textContent = now?.pid ? `pid ${now.pid}` : "";
      detail.textContent = now?.detail ?? "";
      detail.hidden = !now?.detail;
    }
    for (const card of at("graph").querySelectorAll(".card")) {
      const resource = resources.get(card.dataset.name);
      card.classList.remove("ok", "busy", "bad", "idle");
      if (resource) card.classList.add(mood(states.get(resource.name)?.state, resource.kind));
    }
    const { mood: how, text } = headline([...resources.values()], states, ready, isOver);
    const element = at("headline");
    if (element.textContent !== text) element.textContent = text;
    element.dataset.mood = how;
    document.title = `${text} · infra dev`;
    const healthy = [...rows.values()].filter((it) => it.item.classList.contains("ok")).length;
    at("tally").textContent = `${healthy} of ${resources.size} healthy`;
    showAges();
  }

  function showAges() {
    for (const [name, { since }] of rows) {
      const now = states.get(name);
      const text = now?.since ? `for ${age(Date.now() / 1000 - now.since)}` : "";
      if (since.textContent !== text) since.textContent = text;
      if (now?.since) since.title = new Date(now.since * 1000).toLocaleString();
    }
  }

  // The graph

  function showGraph() {
    const request = new XMLHttpRequest();
    request.open("GET", "graph.svg");
    request.responseType = "document";
    request.onload = () => {
      const drawing = request.status === 200 && request.responseXML?.documentElement;
      if (!drawing) return;
      at("graph").replaceChildren(document.importNode(drawing, true));
      for (const card of at("graph").querySelectorAll(".card")) {
        card.addEventListener("click", () => choose(card.dataset.name));
      }
      showStates();
      showChosen();
    };
    request.send();
  }

  // Choosing resources

  function choose(name) {
    if (chosen.has(name)) chosen.delete(name);
    else chosen.add(name);
    showChosen();
    showAllLines();
  }

  function showChips() {
    const names = [...new Set([...resources.keys(), ...hues.keys()])];
    const all = make("button", "", "All");
    all.type = "button";
    all.addEventListener("click", () => {
      chosen.clear();
      showChosen();
      showAllLines();
    });
    const chips = names.map((name) => {
      const chip = make("button", "", name);
      chip.type = "button";
      chip.dataset.name = name;
      chip.addEventListener("click", () => choose(name));
      return chip;
    });
    at("chips").replaceChildren(all, ...chips);
    showChosen();
  }

  function showChosen() {
    for (const chip of at("chips").children) {
      const isOn = chip.dataset.name === undefined ? chosen.size === 0 : chosen.has(chip.dataset.name);
      chip.setAttribute("aria-pressed", String(isOn));
    }
    for (const card of at("graph").querySelectorAll(".card")) {
      card.classList.toggle("chosen", chosen.has(card.dataset.name));
    }
    for (const line of at("graph").querySelectorAll(".line")) {
      const ends = [...line.dataset.from.split(" "), line.dataset.to];
      line.classList.toggle("near", ends.some((name) => chosen.has(name)));
    }
  }

  // Logs

  const matches = (line) =>
    (chosen.size === 0 || chosen.has(line.resource)) && (!filter || line.plain.includes(filter));

  function element(line) {
    const entry = make("div", "entry-line");
    if (line.stream === "err") entry.classList.add("err");
    if (line.stream === "own") entry.classList.add("own");
    const time = make("time", "", clock(line.time));
    const who = make("span", `who ${hue(line.resource)}`, line.resource);
    if (line.stream === "build" || line.stream === "release") who.append(` ${line.stream}`);
    const what = make("span", "what");
    for (const part of marked(line.parts, filter)) {
      const piece = make(part.hit ? "mark" : "span", part.classes.join(" "), part.text);
      what.append(part.classes.length === 0 && !part.hit ? part.text : piece);
    }
    entry.append(time, who, what);
    return entry;
  }

  function clock(seconds) {
    const date = new Date(seconds * 1000);
    const pad = (number, digits = 2) => String(number).padStart(digits, "0");
    return `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}.${pad(date.getMilliseconds(), 3)}`;
  }

  function take(batch) {
    if (batch.missed > 0) add({ resource: "infra", stream: "own", time: Date.now() / 1000, text: `${batch.missed} older lines are no longer kept` });
    for (const line of batch.lines) add(line);
    schedule();
  }

  function add(line) {
    const isNew = !hues.has(line.resource);
    line.parts = pieces(line.text);
    line.plain = line.parts.map((it) => it.text).join("").toLowerCase();
    waiting.push(line);
    if (waiting.length > kept) waiting = waiting.slice(-kept);
    hue(line.resource);
    if (isNew) showChips();
  }

  function schedule() {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(() => {
      isScheduled = false;
      if (isPaused) showPause();
      else flush();
    });
  }

  function flush() {
    const fresh = waiting;
    waiting = [];
    lines = lines.concat(fresh);
    if (lines.length > kept) lines = lines.slice(-kept);
    const visible = fresh.filter(matches).slice(-shown);
    const fragment = document.createDocumentFragment();
    for (const line of visible) fragment.append(element(line));
    log.append(fragment);
    while (log.childElementCount > shown) log.firstElementChild.remove();
    if (follows) toEnd();
    else unseen += visible.length;
    showLatest();
  }

  function showAllLines() {
    const visible = lines.filter(matches).slice(-shown);
    log.replaceChildren(...visible.map(element));
    toEnd();
    showLatest();
  }

  const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 30;

  function toEnd() {
    log.scrollTop = log.scrollHeight;
    unseen = 0;
    follows = true;
  }

  function showLatest() {
    at("empty").hidden = log.childElementCount > 0;
    at("empty").textContent = lines.length === 0 ? "No lines yet." : "No line matches.";
    at("latest").hidden = unseen === 0;
    at("latest").textContent = `${unseen} newer ${unseen === 1 ? "line" : "lines"} ↓`;
  }

  function showPause() {
    at("pause").setAttribute("aria-pressed", String(isPaused));
    const count = waiting.length;
    at("pause").textContent = isPaused ? (count > 0 ? `Resume (${count} new)` : "Resume") : "Pause";
  }

  function pause() {
    isPaused = !isPaused;
    showPause();
    if (!isPaused) flush();
  }

  at("pause").addEventListener("click", pause);
  at("clear").addEventListener("click", () => {
    lines = [];
    waiting = [];
    unseen = 0;
    log.replaceChildren();
    showPause();
    showLatest();
  });
  at("wrap").addEventListener("click", () => {
    const isOn = log.classList.toggle("wrap");
    at("wrap").setAttribute("aria-pressed", String(isOn));
  });
  at("latest").addEventListener("click", () => {
    toEnd();
    showLatest();
  });
  at("search").addEventListener("input", (event) => {
    filter = event.target.value.toLowerCase();
    showAllLines();
  });
  log.addEventListener("scroll", () => {
    // Only somebody who scrolls up stops following; a list that grew or shrank does not.
    if (log.scrollTop < lastTop - 1) follows = false;
    if (isAtEnd()) follows = true;
    lastTop = log.scrollTop;
    if (unseen > 0 && follows) {
      unseen = 0;
      showLatest();
    }
  });
  // The graph comes late and the window changes: who read the newest line goes on reading it.
  new ResizeObserver(() => {
    if (follows) toEnd();
  }).observe(log);
  log.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") at("search").focus();
    else if (event.key === "p") pause();
    else if (event.key === "End") {
      toEnd();
      showLatest();
    } else return;
    event.preventDefault();
  });
  // Small screens see the resources and the logs first.
  if (matchMedia("(max-width: 640px)").matches) at("graph-details").open = false;

  // The connection

  function showLink(state, text) {
    at("link").dataset.link = state;
    at("link-text").textContent = text;
  }

  const events = new EventSource("events");
  const on = (name, take) =>
    events.addEventListener(name, (event) => take(JSON.parse(event.data)));
  events.onopen = () => showLink("live", "Live");
  events.onerror = () => {
    if (!isOver) showLink("wait", "Reconnecting");
  };
  on("plan", showPlan);
  on("states", (list) => {
    for (const state of list) states.set(state.resource, state);
    showStates();
  });
  on("log", take);
  on("ready", ({ seconds }) => {
    ready = seconds;
    showStates();
  });
  on("end", () => {
    isOver = true;
    events.close();
    showLink("over", "Ended");
    at("banner").textContent = "infra dev has ended. The page shows what was last known.";
    at("banner").hidden = false;
    showStates();
  });
  setInterval(showAges, 1000);
}

if (typeof document !== "undefined") start();
