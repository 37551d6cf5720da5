// The functions of the library, after the module is loaded. The types are in ../index.d.ts.

import { FORM, HASH, KIND } from "./numbers.js";
import { callWith, Inputs, parsed, PublicForm, Record, Report, Sealed, Table, text } from "./objects.js";

/** @typedef {import("./module.js").Module} Module */
/** @typedef {import("./objects.js").Data} Data */
/** @typedef {import("./objects.js").OnProgress} OnProgress */
/** @typedef {import("../index.js").Evidence} Evidence */

/** Documents by name. */
const DOCUMENTS = {
  plan: KIND.PLAN,
  ceremony: KIND.CEREMONY,
  commitment: KIND.COMMITMENT,
  contributions: KIND.CONTRIBUTIONS,
  partial_contributions: KIND.PARTIAL_CONTRIBUTIONS,
  record: KIND.RECORD,
  public_form: KIND.PUBLIC_FORM,
  receipt: KIND.RECEIPT,
  amendments: KIND.AMENDMENTS,
  requests: KIND.REQUESTS,
};
const TABLES = { registry: KIND.REGISTRY, roster: KIND.ROSTER, history: KIND.HISTORY };
const TABLE_FORMS = { jsonl: FORM.JSON_LINES, csv: FORM.CSV };
const DOCUMENT_FORMS = { json: FORM.JSON, canonical: FORM.CANONICAL };

/**
 * @template T
 * @param {globalThis.Record<string, T>} words
 * @param {string} word
 * @param {string} name
 */
function number(words, word, name) {
  if (!Object.hasOwn(words, word)) {
    throw new TypeError(`${name}: expected ${Object.keys(words).join(", ")}, found ${word}`);
  }
  return words[word];
}

/** The loaded library. Its functions share only memory. */
export class Suiji {
  #module;
  #crypto;

  /**
   * @param {Module} module
   * @param {Pick<Crypto, "getRandomValues">} crypto
   */
  constructor(module, crypto) {
    this.#module = module;
    this.#crypto = crypto;
  }

  get version() {
    return this.#module.version();
  }

