// A browser with the page, as a file on the disk, without a network.

import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

export const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
export const CASE = join(ROOT, "tests/vectors/cases/01");
export const PAGE = pathToFileURL(join(ROOT, "bindings/web/suiji-verify.html")).href;
/** The folder for screenshots, if they are wanted. */
const SCREENSHOTS = process.env.SUIJI_SCREENSHOTS;

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
export const SIZES = { desk: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } };
export const LANGUAGES = { zh: "zh-CN", en: "en-GB" };

let browser;
export async function begin() {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });
}
export const end = () => browser.close();

/** Opens the page. `requests` has all its requests, `errors` all errors that it reported. */
export async function open({ size = "desk", lang = "zh", colorScheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: SIZES[size], locale: LANGUAGES[lang], colorScheme, offline: true });
  const page = await context.newPage();
  const [requests, errors] = [[], []];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("dialog", (dialog) => (errors.push(`dialog ${dialog.message()}`), dialog.dismiss()));
  await page.goto(PAGE);
  return { page, requests, errors, close: () => context.close() };
}

/** Gives files to the page: paths, or names with content. */
export async function give(page, files) {
  const before = await page.locator("ul.files li").count();
  await page.locator("#files").setInputFiles(files.map(asFile));
  await page.locator("ul.files li").nth(before + files.length - 1).waitFor();
}

function asFile(of) {
  if (typeof of === "string") return { name: of.split("/").pop(), mimeType: "", buffer: readFileSync(of) };
  return { mimeType: "", ...of, buffer: Buffer.from(of.buffer) };
}

/** Verifies, and gives the verdict. */
export async function verify(page) {
  await page.locator("#verify").click();
  await page.locator("#result .verdict, #result [role=alert]").first().waitFor({ timeout: 60_000 });
  const classes = await page.locator("#result .verdict").first().getAttribute("class");
  return classes.replace("verdict ", "");
}

export async function shoot(page, name) {
  if (SCREENSHOTS) await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}

export const scratch = () => mkdtempSync(join(tmpdir(), "suiji-page-"));
export const inputs = ["plan.json", "registry.jsonl", "roster.jsonl", "history.jsonl"].map((name) => join(CASE, name));
export const expected = (name) => join(CASE, "expected", name);
export const json = (path) => JSON.parse(readFileSync(path, "utf8"));
export const file = (name, value) => ({ name, buffer: typeof value === "string" ? value : JSON.stringify(value) });
