// The page: files in, result out.

import { lists, nameChecks, refused, swaps, verdict } from "./checks.js";
import { byId, element, foreign, visible } from "./dom.js";
import { proofs } from "./proofs.js";
import { KINDS } from "./recognise.js";
import { rehearsal } from "./rehearsal.js";
import { receiptShown, search } from "./search.js";
import { tasks } from "./tasks.js";
import { lang, say, setLang } from "./texts.js";
import { ask, Cancelled, onProgress, onStart, stop } from "./work.js";

/** @type {{ name: string, kind: string | undefined, form: string, bytes: Uint8Array }[]} */
let files = [];
/** The result of the last verification, for showing it again in the other language. @type {any} */
let shown;
/** The expected kind of the next chosen file. @type {string | undefined} */
let expected;
/** Texts that a person typed. */
const typed = { secret: "", noted: "", values: "", readOut: "" };
/** What happened to files that are not in the list. They are functions, because the language can change. @type {(() => string)[]} */
let notices = [];

function page() {
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  document.title = say("title");
  document.querySelector("h1")?.replaceChildren(say("title"));
  document.querySelector(".skip")?.replaceChildren(say("skip"));
  document.querySelector("footer")?.replaceChildren(element("p", { class: "quiet" }, say("footer")));
  byId("language").replaceChildren(say("language"));
  byId("language").lang = lang === "zh" ? "en" : "zh-CN";
  byId("intro").replaceChildren(say("intro"));
  byId("rehearsal").replaceChildren(rehearsal((numbers, swapped) => ask("rehearse", { numbers, swapped })));
  given();
  result();
}

/** The files, and the values to type in. */
function given() {
  const chooser = element("input", { type: "file", multiple: true, id: "files", class: "hidden", change: () => added(chooser.files) });
  const drop = element(
    "div",
    {
      class: "drop",
      dragover: (/** @type {DragEvent} */ event) => {
        event.preventDefault();
        drop.classList.add("over");
      },
      dragleave: () => drop.classList.remove("over"),
      drop: (/** @type {DragEvent} */ event) => {
        event.preventDefault();
        drop.classList.remove("over");
        added(event.dataTransfer?.files);
      },
    },
    say("drop"),
    " ",
    element("label", { class: "choose", for: "files" }, chooser, say("choose")),
  );
  const input = (/** @type {any} */ event) => (typed[/** @type {keyof typeof typed} */ (event.target.id)] = event.target.value);
  const labelled = (/** @type {string} */ name, /** @type {any} */ of) => element("div", {}, element("label", { for: name }, say(name)), of);
  const field = (/** @type {"secret" | "noted" | "readOut"} */ name) =>
    labelled(name, element("input", { type: "text", id: name, autocomplete: "off", spellcheck: "false", value: typed[name], input }));
  const values = element("textarea", { id: "values", rows: 2, autocomplete: "off", spellcheck: "false", input });
  values.value = typed.values;
  const picture = element("input", { type: "file", accept: "image/*", id: "picture", class: "hidden", change: () => added(picture.files) });
  byId("given").replaceChildren(
    element("h2", { id: "given-title" }, say("givenTitle")),
    drop,
    element("p", { class: "quiet" }, say("needed")),
    element("ul", { class: "files" }, ...files.map(fileShown)),
    element("div", { class: "row" }, element("label", { class: "choose", for: "picture" }, picture, say("picture"))),
    element("div", { role: "status", id: "notices" }, ...notices.map((notice) => element("p", {}, visible(notice())))),
    element("div", { class: "fields" }, field("readOut"), field("noted"), labelled("values", values), field("secret")),
    element("div", { class: "row" }, element("button", { type: "button", id: "verify", class: "main", click: verify }, say("verify"))),
  );
}

/** @param {(typeof files)[number]} file @param {number} at */
function fileShown(file, at) {
  const options = ["", ...KINDS].map((kind) => element("option", { value: kind, selected: kind === (file.kind ?? "") }, kind ? say(kind) : "？"));
  const change = (/** @type {any} */ event) => (file.kind = event.target.value || undefined);
  const remove = () => {
    files = files.filter((other) => other !== file);
    given();
  };
  return element(
    "li",
    {},
    element("span", { class: "name" }, foreign(file.name)),
    element("label", {}, element("span", { class: "hidden" }, say("kind")), element("select", { id: `kind-${at}`, change }, ...options)),
    element("button", { type: "button", "aria-label": say("removeFile", { name: visible(file.name) }), click: remove }, say("remove")),
  );
}

