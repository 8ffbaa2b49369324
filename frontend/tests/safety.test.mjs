import assert from "node:assert/strict";
import test from "node:test";

import { sources, text } from "./sources.mjs";

const scripts = [...sources.keys()].filter((path) => path.endsWith(".js"));

test("no module can turn text into markup or code", () => {
  const markup = /(?:inner|outer|Adjacent|set)HTML|document\.write|ContextualFragment|srcdoc/;
  const code = /\beval\(|new Function|javascript:/;
  for (const path of scripts) {
    assert.doesNotMatch(text(path), markup, path);
    assert.doesNotMatch(text(path), code, path);
  }
});

test("the page has no script, style or handler of its own in the markup", () => {
  const page = text("index.html");
  assert.doesNotMatch(page, /<style|style=|\son[a-z]+=/);
  for (const [, attributes, body] of page.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
    assert.match(attributes, /src="/);
    assert.equal(body, "");
  }
  for (const path of [...sources.keys()].filter((path) => path.endsWith(".svg"))) {
    assert.doesNotMatch(text(path), /<script|<style|style=|href=|\son[a-z]+=/, path);
  }
});

test("no token is ever stored", () => {
  for (const path of scripts) {
    assert.doesNotMatch(text(path), /sessionStorage|indexedDB|document\.cookie/, path);
    if (path !== "api/browser.js") assert.doesNotMatch(text(path), /localStorage/, path);
  }
});

test("nothing comes from another site", () => {
  for (const path of sources.keys()) {
    const addresses = [...text(path).matchAll(/https?:\/\/[^\s"')]+/g)].map((match) => match[0]);
    const known = addresses.filter((address) => !address.startsWith("http://www.w3.org/2000/svg"));
    assert.deepEqual(known.filter((address) => address.includes(".")), [], path);
  }
});
