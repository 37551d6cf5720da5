// What a witness noted, a photo of the minutes, and a round of drand.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { say } from "../src/texts.js";
import { begin, end, expected, file, give, json, shoot, verify } from "./browser.js";
import { everywhere, flow } from "./flow.js";

before(begin);
after(end);

everywhere("the notes of a witness: what each line proves", async (page, at) => {
  const { record } = json(expected("public.json"));
  const { contributions } = json(expected("record.json"));
  const [dice, balls] = contributions.filter((of) => of.kind === "live").map((of) => of.numbers.flat().join(" "));
  const words = at.endsWith("zh") ? ["取值", "抽取记录摘要"] : ["values", "record"];
  const notes = `${words[0]}：${dice}\n${balls}\n${words[1]}: ${record.replace(/(.{4})/g, "$1 ")}\n`;
  await give(page, [expected("record.json")]);
  await page.locator("#files").setInputFiles([{ name: "notes.txt", mimeType: "", buffer: Buffer.from(notes) }]);
  await page.locator("#notices p").nth(1).waitFor();
  await verify(page);
  const lines = () => page.locator(".notes li").allTextContents();
  const said = (...keys) => keys.map((key) => say(key));
  const values = `${say("proved:values")} ${say("provedPart")}`;
  assert.deepEqual(await lines(), [say("unproved:noted"), values, say("proved:readOut")]);
  await shoot(page, `notes-${at}`);
  // Other notes: another value, another digest of the record, and another commitment.
  await page.locator("#values").fill(`${dice.replace(/^\d/, (first) => String((Number(first) % 6) + 1))}\n${balls}`);
  await page.locator("#readOut").fill("00".repeat(32));
  await page.locator("#noted").fill("11".repeat(32));
  assert.equal(await verify(page), "fails");
  assert.deepEqual(await lines(), said("disproved:noted", "disproved:values", "disproved:readOut"));
  // Values that cannot have fallen are refused, and the reason is told.
  await page.locator("#values").fill("1 2 3");
  assert.equal(await verify(page), "refused");
  await page.getByText(say("valuesCount", { expected: 2, found: 1 })).waitFor();
});

everywhere("a photo of the minutes gives the digest", async (page, at) => {
  await give(page, [expected("record.json")]);
  const code = readFileSync(new URL("minutes-code.png", import.meta.url));
  for (const picture of [code, await photo(page, code)]) {
    await page.locator("#readOut").fill("");
    await page.locator("#picture").setInputFiles([{ name: "photo.png", mimeType: "image/png", buffer: picture }]);
    await page.waitForFunction(() => document.querySelector("#readOut").value.length === 64);
    assert.equal(await page.locator("#readOut").inputValue(), json(expected("public.json")).record);
  }
  assert.notEqual(await verify(page), "fails");
  assert.ok((await page.locator(".notes li").allTextContents()).includes(say("proved:readOut")));
  const blank = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64");
  await page.locator("#picture").setInputFiles([{ name: "无.png", mimeType: "image/png", buffer: blank }]);
  await page.getByText(say("not:picture", { name: "无.png" })).waitFor();
  await shoot(page, `photo-${at}`);
});

/** As a phone takes it: turned, dim, and on a larger table. */
async function photo(page, png) {
  const made = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const code = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(1600, 1200);
    const context = canvas.getContext("2d");
    context.fillStyle = "#8a8378";
    context.fillRect(0, 0, 1600, 1200);
    context.setTransform(1.6, 0.35, -0.3, 1.5, 650, 300);
    context.filter = "brightness(0.75) contrast(0.7) blur(1px)";
    context.drawImage(code, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.7 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, png.toString("base64"));
  return Buffer.from(made);
}

everywhere("a round of drand is checked with its signature", async (page, at) => {
  const record = json(new URL("../../../../tests/vectors/drand/record.json", import.meta.url).pathname);
  await give(page, [file("record.json", record)]);
  assert.equal(await verify(page), "incomplete");
  assert.equal(await page.locator("details.established dd").filter({ hasText: "contributions.drand" }).count(), 1);
  await shoot(page, `drand-${at}`);
  const beacon = record.contributions.find((of) => of.signature);
  beacon.signature = beacon.signature.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  await page.locator("ul.files button").first().click();
  await give(page, [file("record.json", record)]);
  assert.match(await verify(page), /fails|refused/);
});

test("digests that were noted are compared", () =>
  flow({}, async (page) => {
    await give(page, [expected("record.json")]);
    await page.locator("#readOut").fill("00".repeat(32));
    assert.equal(await verify(page), "fails");
    await page.locator("#readOut").fill(json(expected("public.json")).record.toUpperCase().replace(/(.{4})/g, "$1 "));
    assert.equal(await verify(page), "incomplete");
  }));
