// The documents of a vector (tests/vectors/README.md), read by the package.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { load } from "../index.js";

export const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
export const VECTORS = join(ROOT, "tests/vectors");
export const suiji = await load();

/** The vectors of a folder: name and content. */
export function vectors(folder) {
  const files = readdirSync(join(VECTORS, folder)).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => [file.slice(0, -5), JSON.parse(readFileSync(join(VECTORS, folder, file), "utf8"))]);
}

/** The folders in a folder. */
export function folders(folder) {
  const names = readdirSync(join(VECTORS, folder)).sort();
  return names.filter((name) => statSync(join(VECTORS, folder, name)).isDirectory()).map((name) => [name, join(VECTORS, folder, name)]);
}

export const canonical = (value) => suiji.canonicalJson(JSON.stringify(value));

/** RFC 6902 with `replace`, `add` and `remove`. */
export function patched(document, patch) {
  const changed = structuredClone(document);
  for (const { op, path, value } of patch) {
    const way = path.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = way.pop();
    const at = way.reduce((at, step) => at[step], changed);
    if (Array.isArray(at)) {
      const place = last === "-" ? at.length : Number(last);
      at.splice(place, op === "add" ? 0 : 1, ...(op === "remove" ? [] : [value]));
    } else if (op === "remove") {
      delete at[last];
    } else {
      at[last] = value;
    }
  }
  return changed;
}

function bytes(document) {
  const part = (part) => {
    if (typeof part === "string") return Buffer.from(part);
    return "hex" in part ? Buffer.from(part.hex, "hex") : Buffer.from(part.repeat.repeat(part.times));
  };
  if (typeof document === "string") return Buffer.from(document);
  if (Array.isArray(document)) return Buffer.concat(document.map(part));
  if ("json" in document) return Buffer.from(JSON.stringify(document.json));
  return Buffer.from(document.rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

/** The documents of a folder, as those of a vector. */
export function ofFolder(folder) {
  const files = readdirSync(folder).filter((file) => /\.(json|jsonl|csv)$/.test(file));
  return new Documents({}, new Map(files.map((file) => [file, readFileSync(join(folder, file))])));
}

/** Reads documents when they are needed. */
export class Documents {
  constructor(documents, files = new Map()) {
    this.files = files;
    for (const [name, document] of Object.entries(documents)) this.files.set(name, bytes(document));
  }

  bytes(name) {
    return this.files.get(name) ?? new Uint8Array();
  }

  table(kind) {
    const form = this.files.has(`${kind}.csv`) ? "csv" : "jsonl";
    return suiji.table(kind, this.bytes(`${kind}.${form}`), { form });
  }

  get plan() {
    return suiji.document("plan", this.bytes("plan.json"));
  }

  get secret() {
    return JSON.parse(this.ceremony).secret;
  }

  get ceremony() {
    return suiji.document("ceremony", this.bytes("ceremony.json"));
  }

  get earlier() {
    const earlier = this.files.has("earlier.json") ? JSON.parse(Buffer.from(this.bytes("earlier.json")).toString()) : [];
    return earlier.map((commitment) => JSON.stringify(commitment));
  }

  get contributions() {
    return suiji.document("contributions", this.bytes("contributions.json"));
  }

  get record() {
    return suiji.record(this.bytes("record.json"));
  }

  /** In this order, so that the same document is refused first if several have faults. */
  inputs() {
    const plan = this.plan;
    return suiji.inputs({ plan, registry: this.table("registry"), roster: this.table("roster"), history: this.table("history") });
  }

  seal() {
    const inputs = this.inputs();
    return suiji.seal(inputs, this.ceremony, { earlier: `[${this.earlier}]` });
  }

  reopen() {
    const commitment = suiji.document("commitment", this.bytes("commitment.json"));
    return suiji.reopen(this.inputs(), commitment, { secret: this.secret });
  }

  evidence(names) {
    const one = (name) => (["registry", "roster", "history"].includes(name) ? this.table(name) : this[name]);
    return Object.fromEntries(names.filter((name) => name !== "sheet").map((name) => [name, one(name)]));
  }
}

export const exists = existsSync;
