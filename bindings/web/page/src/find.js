// One firm: its result, and the reason.

import { reopened } from "./redraw.js";

/** The maximum number of firms shown for one text. */
const FOUND = 20;

/**
 * @param {any} known The documents that were read for the verification.
 * @param {string} text An id, or a part of a name.
 */
function found(known, text) {
  if (!text) return { firms: [] };
  const drawn = ofDraws(known.document, text);
  if (!known.registry) return { firms: drawn.map((one) => ({ ...one, statements: [] })), registry: false };
  const rows = ofRegistry(known, text);
  const sealed = reopened(known);
  const firms = rows.map(({ id, name }) => ({
    id,
    name,
    places: placesOf(known.document, id),
    statements: sealed ? known.suiji.statements(sealed.receipt(known.drawn, id), { plan: known.plan }) : [],
  }));
  return { firms, registry: true, sealed: Boolean(sealed) };
}

/** @param {any} document @param {string} text */
function ofDraws(document, text) {
  const ids = new Set();
  for (const draw of document.draws) {
    for (const one of [...(draw.selected ?? []), ...(draw.reserves ?? [])]) {
      const id = one.id ?? one;
      if (id.includes(text) && ids.size < FOUND) ids.add(id);
    }
  }
  return [...ids].map((id) => ({ id, name: "", places: placesOf(document, id) }));
}

/** @param {any} known @param {string} text */
function ofRegistry(known, text) {
  const exact = known.registry.row(text);
  if (exact) return [exact];
  known.lines ??= known.registry.jsonLines();
  const wanted = JSON.stringify(text).slice(1, -1);
  const rows = [];
  for (let at = known.lines.indexOf(wanted); at >= 0 && rows.length < FOUND; ) {
    const from = known.lines.lastIndexOf("\n", at) + 1;
    const end = known.lines.indexOf("\n", at);
    const row = JSON.parse(known.lines.slice(from, end < 0 ? undefined : end));
    if (row.id.includes(text) || row.name?.includes(text)) rows.push(row);
    if (end < 0) break;
    at = known.lines.indexOf(wanted, end);
  }
  return rows;
}

/** The tasks in which it is selected, or a reserve. @param {any} document @param {string} id */
function placesOf(document, id) {
  const has = (/** @type {any[]} */ list) => list?.some((one) => (one.id ?? one) === id);
  return document.draws.flatMap((/** @type {any} */ draw) => [
    ...(has(draw.selected) ? [{ task: draw.task, selected: true }] : []),
    ...(has(draw.reserves) ? [{ task: draw.task, selected: false }] : []),
  ]);
}

export { found };
