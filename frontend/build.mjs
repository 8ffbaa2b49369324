#!/usr/bin/env node
// Builds the page into dist/, or serves it while it is being worked on.
//
//   NEXT_PUBLIC_API_URL=https://api.example.com node build.mjs
//   NEXT_PUBLIC_API_URL=http://localhost:8080 [PORT=3000] node build.mjs --serve
import { fileURLToPath } from "node:url";

import { bundle } from "./build/bundle.mjs";
import { BuildError } from "./build/errors.mjs";
import { readTree, writeTree } from "./build/files.mjs";
import { serve } from "./build/serve.mjs";
import { readAPIOrigin, readPort } from "./build/settings.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));
const make = () =>
  bundle(readTree(`${folder}src`), { API_ORIGIN: readAPIOrigin(process.env) });

try {
  const [option, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || (option !== undefined && option !== "--serve")) {
    throw new BuildError(`unknown argument '${rest[0] ?? option}'`, {
      help: "node build.mjs [--serve]",
      exitCode: 64,
    });
  }
  if (option === "--serve") {
    await serve({ folder, make, port: readPort(process.env) });
  } else {
    const files = make();
    writeTree(`${folder}dist`, files);
    console.log(`dist: ${files.size} files`);
  }
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.report);
  process.exitCode = error.exitCode;
}
