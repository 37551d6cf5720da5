// Each flow of the page, with real files, in a browser without a network.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { begin, CASE, end, expected, file, give, inputs, json, LANGUAGES, open, PAGE, shoot, SIZES, verify } from "./browser.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RECORD = json(expected("record.json"));
const SELECTED = RECORD.draws.find((draw) => draw.selected).selected;

before(begin);
after(end);

/** Opens the page, does the work, and expects no request, no error and no script of a file. */
async function flow(options, work) {
  const { page, requests, errors, close } = await open(options);
  try {
    await work(page);
    assert.deepEqual(requests.filter((url) => url !== PAGE && !url.startsWith("blob:")), []);
    assert.deepEqual(errors, []);
    assert.equal(await page.evaluate(() => "hacked" in globalThis), false);
  } finally {
    await close();
  }
}

const outcomes = (page) => page.locator("#result details").evaluateAll((all) => all.map((of) => of.className));

async function accessible(page) {
  // The policy of the page forbids a script element, but not the debugger.
  const violations = await page.evaluate(`${AXE}; axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then((of) => of.violations)`);
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
}

for (const size of Object.keys(SIZES)) {
  for (const lang of Object.keys(LANGUAGES)) {
    test(`everything holds with all files: ${size}, ${lang}`, () =>
      flow({ size, lang }, async (page) => {
        await accessible(page);
        await shoot(page, `empty-${size}-${lang}`);
        await give(page, [expected("record.json"), ...inputs]);
        assert.equal(await verify(page), "holds");
        const digest = await page.locator(".digest").first().textContent();
        assert.equal(digest.replaceAll(" ", ""), json(expected("public.json")).record);
        assert.ok((await outcomes(page)).every((outcome) => ["established", "on_trust"].includes(outcome)));
        assert.equal(await page.locator("html").getAttribute("lang"), LANGUAGES[lang] === "zh-CN" ? "zh-CN" : "en");
        const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(width, 0, "the page scrolls sideways");
        await accessible(page);
        await shoot(page, `holds-${size}-${lang}`);
      }));
  }
}

test("dark", () =>
  flow({ colorScheme: "dark" }, async (page) => {
    await give(page, [expected("record.json")]);
    assert.equal(await verify(page), "incomplete");
    await accessible(page);
    await shoot(page, "incomplete-dark");
  }));

test("a record alone is incomplete, and what is missing can be added", () =>
  flow({ lang: "en" }, async (page) => {
    await give(page, [expected("record.json")]);
    assert.equal(await verify(page), "incomplete");
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Add plan" }).click();
    await (await chooser).setFiles(`${CASE}/plan.json`);
    await page.getByRole("button", { name: "Add registry" }).waitFor();
    await page.getByRole("button", { name: "Add plan" }).waitFor({ state: "detached" });
    await shoot(page, "incomplete-en");
  }));

test("an altered record fails, and the page names the two values", () =>
  flow({}, async (page) => {
    const altered = structuredClone(RECORD);
    const draw = altered.draws.find((of) => of.selected && of.reserves);
    [draw.selected[0].id, draw.reserves[0].id] = [draw.reserves[0].id, draw.selected[0].id];
    await give(page, [file("record.json", altered), ...inputs]);
    assert.equal(await verify(page), "fails");
    const failed = page.locator("#result details.failed").first();
    assert.equal(await failed.getAttribute("open"), "");
    // The two firms are named, each with its role.
    const lines = await page.locator(".fails p").allTextContents();
    const line = (text, id) => assert.ok(lines.some((of) => of.includes(text) && of.includes(id)), `${text} ${id}`);
    line("在名单上，但没有被抽中", draw.selected[0].id);
    line("已被抽中，但不在名单上", draw.reserves[0].id);
    await accessible(page);
    await shoot(page, "fails");
  }));

test("other lists are not those that were sealed", () =>
  flow({}, async (page) => {
    const lines = readFileSync(`${CASE}/registry.jsonl`, "utf8").split("\n");
    await give(page, [expected("record.json"), file("registry.jsonl", lines.slice(1).join("\n")), ...inputs.filter((of) => !of.includes("registry"))]);
    assert.equal(await verify(page), "other_inputs");
  }));

test("digests that were noted are compared", () =>
  flow({}, async (page) => {
    await give(page, [expected("record.json")]);
    await page.locator("#readOut").fill("00".repeat(32));
    assert.equal(await verify(page), "fails");
    await page.locator("#readOut").fill(json(expected("public.json")).record.replace(/(.{4})/g, "$1 "));
    assert.equal(await verify(page), "incomplete");
  }));

