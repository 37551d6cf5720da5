// A flow of the page: no request, no error, no script of a file, and everything accessible.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { setLang } from "../src/texts.js";
import { expected, json, LANGUAGES, open, PAGE, SIZES } from "./browser.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const RECORD = json(expected("record.json"));

/** Opens the page, does the work, and expects no request, no error and no script of a file. */
export async function flow(options, work) {
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

/** The flow at the size of a desk and of a phone, in both languages. @param work Gets the page, and the end of the name of a screenshot. */
export function everywhere(name, work) {
  for (const size of Object.keys(SIZES)) {
    for (const lang of Object.keys(LANGUAGES)) {
      test(`${name}: ${size}, ${lang}`, () =>
        flow({ size, lang }, async (page) => {
          setLang(lang);
          await work(page, `${size}-${lang}`);
          await fits(page);
          await accessible(page);
        }));
    }
  }
}

/** The page must not scroll sideways. */
async function fits(page) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(width, 0, "the page scrolls sideways");
}

/** A record in which a selected firm and a reserve have changed places. */
export function alteredRecord() {
  const altered = structuredClone(RECORD);
  const draw = altered.draws.find((of) => of.selected && of.reserves);
  [draw.selected[0].id, draw.reserves[0].id] = [draw.reserves[0].id, draw.selected[0].id];
  return { altered, swappedIn: draw.selected[0].id, swappedOut: draw.reserves[0].id };
}

export const outcomes = (page) => page.locator("#result details").evaluateAll((all) => all.map((of) => of.className));

export async function accessible(page) {
  // The policy of the page forbids a script element, but not the debugger.
  const violations = await page.evaluate(`${AXE}; axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then((of) => of.violations)`);
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
}
