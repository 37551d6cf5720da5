// Large objects stay in the module: tables, inputs, sealed inputs, records, public forms. Everything else is JSON.

import { SuijiError } from "./error.js";
import { Handle } from "./module.js";
import { FORM, KIND } from "./numbers.js";

/** @typedef {string | Uint8Array} Data */
/** @typedef {import("./module.js").OnProgress} OnProgress */

/** Something that the module keeps. */
class Kept {
  /** @param {Handle} handle */
  constructor(handle) {
    /** @type {Handle} */
    this.handle = handle;
  }

  /** Frees its memory now. Otherwise this happens when it is collected as garbage. */
  free() {
    this.handle.free();
  }

  /**
   * @protected
   * @param {string} name
   * @param {(Handle | Data | number | BigInt64Array | undefined)[]} parameters
   * @param {{ onProgress?: OnProgress, run?: boolean }} options
   * @returns {Handle | undefined}
   */
  call(name, parameters, { onProgress, run = false } = {}) {
    return callWith(this.handle.module, name, [this.handle, ...parameters], { onProgress, run });
  }

  /**
   * @protected
   * @param {number} kind
   */
  part(kind) {
    return this.call("part", [kind])?.text();
  }
}

/**
 * @param {import("./module.js").Module} module
 * @param {string} name
 * @param {(Handle | Data | number | BigInt64Array | undefined)[]} parameters
 * @param {{ onProgress?: OnProgress, run?: boolean, out?: boolean }} options
 */
export function callWith(module, name, parameters, { onProgress, run = false, out = true } = {}) {
  const watched = run ? module.run(onProgress) : undefined;
  try {
    return module.call(name, run ? [...parameters, watched] : parameters, { onProgress, out });
  } finally {
    watched?.free();
  }
}

/** @param {Handle | undefined} handle */
export const text = (handle) => /** @type {Handle} */ (handle).text();
/** @param {Handle | undefined} handle */
export const parsed = (handle) => JSON.parse(text(handle));

/** A registry, roster or history. */
export class Table extends Kept {
  get rows() {
    return this.handle.rows();
  }

  /** The rows in sorted order, each canonical. */
  jsonLines() {
    return text(this.call("write", [FORM.JSON_LINES], { run: true }));
  }

  /** @param {string} id The row of an entity or inspector; `undefined` if there is none. */
  row(id) {
    const row = this.call("table_row", [id]);
    return row && parsed(row);
  }
}

/** Plan and tables, checked against each other. */
export class Inputs extends Kept {
  /** @param {{ sealedAt?: string }} options */
  findings({ sealedAt = "" } = {}) {
    return parsed(this.call("findings", [sealedAt], { run: true }));
  }
}

/** Sealed inputs. */
export class Sealed extends Kept {
  get commitment() {
    return /** @type {string} */ (this.part(KIND.COMMITMENT));
  }

  get digest() {
    return /** @type {string} */ (this.part(KIND.DIGEST));
  }

  /** The secret of a blinded commitment. */
  get secret() {
    return this.part(KIND.SECRET);
  }

  findings() {
    return parsed(this.call("findings", [""], { run: true }));
  }

  summaries() {
    return parsed(this.call("summaries", [], { run: true }));
  }

  /**
   * @param {Data} contributions
   * @param {{ onProgress?: OnProgress }} options
   */
  draw(contributions, { onProgress } = {}) {
    return new Record(/** @type {Handle} */ (this.call("draw", [contributions], { onProgress, run: true })));
  }

  /**
   * @param {Record} record
   * @param {string} entity
   * @param {{ onProgress?: OnProgress }} options
   */
  receipt(record, entity, { onProgress } = {}) {
    return text(this.call("receipt", [record.handle, entity], { onProgress, run: true }));
  }

  /**
   * @param {Record} record
   * @param {Data} requests
   * @param {{ earlier?: Data, onProgress?: OnProgress }} options
   */
  amend(record, requests, { earlier = "", onProgress } = {}) {
    return text(this.call("amend", [record.handle, earlier, requests], { onProgress, run: true }));
  }
}

/** The common part of record and public form. */
class Drawn extends Kept {
  json() {
    return text(this.call("write", [FORM.JSON], { run: true }));
  }

  /** The bytes that are hashed (RFC 8785), as text. */
  canonical() {
    return text(this.call("write", [FORM.CANONICAL], { run: true }));
  }

  /** The digest of the record. */
  get digest() {
    return /** @type {string} */ (this.part(KIND.DIGEST));
  }

  get seed() {
    return /** @type {string} */ (this.part(KIND.SEED));
  }

  get commitment() {
    return /** @type {string} */ (this.part(KIND.COMMITMENT));
  }

  get contributions() {
    return /** @type {string} */ (this.part(KIND.CONTRIBUTIONS));
  }
}

/** The record of a draw. */
export class Record extends Drawn {
  /** @param {{ secret?: string, onProgress?: OnProgress }} options A blinded commitment needs its secret. */
  publicForm({ secret = "", onProgress } = {}) {
    const form = this.call("public_form", [secret], { onProgress, run: true });
    return new PublicForm(/** @type {Handle} */ (form));
  }

  /** @param {Data} amendments The holders of all seats after the draw and its amendments. */
  state(amendments = "") {
    return parsed(this.call("state", [amendments]));
  }
}

/** The public form of a record. */
export class PublicForm extends Drawn {}

/** The result of a verification. */
export class Report {
  #refusal;

  /**
   * @param {string} json
   * @param {SuijiError | undefined} refusal
   */
  constructor(json, refusal) {
    const document = JSON.parse(json);
    /** @type {string} */
    this.json = json;
    /** @type {"holds" | "incomplete" | "other_inputs" | "fails"} */
    this.verdict = document.verdict;
    /** @type {any[]} */
    this.checks = document.checks;
    /** @type {any[]} */
    this.facts = document.facts ?? [];
    /** @type {any[]} */
    this.sources = document.sources ?? [];
    /** @type {any[]} */
    this.warnings = document.warnings ?? [];
    /** @type {any[]} */
    this.trust = document.trust;
    this.#refusal = refusal;
  }

  /** Throws unless the verdict is `holds`. */
  require() {
    if (this.#refusal) throw this.#refusal;
  }

  /**
   * @param {Handle | undefined} handle
   */
  static of(handle) {
    const report = /** @type {Handle} */ (handle);
    let refusal;
    try {
      report.module.call("require", [report], { out: false });
    } catch (error) {
      if (!(error instanceof SuijiError)) throw error;
      refusal = error;
    }
    return new Report(report.text(), refusal);
  }
}