test("a firm finds what became of it, and with what chance", () =>
  flow({ size: "phone", lang: "en" }, async (page) => {
    await give(page, [expected("record.json"), ...inputs]);
    assert.equal(await verify(page), "holds");
    const find = async (text) => {
      await page.locator("#firm").fill(text);
      await page.locator(".search button").click();
      await page.locator(".search .firm, .search p").first().waitFor();
      return page.locator(".search").textContent();
    };
    assert.match(await find(SELECTED[0].id), /Chance of being selected: \d+ \/ \d+/);
    await shoot(page, "search-phone");
    const rows = readFileSync(`${CASE}/registry.jsonl`, "utf8").replace(/^\ufeff/, "").trim().split("\n").map((line) => JSON.parse(line));
    const drawn = new Set(RECORD.draws.flatMap((draw) => [...(draw.selected ?? []), ...(draw.reserves ?? [])].map((of) => of.id)));
    const other = rows.find((row) => !drawn.has(row.id));
    const text = await find(other.name);
    assert.ok(text.includes(other.id));
    assert.doesNotMatch(text, /is not among/);
  }));

test("a receipt is checked against the public form", () =>
  flow({}, async (page) => {
    const { public: form, receipt, documents } = json(new URL("../../../../tests/vectors/receipts/not-selected.json", import.meta.url).pathname);
    const plan = documents["plan.json"].json;
    await give(page, [file("公示文本.json", form), file("查验单.json", receipt), file("plan.json", plan)]);
    await verify(page);
    const verdict = await page.locator(".receipt .verdict").getAttribute("class");
    assert.match(verdict, /holds|incomplete/);
    await accessible(page);
    await shoot(page, "receipt");
  }));

test("a blinded draw is opened by the secret in the ceremony", () =>
  flow({}, async (page) => {
    const { documents, expected: drawn } = json(new URL("../../../../tests/vectors/draws/blinded.json", import.meta.url).pathname);
    const tables = ["registry", "roster", "history"].map((kind) => {
      const rows = documents[`${kind}.jsonl`].rows ?? [];
      return file(`${kind}.jsonl`, rows.map((row) => JSON.stringify(row)).join("\n"));
    });
    await give(page, [file("record.json", drawn.record), file("plan.json", documents["plan.json"].json), ...tables]);
    assert.notEqual(await verify(page), "holds");
    await page.locator("#files").setInputFiles([{ name: "ceremony.json", mimeType: "", buffer: Buffer.from(JSON.stringify(documents["ceremony.json"].json)) }]);
    await page.waitForFunction(() => document.querySelector("#secret").value.length === 64);
    assert.equal(await verify(page), "holds");
  }));

test("a file of unknown kind is asked about", () =>
  flow({ lang: "en" }, async (page) => {
    await give(page, [expected("record.json"), file("样例.json", { x: 1 })]);
    await page.locator("#verify").click();
    await page.getByText("Say what the file “样例.json” is").waitFor();
  }));

test("a rehearsal draws, changes with one more throw, and a swapped firm is found", () =>
  flow({ lang: "en" }, async (page) => {
    await page.locator(".rehearsal summary").click();
    await page.getByText("this is no valid draw").waitFor();
    await page.locator("#throwAll").click();
    const verdict = page.locator(".rehearsal .verdict");
    await verdict.waitFor();
    assert.match(await verdict.getAttribute("class"), /holds/);
    const seed = () => page.locator(".rehearsal code").first().textContent();
    const first = await seed();
    await page.locator("#throwOne").click();
    await page.getByText(/had been drawn before/).waitFor();
    assert.notEqual(await seed(), first);
    await page.locator("#swapFirm").click();
    await page.getByText(/swapped for a reserve/).waitFor();
    assert.match(await verdict.getAttribute("class"), /fails/);
    await accessible(page);
    await shoot(page, "rehearsal");
  }));

test("the language changes with the result shown", () =>
  flow({ lang: "zh" }, async (page) => {
    await give(page, [expected("record.json"), ...inputs]);
    await verify(page);
    await page.locator("#language").click();
    assert.equal(await page.locator(".verdict strong").first().textContent(), "It holds");
    assert.equal(await page.title(), "Verify a double-random draw");
  }));

test("keyboard alone: files, verify, open a check", () =>
  flow({ lang: "en" }, async (page) => {
    await give(page, [expected("record.json"), ...inputs]);
    await page.locator("#secret").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".verdict").first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "result");
    const summary = page.locator("#result details summary").first();
    await summary.focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#result details").first().getAttribute("open"), "");
  }));

test("a report is one page when printed", () =>
  flow({}, async (page) => {
    await give(page, [expected("record.json"), ...inputs]);
    await verify(page);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    assert.equal(pdf.match(/\/Type \/Page\b/g).length, 1);
  }));
