import { fileURLToPath } from "node:url";

import { readTree } from "../build/files.mjs";

/** The folder of the page, its sources, and what they say. */
export const folder = fileURLToPath(new URL("..", import.meta.url));
export const sources = readTree(`${folder}src`);
export const text = (path) => sources.get(path).toString("utf8");
