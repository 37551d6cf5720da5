// Malicious files.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { begin, CASE, end, expected, file, give, inputs, json, open, PAGE, shoot, verify } from "./browser.js";

before(begin);
after(end);

const HTML = `<img src=x onerror="hacked=1"><script>hacked=1</script><svg onload="hacked=1">`;
const TURNED = "\u202e样例\u2066\u200b企业";

async function opened(work, { reported = false } = {}) {
  const { page, requests, errors, close } = await open();
  try {
    await work(page);
    // The browser reports everything that the policy forbids, as an error and as a request that was
    // not sent.
    if (!reported) {
      assert.deepEqual(requests.filter((url) => url !== PAGE && !url.startsWith("blob:")), []);
      assert.deepEqual(errors, []);
    }
    assert.equal(await page.evaluate(() => "hacked" in globalThis), false);
  } finally {
    await close();
  }
}

test("HTML and marks of direction in names stay text", () =>
  opened(async (page) => {
    const record = json(expected("record.json"));
    record.commitment.authority = HTML;
    record.draws[0].selected[0].id = HTML;
    record.commitment.sources[0].name = HTML;
    const plan = json(inputs[0]);
    plan.title = plan.tasks[0].name = HTML;
    await give(page, [file(`${HTML}${TURNED}.json`, record), file("plan.json", plan)]);
    await verify(page);
    assert.equal(await page.locator("#result img, #result script, main svg[onload], main img").count(), 0);
    const text = await page.locator("main").textContent();
    assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069\u200b]/);
    assert.match(text, /<U\+202E>/);
    await shoot(page, "hostile");
  }));

/** Each text of a document: the object or list that has it, and its key. */
function* texts(value) {
  for (const [key, of] of Object.entries(value)) {
    if (typeof of === "string") yield [value, key];
    else if (of && typeof of === "object") yield* texts(of);
  }
}

/** Neither HTML nor a mark of direction came from a file. */
async function harmless(page, name) {
  assert.equal(await page.locator("main img, main b, main script, main [onload], main [onerror], main iframe").count(), 0, name);
  assert.doesNotMatch(await page.locator("main").textContent(), /[\u202a-\u202e\u2066-\u2069\u200b]/, name);
}

for (const [name, kind] of [["record.json", "record"], ["public.json", "public_form"]]) {
  test(`each text of ${name} may be HTML, alone or with all others`, () =>
    opened(async (page) => {
      const at = [...texts(json(expected(name)))].length;
      // All of them, then each by itself, of which about forty are tried.
      const tried = [undefined, ...Array.from({ length: at }, (_, place) => place).filter((place) => place % Math.ceil(at / 40) === 0)];
      const verdicts = new Set();
      for (const place of tried) {
        const document = json(expected(name));
        [...texts(document)].forEach(([of, key], number) => {
          if (place === undefined || place === number) of[key] = `${HTML}${TURNED}`;
        });
        await give(page, [file(`${HTML}.json`, document)]);
        await page.locator("ul.files select").first().selectOption(kind);
        verdicts.add(await verify(page));
        await harmless(page, `${name} ${place}`);
        await page.locator("ul.files button").first().click();
      }
      assert.ok(verdicts.has("refused") && !verdicts.has("holds"), [...verdicts].join());
    }));
}

test("HTML and marks of direction in lists, receipts, notes and amendments stay text", () =>
  opened(async (page) => {
    const { public: form, receipt } = json(new URL("../../../../tests/vectors/receipts/not-selected.json", import.meta.url).pathname);
    for (const [of, key] of texts(receipt)) of[key] = `${HTML}${TURNED}`;
    const rows = [{ id: "E-1", name: `${HTML}${TURNED}`, class: "low" }];
    const registry = file("registry.jsonl", rows.map((row) => JSON.stringify(row)).join("\n"));
    for (const files of [
      [file("public.json", form), file("receipt.json", receipt)],
      [expected("record.json"), registry],
      [expected("record.json"), file("roster.csv", `id,name,department\nR-1,"${HTML.replaceAll('"', '""')}${TURNED}",${HTML}\n`)],
      [expected("record.json"), file("amendments.json", { record: HTML, amendments: [{ [HTML]: TURNED }] })],
    ]) {
      await give(page, files);
      await verify(page);
      await harmless(page, JSON.stringify(files[1]).slice(0, 40));
      if (await page.locator("#firm").count()) {
        await page.locator("#firm").fill("onerror");
        await page.locator("#firm").press("Enter");
        await page.locator(".search .firm, .search p").first().waitFor();
        await harmless(page, "search");
      }
      for (const at of [1, 0]) await page.locator("ul.files button").nth(at).click();
    }
    await give(page, [expected("record.json")]);
    await page.locator("#values").fill(`${HTML}\n${TURNED}`);
    assert.equal(await verify(page), "refused");
    await harmless(page, "values");
  }));

