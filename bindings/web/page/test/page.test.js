// Each flow of the page, with real files, in a browser without a network.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { say } from "../src/texts.js";
import { begin, CASE, end, expected, file, give, inputs, json, shoot, verify } from "./browser.js";
import { accessible, alteredRecord, everywhere, flow, outcomes, RECORD } from "./flow.js";

const SELECTED = RECORD.draws.find((draw) => draw.selected).selected;

before(begin);
after(end);

everywhere("everything holds with all files", async (page, at) => {
  await accessible(page);
  await shoot(page, `empty-${at}`);
  await give(page, [expected("record.json"), ...inputs]);
  assert.equal(await verify(page), "holds");
  const digest = await page.locator(".digest").first().textContent();
  assert.equal(digest.replaceAll(" ", ""), json(expected("public.json")).record);
  assert.ok((await outcomes(page)).every((outcome) => ["established", "on_trust"].includes(outcome)));
  assert.equal(await page.locator("html").getAttribute("lang"), at.endsWith("zh") ? "zh-CN" : "en");
  await shoot(page, `holds-${at}`);
});

everywhere("a record alone is incomplete, and what is missing can be added", async (page, at) => {
  await give(page, [expected("record.json")]);
  assert.equal(await verify(page), "incomplete");
  const button = (kind) => page.getByRole("button", { name: say("add", { what: say(kind) }), exact: true });
  const chooser = page.waitForEvent("filechooser");
  await button("plan").click();
  await (await chooser).setFiles(`${CASE}/plan.json`);
  await button("plan").waitFor({ state: "detached" });
  await button("registry").waitFor();
  await shoot(page, `incomplete-${at}`);
});

everywhere("an altered record fails, and the page names the firms that were swapped", async (page, at) => {
  const { altered, swappedIn, swappedOut } = alteredRecord();
  await give(page, [file("record.json", altered), ...inputs]);
  assert.equal(await verify(page), "fails");
  assert.equal(await page.locator("#result details.failed").first().getAttribute("open"), "");
  // The two firms are named, each with its role.
  const lines = await page.locator(".fails p").allTextContents();
  const task = altered.draws.find((of) => of.selected && of.reserves).task;
  const line = (key, id) => assert.ok(lines.some((of) => of.includes(say(key, { task })) && of.includes(id)), `${key} ${id}: ${lines}`);
  line("swappedWrong", swappedIn);
  line("swappedAbsent", swappedOut);
  await shoot(page, `fails-${at}`);
});

everywhere("a public form is verified with the sealed files", async (page, at) => {
  await give(page, [expected("public.json"), ...inputs]);
  assert.notEqual(await verify(page), "fails");
  await page.locator("#readOut").fill(json(expected("public.json")).record);
  assert.notEqual(await verify(page), "fails");
  assert.match(await page.locator(".notes").textContent(), new RegExp(say("proved:readOut")));
  await shoot(page, `public-${at}`);
});

everywhere("a firm finds what became of it, and with what chance", async (page, at) => {
  await give(page, [expected("record.json"), ...inputs]);
  assert.equal(await verify(page), "holds");
  const find = async (text) => {
    await page.locator("#firm").fill(text);
    await page.locator("#firm").press("Enter");
    await page.locator(".search .firm, .search p").first().waitFor();
    return page.locator(".search").textContent();
  };
  const chance = new RegExp(say("chance", { numer: "\\d+", denom: "\\d+" }).replaceAll("/", "\\/"));
  assert.match(await find(SELECTED[0].id), chance);
  await shoot(page, `search-${at}`);
  const rows = readFileSync(`${CASE}/registry.jsonl`, "utf8").replace(/^\ufeff/, "").trim().split("\n").map((line) => JSON.parse(line));
  const drawn = new Set(RECORD.draws.flatMap((draw) => [...(draw.selected ?? []), ...(draw.reserves ?? [])].map((of) => of.id)));
  const other = rows.find((row) => !drawn.has(row.id));
  await find(other.name);
  await page.locator(".search .firm").getByText(other.id).first().waitFor();
  await find("无此企业");
  await page.getByText(say("unknown", { text: "无此企业" })).waitFor();
});

