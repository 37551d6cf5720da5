// The work of the page, in a separate thread with the library and the files.

import { SuijiError } from "../../npm/lib/error.js";
import { Module } from "../../npm/lib/module.js";
import { Suiji } from "../../npm/lib/suiji.js";
import { found } from "./find.js";
import { Unread, valuesNoted } from "./notes.js";
import { digestIn } from "./picture.js";
import { swapped } from "./redraw.js";
import { rehearsed } from "./rehearse.js";
import { recognise, TABLE_KINDS } from "./recognise.js";

/** @type {Suiji} */
let suiji;
/** @type {WebAssembly.Module} */
let compiled;
/** The documents of the last verification, for the search. @type {any} */
let known;

const report = (/** @type {string} */ stage, /** @type {number} */ done, /** @type {number} */ total) => {
  postMessage({ progress: { stage, done, total } });
};

const TASKS = {
  /** @param {{ module: Uint8Array }} of */
  async load({ module }) {
    compiled = await WebAssembly.compile(/** @type {any} */ (module));
    suiji = new Suiji(new Module(compiled), crypto);
    return suiji.codes();
  },
  /** @param {{ name: string, bytes: Uint8Array }} of */
  async recognise({ name, bytes }) {
    const found = recognise(name, bytes);
    const digest = found.is === "picture" && (await digestIn(bytes, () => new Module(compiled)));
    return digest ? { typed: { readOut: digest } } : found;
  },
  verify,
  /** @param {{ text: string }} of */
  find: ({ text }) => found(known, text.trim()),
  /** @param {{ numbers: number[], swapped: boolean }} of */
  rehearse: ({ numbers, swapped }) => rehearsed(suiji, numbers, swapped),
};

/** @param {{ files: any[], secret: string, noted: string, values: string, readOut: string }} given */
function verify({ files, secret, noted, values, readOut }) {
  const onProgress = report;
  /** @type {any} */
  const of = {};
  const earlier = [];
  /** @type {any[]} */
  const refusals = [];
  const read = (/** @type {any} */ file, /** @type {() => any} */ work) => {
    try {
      return work();
    } catch (error) {
      refusals.push({ file: file.name, ...problem(error) });
      return undefined;
    }
  };
  for (const file of files) {
    const { kind, form, bytes } = file;
    if (kind === "commitment") earlier.push(read(file, () => suiji.document(kind, bytes)));
    else if (TABLE_KINDS.includes(kind)) of[kind] = read(file, () => suiji.table(kind, form === "csv" ? inUtf8(bytes) : bytes, { form: form === "csv" ? "csv" : "jsonl", onProgress }));
    else if (kind === "record") of.record = read(file, () => suiji.record(bytes, { onProgress }));
    else if (kind === "public_form") of.form = read(file, () => suiji.publicForm(bytes, { onProgress }));
    else of[kind] = read(file, () => suiji.document(kind, bytes));
  }
  if (refusals.length) return { refusals };
  const drawn = of.record ?? of.form;
  const valuesOf = values.trim() ? read({ name: "" }, () => valuesNoted(suiji, drawn.commitment, values)) : undefined;
  if (refusals.length) return { refusals };
  const evidence = {
    plan: of.plan,
    registry: of.registry,
    roster: of.roster,
    history: of.history,
    amendments: of.amendments,
    earlier,
    noted: valuesOf,
    secret: secret.trim() || undefined,
    commitment: noted.trim().toLowerCase() || undefined,
    record: readOut.trim().toLowerCase() || undefined,
    publicForm: of.record && of.form,
    onProgress,
  };
  const verified = read({ name: "" }, () => (of.record ? suiji.verify(drawn, evidence) : suiji.verifyPublic(drawn, evidence)));
  const receipt = of.receipt && verified && read({ name: "" }, () => checkedReceipt(of, evidence.secret));
  if (refusals.length) return { refusals };
  const document = JSON.parse(drawn.json());
  known = { suiji, ...of, drawn, document, secret: evidence.secret };
  const outcome = JSON.parse(verified.json);
  return {
    report: outcome,
    notes: { noted: Boolean(evidence.commitment), values: Boolean(valuesOf), readOut: Boolean(evidence.record) },
    swapped: outcome.verdict === "fails" && of.record ? swapped(known) : [],
    receipt,
    view: {
      draws: document.draws,
      commitment: document.commitment,
      plan: of.plan && JSON.parse(of.plan),
      amendments: of.amendments && JSON.parse(of.amendments).amendments,
      digest: suiji.digestGroups(drawn.digest),
      sheet: suiji.digestGroups(suiji.digest("commitment", drawn.commitment)),
      names: names(of, document),
      public: !of.record,
    },
  };
}

/** A list as office programs save it: in UTF-8 or in GB 18030. @param {Uint8Array} bytes */
function inUtf8(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return bytes;
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** The report on a receipt, and the receipt's statements. @param {any} of @param {string | undefined} secret */
function checkedReceipt({ record, form, receipt, plan }, secret) {
  const published = form ?? record.publicForm({ secret });
  const report = suiji.checkReceipt(receipt, published, { plan });
  return { report: JSON.parse(report.json), statements: suiji.statements(receipt, { plan }), entity: JSON.parse(receipt).entity };
}

/** The names of the drawn, from the registry and the roster. @param {any} of @param {any} document */
function names({ registry, roster }, document) {
  /** @type {Record<string, string>} */
  const names = Object.create(null);
  const add = (/** @type {any} */ table, /** @type {string} */ id) => {
    if (table && !(id in names)) names[id] = table.row(id)?.name ?? "";
  };
  for (const draw of document.draws) {
    for (const one of [...(draw.selected ?? []), ...(draw.reserves ?? [])].slice(0, 5000)) add(registry, one.id ?? one);
    for (const team of (draw.teams ?? []).slice(0, 5000)) team.members?.forEach((/** @type {string} */ id) => add(roster, id));
  }
  return names;
}

/** @param {unknown} error */
function problem(error) {
  if (error instanceof Unread) return { said: error.key, values: error.values };
  if (error instanceof SuijiError) return { faults: error.faults.slice(0, 50), count: error.faults.length };
  return { stopped: error instanceof Error ? error.message : String(error) };
}

addEventListener("message", async ({ data }) => {
  try {
    const work = /** @type {any} */ (TASKS)[data.task];
    postMessage({ id: data.id, done: await work(data) });
  } catch (error) {
    postMessage({ id: data.id, error: error instanceof Error ? error.message : String(error) });
  }
});
