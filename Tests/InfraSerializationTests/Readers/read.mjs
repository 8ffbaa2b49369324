// Reads awkward.json and awkward.mjs and compares them with the strings they were made of.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const lines = (name) =>
  readFileSync(join(folder, name), "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => Buffer.from(line, "hex").toString("utf8"));
const strings = lines("strings.hex");
const keys = lines("keys.hex");
let failures = 0;

function same(what, found, expected) {
  const index = expected.findIndex((text, index) => found[index] !== text);
  if (index < 0 && found.length === expected.length) return;
  failures += 1;
  console.log(`${what}: entry ${index}: read ${JSON.stringify(found[index])}, ` +
    `written ${JSON.stringify(expected[index])}`);
}

const documents = {
  json: JSON.parse(readFileSync(join(folder, "awkward.json"), "utf8")),
  module: (await import(pathToFileURL(join(folder, "awkward.mjs")))).default,
};
for (const [name, document] of Object.entries(documents)) {
  same(`${name} list`, document.list, strings);
  same(`${name} values`, Object.values(document.values), strings);
  // Objects put whole numbers first, so keys are looked up, not listed.
  same(`${name} keys`, keys.map((key) => Object.hasOwn(document.keys, key) && document.keys[key]),
    keys.map((_, index) => index));
  if (Object.keys(document.keys).length !== keys.length) failures += 1;
  same(`${name} items`, document.items.map((item) => item.text), strings);
  same(`${name} lists`, document.lists.flat(), strings);
}
if (/[\u2028\u2029]|<\/script|<!--/i.test(readFileSync(join(folder, "awkward.mjs"), "utf8"))) {
  console.log("module: the text could end a page's script");
  failures += 1;
}
process.exit(failures ? 1 : 0);
