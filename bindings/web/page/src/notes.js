// The notes of a witness: digests that were read out, and values that fell.

import { SuijiError } from "../../npm/lib/error.js";

/** The words at the beginning of a line of the sheet. */
const LABELS = new Map(
  Object.entries({
    commitment: "commitment",
    封存单摘要: "commitment",
    封存单: "commitment",
    values: "values",
    value: "values",
    取值: "values",
    record: "record",
    抽取记录摘要: "record",
    抽取记录: "record",
    ledger: "ledger",
    登记簿簿首: "ledger",
    登记簿: "ledger",
  }),
);

/**
 * The notes in a text: each line begins with what it is about and a colon, or continues the line before it. Nothing if
 * the first line does not. The page has no ledger, so the heads of one are ignored.
 * @param {string} text
 */
function notesOf(text) {
  /** @type {Record<string, string[]>} */
  const notes = { commitment: [], values: [], record: [], ledger: [] };
  let label;
  for (const line of text.replace(/^\ufeff/, "").split(/\r?\n/).map((line) => line.trim())) {
    if (!line) continue;
    const [, word, rest] = /^([^:：]{1,20})[:：](.*)$/.exec(line) ?? [];
    const found = LABELS.get(word?.trim().toLowerCase() ?? "");
    label = found ?? label;
    if (!label) return undefined;
    notes[label].push(found ? rest.trim() : line);
  }
  const joined = (/** @type {string} */ name, /** @type {string} */ between) => notes[name].filter(Boolean).join(between);
  return label && { noted: joined("commitment", " "), values: joined("values", "\n"), readOut: joined("record", " ") };
}

/**
 * Noted values as a document. A line is a value. It may begin with the number or name of its source and a colon. Other
 * lines are the values of the live sources, in their order.
 * @param {import("../../npm/lib/suiji.js").Suiji} suiji
 * @param {string} commitment
 * @param {string} text
 */
function valuesNoted(suiji, commitment, text) {
  /** @type {any[]} */
  const sources = JSON.parse(commitment).sources;
  const live = sources.flatMap((source, at) => (source.kind === "live" ? [at] : []));
  /** @type {Map<number, string>} */
  const noted = new Map();
  const others = [];
  for (const line of text.split(/[\n;；]/).map((line) => line.trim()).filter(Boolean)) {
    const [at, value] = labelled(line, sources);
    if (at === undefined) others.push(line);
    else noted.set(at, value);
  }
  const free = live.filter((at) => !noted.has(at));
  if (others.length && others.length !== free.length) throw new Unread("valuesCount", { expected: free.length, found: others.length });
  others.forEach((value, at) => noted.set(free[at], value));
  const values = [...noted].flatMap(([at, value]) => {
    if (!live.includes(at)) throw new Unread("valuesLive", { source: sources[at].name });
    return arranged(suiji, commitment, sources[at], at, value);
  });
  return JSON.stringify(values);
}

/** @param {string} line @param {any[]} sources @returns {[number | undefined, string]} */
function labelled(line, sources) {
  // The name of a source can have a colon itself.
  const named = sources.findIndex(({ name }) => line.startsWith(name) && /^\s*[:：]/.test(line.slice(name.length)));
  if (named >= 0) return [named, line.slice(sources[named].name.length).replace(/^\s*[:：]/, "")];
  const [, number, value] = /^(\d{1,4})\s*[:：](.*)$/.exec(line) ?? [];
  if (number === undefined) return [undefined, line];
  if (Number(number) < 1 || Number(number) > sources.length) throw new Unread("valuesSource", { count: sources.length });
  return [Number(number) - 1, value];
}

/** @param {import("../../npm/lib/suiji.js").Suiji} suiji @param {string} commitment @param {any} source @param {number} at @param {string} value */
function arranged(suiji, commitment, source, at, value) {
  const numbers = numbersOf(source, value);
  if (!numbers) throw new Unread("valuesNumbers", { source: source.name });
  try {
    return JSON.parse(suiji.arrange(commitment, at, numbers));
  } catch (error) {
    // Too many numbers, or one that cannot fall.
    if (error instanceof SuijiError) throw new Unread("valuesNumbers", { source: source.name });
    throw error;
  }
}

/**
 * Numbers as people write them: in digits of either width, with spaces, commas or a plus between them. Dice can be
 * written without anything between them.
 * @param {any} source @param {string} text
 */
function numbersOf(source, text) {
  const words = text.normalize("NFKC").split(/[\s,、，.+]+/).filter(Boolean);
  if (!words.every((word) => /^\d+$/.test(word))) return undefined;
  const digits = words.join("");
  const single = source.parts.every((/** @type {any} */ part) => part.to <= 9);
  return (single ? [...digits] : words).map(Number);
}

/** A note that cannot be read: the key of a text, and its values. */
class Unread extends Error {
  /** @param {string} key @param {Record<string, string | number>} values */
  constructor(key, values) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

export { notesOf, Unread, valuesNoted };
