// A draw with virtual dice.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { say } from "../src/texts.js";
import { begin, end, shoot } from "./browser.js";
import { everywhere } from "./flow.js";

before(begin);
after(end);

everywhere("a rehearsal draws, changes with one more throw, and a swapped firm is found", async (page, at) => {
  await page.locator(".rehearsal summary").first().click();
  await page.getByText(say("noValidDraw")).waitFor();
  assert.ok(await page.locator("#throwOne").isDisabled());
  await page.locator("#throwAll").click();
  const verdict = page.locator(".rehearsal .verdict").first();
  await verdict.waitFor();
  assert.match(await verdict.getAttribute("class"), /holds/);
  assert.equal((await page.locator(".dice").getAttribute("aria-label")).match(/\d/g).length, 20);
  const seed = () => page.locator(".rehearsal code").first().textContent();
  const first = await seed();
  await page.locator("#throwOne").click();
  await page.waitForFunction((before) => document.querySelector(".rehearsal code").textContent !== before, first);
  await page.getByText(say("rehearsalSeed")).waitFor();
  await page.locator("#swapFirm").click();
  await page.getByText(say("rehearsalSwapped")).waitFor();
  assert.match(await verdict.getAttribute("class"), /fails/);
  // Both firms are named.
  await page.locator(".rehearsal").getByText(say("swappedWrong", { task: "Y1" })).waitFor();
  await page.locator(".rehearsal").getByText(say("swappedAbsent", { task: "Y1" })).waitFor();
  await shoot(page, `rehearsal-${at}`);
});