everywhere("a receipt is checked against the public form", async (page, at) => {
  const { public: form, receipt, documents } = json(new URL("../../../../tests/vectors/receipts/not-selected.json", import.meta.url).pathname);
  const plan = documents["plan.json"].json;
  await give(page, [file("公示文本.json", form), file("查验单.json", receipt), file("plan.json", plan)]);
  await verify(page);
  const verdict = await page.locator(".receipt .verdict").getAttribute("class");
  assert.match(verdict, /holds|incomplete/);
  await shoot(page, `receipt-${at}`);
});

test("dark: empty, failed, and a rehearsal", () =>
  flow({ colorScheme: "dark" }, async (page) => {
    await accessible(page);
    await give(page, [file("record.json", alteredRecord().altered), ...inputs]);
    assert.equal(await verify(page), "fails");
    await page.locator(".rehearsal summary").first().click();
    await page.locator("#throwAll").click();
    await page.locator(".rehearsal .verdict").first().waitFor();
    await accessible(page);
    await shoot(page, "dark");
    // A print is dark on white.
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const color = (name) => page.evaluate((name) => getComputedStyle(document.body)[name], name);
    assert.deepEqual([await color("backgroundColor"), await color("color")], ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  }));

test("other lists are not those that were sealed", () =>
  flow({}, async (page) => {
    const lines = readFileSync(`${CASE}/registry.jsonl`, "utf8").split("\n");
    await give(page, [expected("record.json"), file("registry.jsonl", lines.slice(1).join("\n")), ...inputs.filter((of) => !of.includes("registry"))]);
    assert.equal(await verify(page), "other_inputs");
  }));

test("a CSV in GB 18030 is the list that was sealed in UTF-8", () =>
  flow({}, async (page) => {
    // 样例 in GB 18030.
    const name = Buffer.from([0xd1, 0xf9, 0xc0, 0xfd]);
    const csv = (name) => Buffer.concat([Buffer.from("id,name,class\nE-1,"), name, Buffer.from(",low\n")]);
    const read = async (content) => {
      await give(page, [expected("record.json"), { name: "registry.csv", buffer: content }]);
      const verdict = await verify(page);
      const found = await page.locator("#result dd").allTextContents();
      for (const at of [0, 1]) await page.locator("ul.files button").nth(1 - at).click();
      return [verdict, found];
    };
    const inUtf8 = await read(csv(Buffer.from("样例")));
    assert.equal(inUtf8[0], "other_inputs");
    assert.deepEqual(await read(csv(name)), inUtf8);
  }));

test("a workbook is not read, and the page says what to do", () =>
  flow({ lang: "en" }, async (page) => {
    await page.locator("#files").setInputFiles([{ name: "名录.xlsx", mimeType: "", buffer: Buffer.from("PK\u0003\u0004more") }]);
    await page.getByText("Save a list as CSV").waitFor();
    assert.equal(await page.locator("ul.files li").count(), 0);
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

test("a report is one page when printed, whether it holds or fails", () =>
  flow({}, async (page) => {
    const pages = async () => (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type \/Page\b/g).length;
    await give(page, [expected("record.json"), ...inputs]);
    assert.equal(await verify(page), "holds");
    assert.equal(await pages(), 1);
    await page.locator("ul.files button").first().click();
    const { altered } = alteredRecord();
    await give(page, [file("record.json", altered)]);
    await page.locator("#noted").fill("11".repeat(32));
    await page.locator("#readOut").fill("00".repeat(32));
    assert.equal(await verify(page), "fails");
    await page.emulateMedia({ media: "print" });
    await shoot(page, "print");
    assert.equal(await pages(), 1);
  }));
