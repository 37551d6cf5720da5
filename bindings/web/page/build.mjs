// Builds suiji-verify.html from the sources in this folder and the module in ../npm: node build.mjs [--out FILE].
//
// The same sources and the same module give the same file. There is no bundler: the modules are joined in the order of their
// imports, without their import and export lines. They share one scope, so a name that two of them declare is a syntax error.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

// Compressed in JavaScript, because the zlib of Node gives different bytes on different processors.
import { gzipSync } from "fflate";

const folder = dirname(fileURLToPath(import.meta.url));
const read = (...path) => readFileSync(join(folder, ...path), "utf8");

const IMPORT = /^import [^;]*? from "(\.[^"]+)";$/gms;

/** The files of a script, each after the files that it imports. `open` has the files whose imports are being read. */
function filesOf(file, seen = new Set(), open = []) {
  if (open.includes(file)) throw new Error(`imports in a circle: ${[...open, file].join(", ")}`);
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, path]) => join(dirname(file), path));
  return [...imports.flatMap((path) => filesOf(path, seen, [...open, file])), file];
}

/** One script of all files. */
function joined(entry) {
  const parts = filesOf(join(folder, entry)).map((file) => {
    const text = readFileSync(file, "utf8").replace(IMPORT, "").replace(/^export \{[^}]*\};$/gms, "").replace(/^export /gm, "");
    if (/^\s*(import|export)\b[^(]*$/m.test(text)) throw new Error(`${file}: an import or export that is not understood`);
    return `// ${relative(join(folder, ".."), file)}\n${text.trim()}\n`;
  });
  const script = `"use strict";\n(() => {\n${parts.join("\n")}})();\n`;
  new Script(script, { filename: entry });
  if (/<\/(script|template)|<!--/i.test(script)) throw new Error(`${entry}: a script must not contain HTML`);
  return script;
}

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const packed = gzipSync(readFileSync(join(folder, "../npm/suiji.wasm")), { level: 9, mtime: 0 });

const parts = {
  style: read("style.css"),
  script: joined("src/main.js"),
  worker: joined("src/worker.js").replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
  module: Buffer.from(packed).toString("base64"),
};
parts.policy = [
  "default-src 'none'",
  `script-src ${hash(parts.script)} 'wasm-unsafe-eval'`,
  `style-src ${hash(parts.style)}`,
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types suiji-worker",
].join("; ");

const html = read("index.html").replace(/%(\w+)%/g, (_, name) => parts[name]);
const out = process.argv[2] === "--out" ? process.argv[3] : join(folder, "../suiji-verify.html");
writeFileSync(out, html);
console.log(`${createHash("sha256").update(html).digest("hex")}  ${relative(process.cwd(), out)} (${html.length} bytes)`);
