// Rehearsal and teaching: virtual dice, a second throw, a swapped firm. It is never a valid draw.

import { lists, swaps, verdict } from "./checks.js";
import { element, foreign } from "./dom.js";
import { DICE, FIRMS } from "./teaching-case.js";
import { listed, say } from "./texts.js";

/** The numbers of the dice, and the draw; kept when the language changes. @type {{ numbers: number[], swapped: boolean, drawn?: any, before?: any }} */
const state = { numbers: [], swapped: false };

/** One throw, each number as likely as the others. */
function thrown() {
  const byte = new Uint8Array(1);
  do crypto.getRandomValues(byte);
  while (byte[0] >= 252);
  return (byte[0] % 6) + 1;
}

/** @param {(numbers: number[], swapped: boolean) => Promise<any>} draw */
function rehearsal(draw) {
  const answer = element("div", { "aria-live": "polite" });
  const again = async (/** @type {number[]} */ numbers, /** @type {boolean} */ swapped) => {
    const before = numbers === state.numbers ? undefined : state.drawn;
    Object.assign(state, { numbers, swapped, before, drawn: await draw(numbers, swapped) });
    answer.replaceChildren(...rehearsalShown());
    ready();
  };
  const button = (/** @type {string} */ key, /** @type {() => void} */ click) => element("button", { type: "button", id: key, click }, say(key));
  const all = button("throwAll", () => again(Array.from({ length: DICE }, thrown), false));
  const one = button("throwOne", () => again([...state.numbers.slice(0, -1), other(state.numbers.at(-1) ?? 1)], false));
  const swap = button("swapFirm", () => again(state.numbers, true));
  const ready = () => [one, swap].forEach((of) => (of.disabled = state.numbers.length === 0));
  if (state.drawn) answer.replaceChildren(...rehearsalShown());
  ready();
  return element(
    "details",
    { class: "rehearsal noprint", open: Boolean(state.drawn) },
    element("summary", {}, say("rehearsal")),
    element("p", {}, element("strong", {}, say("noValidDraw"))),
    element("p", {}, say("rehearsalAbout", { count: FIRMS })),
    element("div", { class: "row" }, all, one, swap),
    answer,
  );
}

/** A throw with another number. @param {number} last @returns {number} */
function other(last) {
  const next = thrown();
  return next === last ? other(last) : next;
}

function rehearsalShown() {
  const { numbers, swapped, drawn, before } = state;
  const faces = numbers.map((number) => String.fromCodePoint(0x2680 + number - 1)).join(" ");
  const kept = before && drawn.selected.filter((/** @type {string} */ name) => before.selected.includes(name)).length;
  return [
    element("p", { class: "dice", role: "img", "aria-label": listed(numbers) }, faces),
    element("p", {}, say("rehearsalSeed"), " ", element("code", {}, drawn.seed)),
    element("p", {}, say("rehearsalDrawn"), " ", foreign(listed(drawn.selected))),
    before && element("p", {}, say("rehearsalChanged", { kept, count: drawn.selected.length })),
    swapped && element("p", {}, say("rehearsalSwapped")),
    verdict(drawn.report),
    drawn.found.length > 0 && swaps(drawn.found),
    ...(swapped ? lists({ ...drawn.report, checks: drawn.report.checks.filter((/** @type {any} */ of) => of.outcome === "failed"), trust: [], warnings: [] }, () => {}) : []),
  ].filter(Boolean);
}

export { rehearsal };
