// Malicious files.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { begin, end, expected, file, give, inputs, json, open, PAGE, shoot, verify } from "./browser.js";

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

test("a large registry can be cancelled, and verified again", () =>
  opened(async (page) => {
    const rows = Array.from({ length: 200_000 }, (_, at) => `{"id":"F-${at}","name":"样例企业${at}","class":"low"}`);
    await give(page, [expected("record.json"), file("registry.jsonl", rows.join("\n"))]);
    await page.locator("#verify").click();
    await page.locator("#cancel").click();
    await page.locator("#result [role=alert]").waitFor();
    assert.equal(await verify(page), "other_inputs");
  }));