test("an id that is HTML is shown as text", () =>
  opened(async (page) => {
    const form = json(expected("public.json"));
    form.draws[0].selected[0] = "<b>x</b>";
    await give(page, [file("public.json", form)]);
    await verify(page);
    assert.equal(await page.locator("#result b").count(), 0);
  }));

test("deep, long and broken JSON is refused", () =>
  opened(async (page) => {
    const deep = `{"commitment":${"[".repeat(200_000)}${"]".repeat(200_000)},"draws":[]}`;
    for (const content of [deep, deep.slice(0, 1000), `{"commitment":{},"draws":["${"x".repeat(1 << 20)}"]}`, "\u0000", ""]) {
      await give(page, [file("record.json", content)]);
      await page.locator("ul.files select").first().selectOption("record");
      assert.equal(await verify(page), "refused");
      await page.locator("ul.files button").first().click();
    }
  }));

test("the policy forbids requests, and scripts that are not of the page", () =>
  opened(
    async (page) => {
      const blocked = await page.evaluate(async () => {
        const violations = [];
        document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
        const failed = await fetch("https://example.com/").then(() => false, () => true);
        const button = document.createElement("button");
        const listens = () => button.setAttribute("onclick", "globalThis.hacked = 1");
        const reads = () => (button.innerHTML = "<img src=x onerror='globalThis.hacked = 1'>");
        const untrusted = [listens, reads].map((work) => {
          try {
            work();
            return false;
          } catch (error) {
            return error instanceof TypeError;
          }
        });
        const image = document.createElement("img");
        const refused = new Promise((resolve) => image.addEventListener("error", () => resolve(true)));
        image.src = "https://example.com/x.png";
        document.body.append(image);
        return { failed, untrusted, refused: await refused, violations };
      });
      assert.deepEqual([blocked.failed, blocked.refused], [true, true]);
      assert.deepEqual(blocked.untrusted, [true, true]);
      for (const directive of ["connect-src", "img-src", "require-trusted-types-for"]) {
        assert.ok(blocked.violations.includes(directive), `${directive}: ${blocked.violations}`);
      }
    },
    { reported: true },
  ));

test("deep JSON of every kind is refused, or asked about", () =>
  opened(async (page) => {
    const deep = `${"[".repeat(500_000)}${"]".repeat(500_000)}`;
    for (const start of ['{"title":"x","tasks":', '{"entity":1,"record":1,"tasks":', '{"record":1,"amendments":', '{"sealed_at":1,"sources":1,"tasks":', '{"id":"E-1","class":']) {
      await give(page, [expected("record.json"), file("deep.json", `${start}${deep}}`)]);
      assert.equal(await verify(page), "refused", start);
      for (const at of [1, 0]) await page.locator("ul.files button").nth(at).click();
    }
  }));

test("huge texts are cut when they are shown", () =>
  opened(async (page) => {
    const huge = "样".repeat(3 << 20);
    const record = json(expected("record.json"));
    record.commitment.authority = huge;
    const plan = json(`${CASE}/plan.json`);
    plan.tasks[0].name = huge;
    const row = JSON.stringify({ id: huge, name: huge, class: huge });
    for (const files of [
      [file("record.json", record)],
      [expected("record.json"), file("plan.json", plan)],
      [expected("record.json"), file("registry.jsonl", row)],
      [expected("record.json"), file("registry.csv", `id,name,class\n${huge},${huge},low\n`)],
      [file(`${"x".repeat(200)}.json`, `{"${"k".repeat(1 << 20)}":1}`), expected("record.json")],
    ]) {
      await give(page, files);
      await page.locator("#verify").click();
      await page.locator("#result .verdict, #result [role=alert]").first().waitFor({ timeout: 60_000 });
      assert.ok((await page.locator("main").textContent()).length < 200_000);
      for (let at = files.length; at-- > 0; ) await page.locator("ul.files button").nth(at).click();
    }
  }));

test("a picture that is broken, or no picture, gives no digest", () =>
  opened(async (page) => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    for (const buffer of [png, Buffer.concat([png, Buffer.alloc(1 << 20, 7)]), Buffer.from([0xff, 0xd8, 0xff]), Buffer.from("GIF89a")]) {
      await page.locator("#picture").setInputFiles([{ name: `${HTML}.png`, mimeType: "image/png", buffer }]);
      await page.locator("#notices p").waitFor();
      await harmless(page, "picture");
      assert.equal(await page.locator("#readOut").inputValue(), "");
    }
    await give(page, [expected("record.json")]);
    assert.equal(await verify(page), "incomplete");
  }));
