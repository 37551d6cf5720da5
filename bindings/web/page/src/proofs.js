// The notes of a witness, and what each of them proves.

import { element } from "./dom.js";
import { say } from "./texts.js";

/** The check that compares each note. */
const COMPARED = { noted: "sheet.known", values: "contributions.known", readOut: "record.known" };

/**
 * Nothing if nothing was noted.
 * @param {any} report
 * @param {Record<string, boolean>} notes Whether each was given.
 */
function proofs(report, notes) {
  if (!Object.values(notes).some(Boolean)) return undefined;
  const lines = Object.entries(COMPARED).map(([note, id]) => {
    const outcomes = report.checks.filter((/** @type {any} */ check) => check.id === id).map((/** @type {any} */ check) => check.outcome);
    return line(note, notes[note] ? outcomes : []);
  });
  return element("section", { class: "notes" }, element("h3", {}, say("notesTitle")), element("ul", {}, ...lines));
}

/** @param {string} note @param {string[]} outcomes */
function line(note, outcomes) {
  const failed = outcomes.includes("failed");
  const key = failed ? "disproved" : outcomes.includes("established") ? "proved" : "unproved";
  // The values of other sources were not noted.
  const part = key === "proved" && outcomes.includes("on_trust");
  return element("li", { class: failed && "error" }, say(`${key}:${note}`), part && ` ${say("provedPart")}`);
}

export { proofs };
