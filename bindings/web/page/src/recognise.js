// Recognises a file by its content. Its name is used only if the content is ambiguous.

import { notesOf } from "./notes.js";
import { isPicture } from "./picture.js";

const TABLE_KINDS = ["registry", "roster", "history"];
const KINDS = ["record", "public_form", "receipt", "plan", ...TABLE_KINDS, "amendments", "commitment"];

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @returns {{ kind?: string, form?: "json" | "jsonl" | "csv", typed?: Record<string, string>, is?: "picture" | "workbook" }} `typed` are
 *   values that a person would otherwise type: the secret of a ceremony, or notes.
 */
function recognise(name, bytes) {
  if (isPicture(bytes)) return { is: "picture" };
  if (isWorkbook(bytes)) return { is: "workbook" };
  const whole = parsedOr(bytes);
  if (whole && ofDocument(whole) === undefined && typeof whole.secret === "string") return { typed: { secret: whole.secret } };
  if (whole && !name.toLowerCase().endsWith(".jsonl")) return { kind: ofDocument(whole), form: "json" };
  const first = firstLine(bytes);
  const row = parsedOr(first);
  if (row) return { kind: ofFields(Object.keys(row), name), form: "jsonl" };
  const notes = bytes.length < NOTES && notesOf(new TextDecoder().decode(bytes));
  if (notes) return { typed: notes };
  const columns = new TextDecoder().decode(first).replace(/^\ufeff/, "").split(",").map((cell) => cell.trim().replace(/^"|"$/g, ""));
  return { kind: ofFields(columns, name), form: "csv" };
}

/** The maximum size of notes. */
const NOTES = 1 << 20;

/** Whether this is a workbook, or another file of an office: an archive, or a compound file. @param {Uint8Array} bytes */
function isWorkbook(bytes) {
  const begins = (/** @type {number[]} */ ...of) => of.every((byte, at) => bytes[at] === byte);
  return begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0);
}

/** @param {Uint8Array} bytes */
function parsedOr(bytes) {
  // A list of rows is not one document: its first line is read instead.
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes));
    return value && typeof value === "object" && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** @param {Uint8Array} bytes */
function firstLine(bytes) {
  const end = bytes.indexOf(10);
  return bytes.subarray(0, Math.min(end < 0 ? bytes.length : end, 1 << 20));
}

/** @param {any} document */
function ofDocument(document) {
  const has = (/** @type {string[]} */ ...keys) => keys.every((key) => Object.hasOwn(document, key));
  if (has("record", "draws")) return "public_form";
  if (has("commitment", "draws")) return "record";
  if (has("entity", "record", "tasks")) return "receipt";
  if (has("record", "amendments")) return "amendments";
  if (has("sealed_at", "sources", "tasks")) return "commitment";
  if (has("title", "tasks")) return "plan";
  return ofFields(Object.keys(document), "");
}

/**
 * @param {string[]} fields
 * @param {string} name
 */
function ofFields(fields, name) {
  if (fields.includes("entity") && fields.includes("date")) return "history";
  if (!fields.includes("id")) return undefined;
  if (["department", "skills", "recuse", "lead"].some((field) => fields.includes(field))) return "roster";
  if (["class", "categories", "industry", "established", "status"].some((field) => fields.includes(field))) return "registry";
  return TABLE_KINDS.find((kind) => name.toLowerCase().includes(kind));
}

export { KINDS, recognise, TABLE_KINDS };
