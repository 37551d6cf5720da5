// suiji for JavaScript. The types are in index.d.ts, the guide is README.md.

import { SuijiError, Stopped } from "./lib/error.js";
import { Module } from "./lib/module.js";
import { Inputs, PublicForm, Record, Report, Sealed, Table } from "./lib/objects.js";
import { Suiji } from "./lib/suiji.js";

export { Inputs, PublicForm, Record, Report, Sealed, Stopped, Suiji, SuijiError, Table };

/**
 * @param {BufferSource | WebAssembly.Module | undefined} source
 * @returns {Promise<Suiji>}
 */
export async function load(source) {
  const given = source ?? (await own());
  const module = given instanceof WebAssembly.Module ? given : await WebAssembly.compile(given);
  // Node 18 has no global one.
  const crypto = globalThis.crypto ?? (await import("node:crypto")).webcrypto;
  return new Suiji(new Module(module), crypto);
}

/** The module that comes with this package. */
async function own() {
  const url = new URL("suiji.wasm", import.meta.url);
  if (url.protocol !== "file:") return (await fetch(url)).arrayBuffer();
  const { readFile } = await import("node:fs/promises");
  return readFile(url);
}
