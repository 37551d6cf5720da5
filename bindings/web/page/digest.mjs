// Compares the digest of suiji-verify.html with the one that the command and the README print: node digest.mjs [--write].
//
// With --write it changes both. This is right only if a change of the page or of the library is meant.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const COMMAND = path("crates/suiji-cli/src/page.sha256");
const README = path("bindings/web/README.md");
/** The line of sha256sum. */
const LINE = /^[0-9a-f]{64}  suiji-verify\.html$/m;

const digest = createHash("sha256").update(readFileSync(path("bindings/web/suiji-verify.html"))).digest("hex");
const line = `${digest}  suiji-verify.html`;
const write = process.argv[2] === "--write";

for (const file of [COMMAND, README]) {
  const text = readFileSync(file, "utf8");
  const [found] = LINE.exec(text) ?? [];
  if (found === undefined) throw new Error(`${file}: the line with the digest is missing`);
  if (found === line) continue;
  if (write) writeFileSync(file, text.replace(LINE, line));
  else {
    console.error(`${file}: expected ${digest}, found ${found}`);
    console.error("If the page or the library was changed, run: node bindings/web/page/digest.mjs --write");
    process.exitCode = 1;
  }
}
