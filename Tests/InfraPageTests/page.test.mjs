import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const assets = new URL("../../Sources/Infra/Page/Assets/", import.meta.url);
const { age, headline, marked, mood, pieces, safeLink } = await import(new URL("app.js", assets));

const esc = "\x1b";

test("ANSI colours become classes, and other codes are left out", () => {
  assert.deepEqual(pieces(`a${esc}[1;31mb${esc}[0mc`), [
    { text: "a", classes: [] },
    { text: "b", classes: ["a-bold", "a-red"] },
    { text: "c", classes: [] },
  ]);
  assert.deepEqual(pieces(`${esc}[2K${esc}[1Gx${esc}]0;title\x07y${esc}(Bz`), [{ text: "xyz", classes: [] }]);
  assert.deepEqual(pieces(`${esc}[38;5;2mg${esc}[38;2;1;2;3mh${esc}[39mi`), [
    { text: "gh", classes: ["a-green"] },
    { text: "i", classes: [] },
  ]);
  assert.deepEqual(pieces(`${esc}[92mA${esc}[48;5;1mB`), [{ text: "AB", classes: ["a-green"] }]);
});

test("of a progress bar the last state is shown, and control characters are not", () => {
  assert.deepEqual(pieces("10%\r50%\r100%\r\n"), [{ text: "100%", classes: [] }]);
  assert.deepEqual(pieces("a\x00b\x9bc\td"), [{ text: "abc\td", classes: [] }]);
  assert.deepEqual(pieces(""), []);
});

test("hits are marked across pieces, and the text stays whole", () => {
  const parts = pieces(`one ${esc}[31mTwo${esc}[0m three two`);
  const found = marked(parts, "e two t");
  assert.equal(found.map((it) => it.text).join(""), "one Two three two");
  assert.equal(found.filter((it) => it.hit).map((it) => it.text).join("|"), "e |Two| t");
  assert.deepEqual(marked(parts, ""), parts);
  assert.equal(marked(parts, "two").filter((it) => it.hit).length, 2);
  assert.equal(marked(pieces("İstanbul x"), "x").map((it) => it.text).join(""), "İstanbul x");
});

test("only HTTP links are followed", () => {
  assert.equal(safeLink("http://localhost:8080"), "http://localhost:8080/");
  for (const url of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "nonsense", ""]) {
    assert.equal(safeLink(url), undefined, url);
  }
});

test("the headline says what matters most", () => {
  const resources = [
    { name: "data", kind: "database" },
    { name: "api", kind: "service" },
    { name: "digest", kind: "job" },
  ];
  const states = (data, api) =>
    new Map([["data", { state: data }], ["api", { state: api }], ["digest", { state: "waiting" }]]);
  assert.deepEqual(headline([], new Map()), { mood: "idle", text: "Waiting for the plan" });
  assert.deepEqual(headline(resources, states("healthy", "building")), { mood: "busy", text: "1 of 2 healthy: api is building" });
  assert.deepEqual(headline(resources, states("healthy", "healthy"), 3.21), { mood: "ok", text: "All 2 healthy, ready in 3.2 s" });
  assert.deepEqual(headline(resources, states("healthy", "exited")), { mood: "bad", text: "api exited" });
  assert.deepEqual(headline(resources, states("healthy", "healthy"), 3, true), { mood: "idle", text: "Stopped" });
  assert.equal(mood("exited", "job"), "idle");
});

test("ages are short", () => {
  assert.deepEqual([-1, 5, 61, 3700, 200000].map(age), ["0 s", "5 s", "1 min", "1 h 1 min", "2 d"]);
});

test("no text can become markup, and nothing comes from elsewhere", () => {
  const script = readFileSync(new URL("app.js", assets), "utf8");
  for (const word of ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "http://", "https://"]) {
    assert.ok(!script.includes(word), word);
  }
  const style = readFileSync(new URL("style.css", assets), "utf8");
  assert.ok(!/url\(|@import/.test(style));
});

const [light, dark] = readFileSync(new URL("style.css", assets), "utf8")
  .split("\n* {")[0].split("@media (prefers-color-scheme: dark)");
const colours = (css) =>
  Object.fromEntries([...css.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((it) => [it[1], it[2]]));
const themes = { light: colours(light), dark: { ...colours(light), ...colours(dark) } };
const ansi = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"].map((it) => `a-${it}`);
const pairs = [
  ...["page", "panel", "field", "hover", "log"].flatMap((ground) => [["ink", ground], ["soft", ground], ["accent", ground]]),
  ...["ok", "busy", "bad", "idle"].flatMap((it) => [[it, `${it}-soft`], [it, "panel"]]),
  ...[...ansi, ...Array.from({ length: 8 }, (_, index) => `h${index}`)].flatMap((it) => [[it, "log"], [it, "hover"]]),
  ["soft", "idle-soft"], ["on-accent", "accent"], ["on-hit", "hit"], ["ink", "body"], ["soft", "body"], ["accent", "body"],
];
const shapes = [["edge", "panel", 1.2], ["line", "panel", 3], ...["service", "worker", "site", "job", "database", "cache"].map((it) => [it, "body", 3])];

for (const [theme, colour] of Object.entries(themes)) {
  test(`the ${theme} colours have the contrast that WCAG AA asks for`, () => {
    const faults = [...pairs.map((it) => [...it, 4.5]), ...shapes]
      .map(([front, back, least]) => [front, back, least, contrast(colour[front], colour[back])])
      .filter(([, , least, found]) => !(found >= least))
      .map(([front, back, least, found]) => `${front} on ${back}: ${found.toFixed(2)} < ${least}`);
    assert.deepEqual(faults, []);
  });
}

/** The contrast of two colours (www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
function contrast(front, back) {
  const [high, low] = [luminance(front), luminance(back)].sort((left, right) => right - left);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
