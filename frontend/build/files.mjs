import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** What belongs to the sources but not to the page. */
const ignored = new Set(["package.json"]);

/** Reads the files below a folder, by path with `/`, in the order of their names. */
export function readTree(folder) {
  const paths = foldersIn(folder)
    .flatMap((path) => readdirSync(path, { withFileTypes: true }).map((entry) => ({ path, entry })))
    .filter(({ entry }) => entry.isFile() && !entry.name.startsWith("."))
    .filter(({ entry }) => !ignored.has(entry.name))
    .map(({ path, entry }) => join(path, entry.name))
    .sort();
  return new Map(
    paths.map((path) => [relative(folder, path).split(sep).join("/"), readFileSync(path)]),
  );
}

/** A folder and all folders below it. */
export function foldersIn(folder) {
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...below.flatMap((entry) => foldersIn(join(folder, entry.name)))];
}

/** Replaces a folder by files; all of them are in memory already, so nothing is left half built. */
export function writeTree(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of files) {
    const target = join(folder, ...path.split("/"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
