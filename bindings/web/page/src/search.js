// The search for one firm, and the statements of a receipt.

import { lists, verdict } from "./checks.js";
import { element, foreign, message, visible } from "./dom.js";
import { lang, say } from "./texts.js";

/** @param {(text: string) => Promise<any>} find */
function search(find) {
  const answer = element("div", { "aria-live": "polite" });
  const field = element("input", { type: "text", id: "firm", autocomplete: "off" });
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text) answer.replaceChildren(...answered(text, await find(text)));
  };
  return element(
    "section",
    { class: "search" },
    element("h2", {}, say("searchTitle")),
    element(
      "form",
      { submit },
      element("label", { for: "firm" }, say("search")),
      element("div", { class: "row" }, field, element("button", { type: "submit" }, say("find"))),
    ),
    answer,
  );
}

/** @param {string} text @param {any} found */
function answered(text, { firms, registry }) {
  if (firms.length === 0) return [element("p", {}, ...quoted(say(registry ? "unknown" : "nobody", { text: "\n" }), text))];
  return firms.map((/** @type {any} */ of) => firm(of, firms.length === 1));
}

/** A text whose line end is replaced by a value from a file. @param {string} said @param {string} text */
function quoted(said, text) {
  const [before, after] = said.split("\n");
  return [before, foreign(text), after];
}

/** @param {any} firm @param {boolean} open */
function firm({ id, name, places, statements }, open) {
  const lines = statements.length ? statements.map(statement) : places.map(place);
  return element(
    "details",
    { class: "firm", open },
    element("summary", {}, foreign(name || id), name ? element("span", { class: "quiet" }, " ", foreign(id)) : undefined),
    lines.length ? element("ul", {}, ...lines) : element("p", {}, ...quoted(say("nobody", { text: "\n" }), id)),
  );
}

/** @param {any} of */
const place = ({ task, selected }) => element("li", {}, visible(say(selected ? "chosen" : "asReserve", { task })));

/** @param {any} of */
function statement(of) {
  const chance = of.probability && say("chance", of.probability);
  return element(
    "li",
    {},
    message(of.message[lang]),
    chance && element("div", {}, element("strong", {}, chance)),
  );
}

/** @param {any} receipt @param {(kind: string) => void} add */
function receiptShown({ report, statements, entity }, add) {
  return element(
    "section",
    { class: "receipt" },
    element("h2", {}, say("receiptTitle"), " ", foreign(entity)),
    verdict(report),
    element("ul", {}, ...statements.map(statement)),
    ...lists(report, add),
  );
}

export { receiptShown, search };
