// The report: its verdict, and its checks in four lists.

import { element, foreign, message, visible } from "./dom.js";
import { hasText, lang, listed, missingName, say } from "./texts.js";

/** The name of a check, by its id. It comes from the library. @type {Map<string, any>} */
const NAMES = new Map();

/** @param {any[]} codes */
function nameChecks(codes) {
  for (const { id, what, message } of codes) if (what === "check") NAMES.set(id, message);
}

/** The maximum number of checks in a list. Further ones are counted. */
const SHOWN = 200;

/**
 * @param {any} report
 * @param {any} [view]
 */
function verdict(report, view) {
  const count = (/** @type {string} */ outcome) => report.checks.filter((/** @type {any} */ check) => check.outcome === outcome).length;
  const counts = { established: count("established"), failed: count("failed"), unchecked: count("not_checked") };
  return element(
    "div",
    { class: `verdict ${report.verdict}` },
    element("strong", {}, say(report.verdict)),
    element("span", {}, say(`${report.verdict}More`)),
    element("div", { class: "quiet" }, say("counts", counts)),
    view && digest(say("digest"), view.digest),
    view && digest(say("commitmentDigest"), view.sheet),
  );
}

/** @param {string} title @param {string} groups */
function digest(title, groups) {
  return element("div", {}, element("div", {}, title), element("div", { class: "digest", translate: "no" }, groups));
}

/**
 * @param {any} report
 * @param {(kind: string) => void} add Asks for a file of this kind.
 */
function lists(report, add) {
  const made = [];
  for (const outcome of ["failed", "established", "not_checked", "on_trust"]) {
    const checks = report.checks.filter((/** @type {any} */ check) => check.outcome === outcome);
    const trust = outcome === "on_trust" ? report.trust : [];
    const count = checks.length + trust.length;
    if (count === 0) continue;
    const content =
      outcome === "not_checked" ? missing(checks, add) : [...limited(checks), ...trust.map((/** @type {any} */ of) => plain(of))];
    const unprinted = outcome === "failed" && count > PRINTED && element("p", { class: "printed" }, say("notPrinted", { count: count - PRINTED }));
    made.push(element("div", { class: `list ${outcome}` }, element("h3", {}, say(outcome, { count })), ...content, unprinted));
  }
  if (report.warnings?.length) {
    made.push(element("h3", {}, say("warnings", { count: report.warnings.length })), ...report.warnings.map(plain));
  }
  return made;
}

/** The number of failed checks on the printed page. style.css hides the others. */
const PRINTED = 8;

/** @param {any[]} checks */
function limited(checks) {
  const groups = grouped(checks);
  const shown = groups.slice(0, SHOWN).map(one);
  const rest = groups.length - shown.length;
  return rest > 0 ? [...shown, element("p", {}, say("more", { count: rest }))] : shown;
}

/** The missing files, each with a button that adds it. @param {any[]} checks @param {(kind: string) => void} add */
function missing(checks, add) {
  const kinds = [...new Set(checks.map((check) => check.missing))];
  return kinds.flatMap((kind) => [
    element(
      "div",
      { class: "row" },
      element("strong", {}, say("missing", { what: missingName(kind) })),
      ADDED.includes(kind) &&
        element("button", { type: "button", class: "noprint", click: () => add(kind) }, say("add", { what: missingName(kind) })),
    ),
    ...limited(checks.filter((check) => check.missing === kind)),
  ]);
}

const ADDED = ["plan", "registry", "roster", "history", "record", "secret"];

/** Checks of one kind with the same outcome are one line, unless they failed. @param {any[]} checks @returns {any[][]} */
function grouped(checks) {
  const groups = new Map();
  checks.forEach((check, at) => {
    const key = check.outcome === "failed" ? at : `${check.id} ${check.missing}`;
    if (groups.has(key)) groups.get(key).push(check);
    else groups.set(key, [check]);
  });
  return [...groups.values()];
}

/** The maximum number of tasks or sources that a line names. */
const NAMED = 10;

/** Checks on one line; it opens to their rule and the two values. @param {any[]} checks */
function one(checks) {
  const [check] = checks;
  const all = (/** @type {string} */ field) => {
    const values = [...new Set(checks.map((of) => of[field]).filter((value) => value !== undefined))];
    const rest = values.length > NAMED ? ` (${say("more", { count: values.length - NAMED })})` : "";
    return values.length ? `${listed(values.slice(0, NAMED))}${rest}` : undefined;
  };
  const rows = [
    [say("expected"), check.expected],
    [say("found"), check.found],
    [say("task"), all("task")],
    [say("source"), all("source")],
    [say("place"), all("path")],
    [say("rule"), check.rule && `[${check.rule}] SPEC.md`],
    [say("check"), check.id],
    [say("byHand"), hasText(`hand:${check.id}`) ? say(`hand:${check.id}`) : undefined],
  ];
  // Only the values are printed.
  const shown = rows.map(([name, value], at) => ({ name, value, class: at > 1 && "noprint" })).filter(({ value }) => value !== undefined);
  const failed = check.outcome === "failed";
  const text = failed ? check.message : (NAMES.get(check.id) ?? check.message);
  const about = !failed && (all("task") ?? all("source"));
  return element(
    "details",
    { class: check.outcome, open: failed },
    element("summary", {}, message(text[lang]), about && element("span", { class: "quiet" }, " · ", foreign(about))),
    element("dl", {}, ...shown.flatMap(({ name, value, class: of }) => [element("dt", { class: of }, name), element("dd", { class: of }, foreign(value))])),
  );
}

/** @param {any} of */
const plain = (of) => element("p", {}, "· ", message(of.message[lang]));

/** The firms that were swapped. @param {any[]} tasks */
function swaps(tasks) {
  const line = (/** @type {string} */ key, /** @type {string} */ task, /** @type {any[]} */ firms) =>
    firms.length > 0 &&
    element(
      "p",
      {},
      visible(say(key, { task })),
      ...firms.slice(0, SHOWN).flatMap(({ id, name }) => [" ", element("strong", {}, foreign(name || id)), " ", name && foreign(id)]),
    );
  return element(
    "div",
    { class: "verdict fails" },
    element("h3", {}, say("swappedTitle")),
    ...tasks.flatMap(({ task, wrong, absent }) => [line("swappedWrong", task, wrong), line("swappedAbsent", task, absent)]),
  );
}

/** The reasons why files were refused. @param {any[]} refusals */
function refused(refusals) {
  return element(
    "div",
    { class: "verdict refused", role: "alert" },
    element("strong", {}, say("refused")),
    element("span", {}, say("refusedMore")),
    ...refusals.map(({ file, faults, count, stopped, said, values }) =>
      element(
        "div",
        {},
        file && element("h3", {}, foreign(file)),
        said && element("p", {}, visible(say(said, values))),
        stopped && element("p", {}, say("stopped", { problem: visible(stopped) })),
        faults && element("ul", {}, ...faults.map(fault)),
        count > faults?.length && element("p", {}, say("more", { count: count - faults.length })),
      ),
    ),
  );
}

/** @param {any} of */
function fault(of) {
  const { kind, row, path } = of.place;
  const place = [hasText(kind) ? say(kind) : kind, row, path].filter((part) => part !== undefined).join(" · ");
  return element("li", {}, message(of.message[lang]), element("span", { class: "quiet" }, " ", foreign(`(${of.code} · ${place})`)));
}

export { lists, nameChecks, refused, swaps, verdict };