  /**
   * @param {"registry" | "roster" | "history"} kind
   * @param {Data} data
   * @param {{ form?: "jsonl" | "csv", onProgress?: OnProgress }} options
   */
  table(kind, data, { form = "jsonl", onProgress } = {}) {
    const numbers = [number(TABLES, kind, "kind"), number(TABLE_FORMS, form, "form")];
    return new Table(this.#make("table_read", [...numbers, data], { onProgress, run: true }));
  }

  /** @param {{ plan: Data, registry: Table, roster?: Table, history?: Table, onProgress?: OnProgress }} all */
  inputs({ plan, registry, roster, history, onProgress }) {
    const tables = [registry, roster, history].map((table) => table?.handle);
    return new Inputs(this.#make("inputs_new", [plan, ...tables], { onProgress, run: true }));
  }

  /**
   * @param {Inputs} inputs
   * @param {Data} ceremony
   * @param {{ earlier?: Data, onProgress?: OnProgress }} options
   */
  seal(inputs, ceremony, { earlier = "", onProgress } = {}) {
    return new Sealed(this.#make("seal", [inputs.handle, ceremony, earlier], { onProgress, run: true }));
  }

  /**
   * @param {Inputs} inputs
   * @param {Data} commitment
   * @param {{ secret?: string, onProgress?: OnProgress }} options
   */
  reopen(inputs, commitment, { secret = "", onProgress } = {}) {
    return new Sealed(this.#make("reopen", [inputs.handle, commitment, secret], { onProgress, run: true }));
  }

  /**
   * @param {Data} data
   * @param {{ onProgress?: OnProgress }} options
   */
  record(data, { onProgress } = {}) {
    return new Record(this.#make("read", [KIND.RECORD, data], { onProgress, run: true }));
  }

  /**
   * @param {Data} data
   * @param {{ onProgress?: OnProgress }} options
   */
  publicForm(data, { onProgress } = {}) {
    return new PublicForm(this.#make("read", [KIND.PUBLIC_FORM, data], { onProgress, run: true }));
  }

  /**
   * @param {Record} record
   * @param {Evidence} evidence
   */
  verify(record, evidence = {}) {
    return this.#verify(record, evidence);
  }

  /**
   * @param {PublicForm} form
   * @param {Evidence} evidence
   */
  verifyPublic(form, evidence = {}) {
    return this.#verify(form, evidence);
  }

  /**
   * @param {Data} receipt
   * @param {PublicForm} form
   * @param {{ plan?: Data }} options
   */
  checkReceipt(receipt, form, { plan = "" } = {}) {
    return Report.of(this.#make("check_receipt", [receipt, form.handle, plan]));
  }

  /**
   * @param {Data} receipt
   * @param {{ plan?: Data }} options
   */
  statements(receipt, { plan = "" } = {}) {
    return parsed(this.#make("statements", [receipt, plan]));
  }

  /**
   * @param {number} source
   * @param {number[]} numbers
   * @param {Data} commitment
   */
  arrange(commitment, source, numbers) {
    return text(this.#make("arrange", [commitment, source, BigInt64Array.from(numbers, BigInt)]));
  }

  /**
   * @param {Data} commitment
   * @param {Data} partial
   */
  contributions(commitment, partial) {
    return text(this.#make("contributions", [commitment, partial]));
  }

  /**
   * @param {string} kind
   * @param {Data} data
   * @param {{ form?: "json" | "canonical" }} options
   */
  document(kind, data, { form = "json" } = {}) {
    const numbers = [number(DOCUMENTS, kind, "kind"), number(DOCUMENT_FORMS, form, "form")];
    return text(this.#make("document", [...numbers, data], { run: true }));
  }

  /**
   * @param {string} kind
   * @param {Data} data
   * @param {{ hash?: "sha256" | "sm3" }} options
   */
  digest(kind, data, { hash } = {}) {
    const suite = hash === undefined ? 0 : number(HASH, hash, "hash");
    return text(this.#make("digest", [number(DOCUMENTS, kind, "kind"), suite, data]));
  }

  /** @param {string} digest */
  digestGroups(digest) {
    return text(this.#make("digest_groups", [digest]));
  }

  /** @param {Data} data */
  canonicalJson(data) {
    return text(this.#make("canonical_json", [data]));
  }

  codes() {
    return parsed(this.#make("codes", []));
  }

  /** A new secret to blind the commitment of a ceremony, from the random numbers of the host. */
  newSecret() {
    const bytes = this.#crypto.getRandomValues(new Uint8Array(32));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /**
   * @param {Record | PublicForm} of
   * @param {Evidence} given
   */
  #verify(of, { onProgress, ...given }) {
    const evidence = this.#make("evidence_new", []);
    try {
      this.#add(evidence, given);
      return Report.of(this.#make("verify", [of.handle, evidence], { onProgress, run: true }));
    } finally {
      evidence.free();
    }
  }

  /**
   * @param {import("./module.js").Handle} evidence
   * @param {Evidence} given
   */
  #add(evidence, given) {
    const documents = [
      [KIND.PLAN, given.plan],
      [KIND.AMENDMENTS, given.amendments],
      [KIND.CONTRIBUTIONS, given.contributions],
      [KIND.PARTIAL_CONTRIBUTIONS, given.noted],
      [KIND.SECRET, given.secret],
      [KIND.DIGEST, given.commitment],
      [KIND.RECORD, given.record],
      ...(given.earlier ?? []).map((earlier) => [KIND.COMMITMENT, earlier]),
    ];
    for (const [kind, data] of documents) {
      if (data !== undefined) {
        const parameters = /** @type {[number, Data]} */ ([kind, data]);
        callWith(this.#module, "evidence_add_document", [evidence, ...parameters], { out: false });
      }
    }
    for (const item of [given.registry, given.roster, given.history, given.publicForm]) {
      if (item) callWith(this.#module, "evidence_add", [evidence, /** @type {any} */ (item).handle], { out: false });
    }
  }

  /**
   * @param {string} name
   * @param {(import("./module.js").Handle | Data | number | BigInt64Array | undefined)[]} parameters
   * @param {{ onProgress?: OnProgress, run?: boolean }} options
   */
  #make(name, parameters, options = {}) {
    const made = callWith(this.#module, name, parameters, options);
    return /** @type {import("./module.js").Handle} */ (made);
  }
}
