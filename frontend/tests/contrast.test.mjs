import assert from "node:assert/strict";
import test from "node:test";

import { sources, text } from "./sources.mjs";

/** What is written on what, and the least contrast that WCAG 2.2 AA asks for (1.4.3, 1.4.11). */
const pairs = [
  ...["paper", "surface", "sunken", "chosen", "hover", "current"].flatMap((ground) => [
    ["ink", ground, 4.5],
    ["ink-soft", ground, 4.5],
    ["ink-faint", ground, 4.5],
    ["accent-ink", ground, 4.5],
  ]),
  ...["surface", "sunken", "chosen"].flatMap((ground) => [
    ["late", ground, 4.5],
    ["soon", ground, 4.5],
    ["line-strong", ground, 3],
    ["focus", ground, 3],
    ["accent", ground, 3],
  ]),
  ["focus", "paper", 3],
  ["ink", "accent-soft", 4.5],
  ["ink-soft", "accent-soft", 4.5],
  ["ink", "mine", 4.5],
  ["ink-soft", "mine", 4.5],
  ["accent-ink", "mine", 4.5],
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-strong", 4.5],
  ["accent-ink", "accent-soft", 4.5],
  ["late", "late-soft", 4.5],
  ["soon", "soon-soft", 4.5],
  ["good", "good-soft", 4.5],
  ["info", "info-soft", 4.5],
  ["surface", "late-strong", 4.5],
  ["surface", "ink", 4.5],
  ["late", "accent-soft", 4.5],
  ["soon", "accent-soft", 4.5],
  ["on-panel", "panel", 4.5],
  ["on-panel-soft", "panel", 4.5],
];

const [light, dark] = text("styles/tokens.css").split("@media (prefers-color-scheme: dark)");
const colours = (css) =>
  Object.fromEntries([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));
const themes = { light: colours(light), dark: { ...colours(light), ...colours(dark) } };

for (const [theme, colour] of Object.entries(themes)) {
  test(`the ${theme} colours have the contrast that WCAG AA asks for`, () => {
    const faults = pairs
      .map(([front, back, least]) => [front, back, least, contrast(colour[front], colour[back])])
      .filter(([, , least, found]) => found < least)
      .map(([front, back, least, found]) => `${front} on ${back}: ${found.toFixed(2)} < ${least}`);
    assert.deepEqual(faults, []);
  });
}

test("the letters on avatars have it too", () => {
  const badges = text("styles/badges.css");
  const tints = [...badges.matchAll(/\.tint-\d \{\s*background: (#\w{6});\s*color: (#\w{6});/g)];
  assert.equal(tints.length, 12);
  for (const [, back, front] of tints) {
    assert.ok(contrast(front, back) >= 4.5, `${front} on ${back}`);
  }
});

test("no other file has colours of its own but for what tokens cannot say", () => {
  const free = ["tokens", "badges", "entry"].map((name) => `styles/${name}.css`);
  for (const path of sources.keys()) {
    if (!path.endsWith(".css") || free.includes(path)) continue;
    assert.doesNotMatch(text(path), /#[0-9a-f]{3,8}\b/, path);
  }
});

function contrast(one, two) {
  const [high, low] = [luminance(one), luminance(two)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const value = parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
