// The draw: each task as a table, with a strip of its tickets.

import { drawing, element, foreign } from "./dom.js";
import { listed, say, stratumName } from "./texts.js";

/** The number of rows shown at first. More are shown on request. */
const ROWS = 100;

/** @param {any} view */
function tasks(view) {
  const sealed = new Map(view.commitment.tasks.map((/** @type {any} */ task) => [task.id, task]));
  const names = new Map((view.plan?.tasks ?? []).map((/** @type {any} */ task) => [task.id, task.name]));
  return view.draws.map((/** @type {any} */ draw) => {
    const name = names.get(draw.task);
    return element(
      "section",
      { class: "tasks" },
      element("h3", {}, say("task"), " ", foreign(draw.task), name ? element("span", {}, " ", foreign(name)) : undefined),
      ...strata(draw, sealed.get(draw.task)),
      selected(draw, view.names),
      draw.reserves && reserves(say("reserves"), draw.reserves, view.names),
    );
  });
}

/** @param {any} draw @param {any} sealed */
function strata(draw, sealed) {
  const last = lastOf(draw);
  const rows = (sealed?.strata ?? []).map((/** @type {any} */ of) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, foreign(stratumName(of.stratum))),
      element("td", { class: "number" }, of.size),
      element("td", { class: "number" }, of.take ?? 0),
      element("td", {}, last.has(of.stratum) ? element("code", {}, `${last.get(of.stratum) ?? say("hidden")}`.slice(0, 16)) : "—"),
    ),
  );
  const table = tableOf([say("stratum"), say("size"), say("take"), say("cutoff")], rows, [1, 2]);
  return [table, ...(sealed?.strata ?? []).filter((/** @type {any} */ of) => last.get(of.stratum)).map((/** @type {any} */ of) => strip(draw, of, last))];
}

/** The greatest selected ticket of each stratum; undefined if only a commitment to it is published. @param {any} draw */
function lastOf(draw) {
  const last = new Map((draw.last ?? []).map((/** @type {any} */ of) => [of.stratum, of.ticket]));
  for (const { stratum, ticket } of draw.selected ?? []) {
    if (ticket && !(last.get(stratum) >= ticket)) last.set(stratum, ticket);
  }
  return last;
}

/**
 * The position of a ticket between the smallest and the greatest possible one, in thousandths.
 * @param {string} ticket
 */
const thousandths = (ticket) => (parseInt(ticket.slice(0, 8), 16) / 2 ** 32) * 1000;

/** @param {any} draw @param {any} stratum @param {Map<string, string>} last */
function strip(draw, stratum, last) {
  const text = say("strip", { stratum: stratumName(stratum.stratum), take: stratum.take, size: stratum.size });
  const tickets = (draw.selected ?? []).filter((/** @type {any} */ of) => of.stratum === stratum.stratum && of.ticket).slice(0, 2000);
  const cutoff = thousandths(/** @type {string} */ (last.get(stratum.stratum)));
  const line = (/** @type {number} */ x, /** @type {any} */ more) => drawing("line", { x1: x, x2: x, y1: 8, y2: 40, "vector-effect": "non-scaling-stroke", ...more });
  return element(
    "figure",
    {},
    drawing(
      "svg",
      { class: "strip", viewBox: "0 0 1000 48", preserveAspectRatio: "none", role: "img", "aria-label": text },
      drawing("rect", { x: 0, y: 16, width: 1000, height: 16, fill: "var(--box)", stroke: "var(--quiet)", "vector-effect": "non-scaling-stroke" }),
      drawing("rect", { x: 0, y: 16, width: cutoff, height: 16, fill: "var(--line)" }),
      ...tickets.map((/** @type {any} */ of) => line(thousandths(of.ticket), { stroke: "var(--mark)", "stroke-width": 2 })),
      line(cutoff, { stroke: "var(--bad)", "stroke-width": 2, "stroke-dasharray": "4 3", y1: 2, y2: 46 }),
    ),
    element("figcaption", { class: "quiet" }, text),
  );
}

/** @param {any} draw @param {any} names */
function selected(draw, names) {
  const teams = new Map((draw.teams ?? []).map((/** @type {any} */ team) => [team.entity, team]));
  const row = (/** @type {any} */ one, /** @type {number} */ at) => {
    const id = one.id ?? one;
    const cells = [element("td", { class: "number" }, at + 1), element("td", {}, ...named(id, names))];
    if (one.stratum) cells.push(element("td", {}, foreign(stratumName(one.stratum))));
    if (draw.teams) cells.push(element("td", {}, ...team(teams.get(id), names)));
    return element("tr", {}, ...cells);
  };
  const list = draw.selected ?? [];
  const heads = [say("order"), say("entity")];
  if (list[0]?.stratum) heads.push(say("stratum"));
  if (draw.teams) heads.push(say("team"));
  return grown(heads, list, row);
}

/** @param {string} title @param {any[]} list @param {any} names */
function reserves(title, list, names) {
  const row = (/** @type {any} */ one, /** @type {number} */ at) =>
    element(
      "tr",
      {},
      element("td", { class: "number" }, at + 1),
      element("td", {}, ...named(one.id, names)),
      element("td", {}, foreign(stratumName(one.stratum))),
    );
  return element("div", {}, element("h4", {}, title), grown([say("order"), say("entity"), say("stratum")], list, row));
}

/** @param {string} id @param {any} names */
const named = (id, names) => (names[id] ? [foreign(names[id]), " ", element("code", {}, foreign(id))] : [element("code", {}, foreign(id))]);

/** @param {any} team @param {any} names */
function team(team, names) {
  if (!team) return ["—"];
  if (team.joins) return [say("joins", { task: team.joins })];
  const members = (team.members ?? []).flatMap((/** @type {string} */ id, /** @type {number} */ at) => [at ? listed(["", ""]) : "", foreign(names[id] || id)]);
  return team.vacant ? [...members, " ", say("vacant", { count: team.vacant.length })] : members;
}

/** A table that shows more rows on request. @param {string[]} heads @param {any[]} list @param {(one: any, at: number) => Node} row */
function grown(heads, list, row) {
  const shown = tableOf(heads, list.slice(0, ROWS).map(row), [0]);
  const body = shown.querySelector("tbody");
  let count = Math.min(ROWS, list.length);
  if (count === list.length) return shown;
  const label = () => say("showMore", { count: Math.min(ROWS * 10, list.length - count) });
  const button = element("button", { type: "button", class: "noprint", click: more }, label());
  function more() {
    const next = list.slice(count, count + ROWS * 10);
    body.append(...next.map((one, at) => row(one, count + at)));
    count += next.length;
    if (count === list.length) button.remove();
    else button.textContent = label();
  }
  return element("div", {}, shown, button);
}

/** @param {string[]} heads @param {Node[]} rows @param {number[]} numbers Columns of numbers. */
function tableOf(heads, rows, numbers) {
  const cells = heads.map((head, at) => element("th", { scope: "col", class: numbers.includes(at) && "number" }, head));
  const table = element("table", {}, element("thead", {}, element("tr", {}, ...cells)), element("tbody", {}, ...rows));
  return element("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": heads.join(" · ") }, table);
}

export { tasks };
