// A large draw: the page stays usable while it works. SUIJI_ROWS is the number of rows, by default 100,000.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { load } from "../../npm/index.js";
import { begin, end, open, PAGE } from "./browser.js";

const ROWS = Number(process.env.SUIJI_ROWS ?? 100_000);
/** The maximum time of a verification. */
const MINUTES = 10;
/** The longest time for which the page may not answer. */
const SECONDS = 3;

/** The folder of the files, because larger ones than 50 MB are given by path. */
const folder = mkdtempSync(join(tmpdir(), "suiji-large-"));
const path = (name) => join(folder, name);

before(async () => {
  const suiji = await load();
  const plan = JSON.stringify({
    title: "样例计划",
    authority: "样例县工信局",
    year: 2024,
    tasks: [{ id: "Y1", name: "样例任务", quota: { count: 500 }, reserves: 500 }],
  });
  const rows = Array.from({ length: ROWS }, (_, at) => JSON.stringify({ id: `Q-${String(at).padStart(7, "0")}`, name: `样例企业${at}` }));
  const registry = suiji.table("registry", rows.join("\n"));
  const source = { kind: "live", by: "public", name: "掷骰", parts: [{ count: 30, from: 1, to: 6 }] };
  const ceremony = JSON.stringify({ sealed_at: "2024-09-02T09:00:00+08:00", sources: [source] });
  const sealed = suiji.seal(suiji.inputs({ plan, registry }), ceremony);
  const numbers = Array.from({ length: 30 }, (_, at) => (at % 6) + 1);
  const record = sealed.draw(suiji.contributions(sealed.commitment, suiji.arrange(sealed.commitment, 0, numbers)));
  const files = { "plan.json": plan, "registry.jsonl": rows.join("\n"), "record.json": record.json() };
  for (const [name, content] of Object.entries(files)) writeFileSync(path(name), content);
  // A selected firm has changed places with one that nobody would look for.
  const altered = JSON.parse(record.json());
  const [draw] = altered.draws;
  [draw.selected[7].id, draw.reserves[499].id] = [draw.reserves[499].id, draw.selected[7].id];
  writeFileSync(path("altered.json"), JSON.stringify(altered));
  await begin();
});
after(() => {
  rmSync(folder, { recursive: true });
  return end();
});

/** Opens the page with these files, and counts for how long it does not answer. */
async function large(names, work) {
  const { page, requests, errors, close } = await open({ lang: "en" });
  try {
    await page.evaluate(() => {
      let last = performance.now();
      globalThis.longest = 0;
      setInterval(() => {
        globalThis.longest = Math.max(globalThis.longest, performance.now() - last);
        last = performance.now();
      }, 50);
    });
    await page.locator("#files").setInputFiles(names.map(path));
    await page.locator("ul.files li").nth(names.length - 1).waitFor({ timeout: 60_000 });
    await work(page);
    assert.ok((await page.evaluate(() => globalThis.longest)) < SECONDS * 1000, "the page did not answer");
    assert.deepEqual(requests.filter((url) => url !== PAGE && !url.startsWith("blob:")), []);
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
}

async function verdict(page) {
  await page.locator("#verify").click();
  await page.locator("#result .verdict").first().waitFor({ timeout: MINUTES * 60_000 });
  return page.locator("#result .verdict strong").first().textContent();
}

test(`${ROWS} rows are verified, with progress, and one of them is found`, () =>
  large(["record.json", "plan.json", "registry.jsonl"], async (page) => {
    await page.evaluate(() => {
      globalThis.stages = new Set();
      new MutationObserver(() => {
        const said = document.querySelector("#result [role=status]")?.textContent;
        if (said) globalThis.stages.add(said);
      }).observe(document.querySelector("#result"), { childList: true, characterData: true, subtree: true });
    });
    const said = await verdict(page);
    assert.match(said, /It holds|incomplete/);
    assert.ok((await page.evaluate(() => globalThis.stages.size)) > 1, "no progress was shown");
    const id = `Q-${String(ROWS - 1).padStart(7, "0")}`;
    await page.locator("#firm").fill(id);
    await page.locator("#firm").press("Enter");
    await page.locator(".search .firm").getByText(id).first().waitFor({ timeout: 60_000 });
  }));

test(`a firm that was swapped is found among ${ROWS}`, () =>
  large(["altered.json", "plan.json", "registry.jsonl"], async (page) => {
    assert.equal(await verdict(page), "It fails");
    await page.getByText("listed, but not drawn").waitFor();
    await page.getByText("drawn, but not listed").waitFor();
  }));

test(`a verification of ${ROWS} rows is cancelled, and made again`, () =>
  large(["record.json", "registry.jsonl"], async (page) => {
    await page.locator("#verify").click();
    await page.locator("#cancel").click();
    await page.getByText("Cancelled.").waitFor({ timeout: SECONDS * 1000 });
    assert.doesNotMatch(await verdict(page), /fails|cannot/);
  }));