/** @param {FileList | null | undefined} list */
async function added(list) {
  const kind = expected;
  expected = undefined;
  notices = [];
  const again = Boolean(kind);
  for (const file of list ?? []) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const found = await recognised(file.name, bytes);
    if (!found) return given();
    if (found.typed) typedIn(found.typed);
    else if (found.is) notices.push(() => say(`not:${found.is}`, { name: file.name }));
    else files.push({ name: file.name, bytes, form: found.form, kind: found.kind ?? kind });
  }
  given();
  if (again) verify();
}

/** The longest time for one file, in seconds. A picture can be made to take for ever. */
const LONGEST = 60;

/** What a file is; undefined if this cannot be said. @param {string} name @param {Uint8Array} bytes */
async function recognised(name, bytes) {
  const timer = setTimeout(stop, LONGEST * 1000);
  try {
    return await ask("recognise", { name, bytes });
  } catch (error) {
    // The documents of the last result are lost with the worker.
    show({ problem: () => (error instanceof Cancelled ? say("tooLong", { name }) : say("stopped", { problem: error instanceof Error ? error.message : "" })) });
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** Fills in values that a file had. @param {Partial<typeof typed>} values */
function typedIn(values) {
  for (const [name, value] of Object.entries(values)) {
    if (!value) continue;
    typed[/** @type {keyof typeof typed} */ (name)] = value;
    notices.push(() => say("filledIn", { field: say(name) }));
  }
}

/** Asks for a file, or for the secret, and verifies again. @param {string} kind */
function add(kind) {
  if (kind === "secret") return byId("secret").focus();
  expected = kind;
  return byId("files").click();
}

async function verify() {
  const problem = unready();
  if (problem) return show({ problem });
  const stage = element("p", { role: "status" }, say("working", { stage: "…" }));
  const bar = element("progress", { "aria-label": say("verify") });
  byId("result").replaceChildren(stage, bar, element("button", { type: "button", id: "cancel", click: stop }, say("cancel")));
  onProgress(({ stage: name, done, total }) => {
    stage.textContent = say("working", { stage: name });
    bar.max = Math.max(total, 1);
    bar.value = done;
  });
  byId("verify").disabled = true;
  try {
    show(await ask("verify", { files, ...typed }));
  } catch (error) {
    show({ problem: () => (error instanceof Cancelled ? say("cancelled") : say("stopped", { problem: error instanceof Error ? error.message : "" })) });
  } finally {
    byId("verify").disabled = false;
  }
  return byId("result").focus();
}

/** The reason why there is nothing to verify yet. It is a function, because the language can change. */
function unready() {
  const of = (/** @type {string} */ kind) => files.filter((file) => file.kind === kind).length;
  if (!of("record") && !of("public_form")) return () => say("noDraw");
  const unknown = files.find((file) => !file.kind);
  if (unknown) return () => say("unknownKind", { name: unknown.name });
  const twice = KINDS.find((kind) => kind !== "commitment" && of(kind) > 1);
  return twice && (() => say("twoDraws", { kind: say(twice) }));
}

/** @param {any} of */
function show(of) {
  shown = of;
  result();
}

function result() {
  const made = shown ? [element("h2", {}, say("resultTitle")), ...content(shown)] : [];
  byId("result").replaceChildren(...made);
}

/** @param {any} of */
function content({ problem, refusals, report, notes, swapped, receipt, view }) {
  if (problem) return [element("p", { role: "alert", class: "error" }, visible(problem()))];
  if (refusals) return [refused(refusals)];
  return [
    verdict(report, view),
    swapped.length > 0 && swaps(swapped),
    proofs(report, notes),
    element("div", { class: "row" }, element("button", { type: "button", click: () => print() }, say("print"))),
    ...lists(report, add),
    receipt && receiptShown(receipt, add),
    search((text) => ask("find", { text })),
    element("h2", { class: "tasks" }, say("tasksTitle")),
    view.amendments && element("p", {}, say("away", { count: view.amendments.length })),
    ...tasks(view),
  ].filter(Boolean);
}

onStart(nameChecks);
byId("language").addEventListener("click", () => {
  setLang(lang === "zh" ? "en" : "zh");
  page();
});
setLang(navigator.language.startsWith("zh") ? "zh" : "en");
page();
