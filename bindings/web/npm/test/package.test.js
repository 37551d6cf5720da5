// The package's own work: numbers, memory, progress, wrong calls.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { SuijiError } from "../index.js";
import { ABI, FORM, HASH, KIND, STATUS } from "../lib/numbers.js";
import { ofFolder, ROOT, suiji, VECTORS } from "./documents.js";

const HEADER = readFileSync(join(ROOT, "bindings/c/include/suiji.h"), "utf8");
const CASE = ofFolder(join(VECTORS, "cases/01"));

test("the numbers are those of the header", () => {
  const declared = new Map([...HEADER.matchAll(/#define SUIJI_(\w+) (\d+)/g)].map(([, name, value]) => [name, Number(value)]));
  assert.ok(declared.size > 30);
  const own = [...Object.entries(STATUS), ...Object.entries(KIND), ...Object.entries(FORM), ["ABI", ABI]];
  own.push(...Object.entries(HASH).map(([name, value]) => [name.toUpperCase(), value]));
  for (const [name, value] of own) assert.equal(declared.get(name), value, name);
});

test("the module imports its progress and nothing else", async () => {
  const module = await WebAssembly.compile(readFileSync(new URL("../suiji.wasm", import.meta.url)));
  assert.deepEqual(WebAssembly.Module.imports(module), [{ module: "suiji", name: "progress", kind: "function" }]);
});

test("progress is told, and a call is cancelled from there", () => {
  const seen = [];
  CASE.seal().draw(CASE.contributions, { onProgress: (stage, done, total) => void seen.push([stage, done, total]) });
  assert.ok(seen.some(([stage, done, total]) => stage === "tickets" && done === total));
  const cancel = () => CASE.seal().draw(CASE.contributions, { onProgress: () => false });
  assert.throws(cancel, { code: "cancelled" });
  const throwing = () => CASE.seal().draw(CASE.contributions, { onProgress: () => { throw new RangeError("mine"); } });
  assert.throws(throwing, RangeError);
  CASE.seal().draw(CASE.contributions);
});

test("a freed object, and one of another kind, are refused", () => {
  const table = CASE.table("registry");
  table.free();
  table.free();
  assert.throws(() => table.rows, TypeError);
  assert.throws(() => suiji.inputs({ plan: CASE.plan, registry: CASE.table("roster") }), { code: "argument.wrong-kind" });
  assert.throws(() => suiji.document("record2", "{}"), TypeError);
  assert.throws(() => suiji.digest("plan", CASE.plan), SuijiError);
});

test("all rows of a table come back", () => {
  const registry = CASE.table("registry");
  const lines = registry.jsonLines().trimEnd().split("\n");
  assert.equal(lines.length, registry.rows);
  const first = JSON.parse(lines[0]);
  assert.deepEqual(registry.row(first.id), first);
  assert.equal(registry.row("NOBODY"), undefined);
});

test("numbers that fell become contributions", () => {
  const source = { name: "样例骰子", kind: "live", by: "witness", parts: [{ count: 30, from: 1, to: 6 }] };
  const ceremony = { sealed_at: "2024-09-02T09:00:00+08:00", sources: [source] };
  const sealed = suiji.seal(CASE.inputs(), JSON.stringify(ceremony));
  const numbers = Array.from({ length: 30 }, (_, at) => (at % 6) + 1);
  const partial = suiji.arrange(sealed.commitment, 0, numbers);
  const record = sealed.draw(suiji.contributions(sealed.commitment, partial));
  assert.equal(suiji.verify(record).verdict, "incomplete");
  assert.throws(() => suiji.arrange(sealed.commitment, 0, [7, ...numbers.slice(1)]), SuijiError);
});

test("the noted values of one source are compared, those of others are on trust", () => {
  const source = (name) => ({ name, kind: "live", by: "witness", parts: [{ count: 30, from: 1, to: 6 }] });
  const ceremony = { sealed_at: "2024-09-02T09:00:00+08:00", sources: [source("样例骰子"), source("样例号码")] };
  const sealed = suiji.seal(CASE.inputs(), JSON.stringify(ceremony));
  const numbers = Array.from({ length: 30 }, (_, at) => (at % 6) + 1);
  const arranged = (at, of) => JSON.parse(suiji.arrange(sealed.commitment, at, of));
  const all = JSON.stringify([...arranged(0, numbers), ...arranged(1, numbers)]);
  const record = sealed.draw(suiji.contributions(sealed.commitment, all));
  const outcomes = (noted) => {
    const { checks } = suiji.verify(record, { noted: JSON.stringify(noted) });
    return checks.filter((check) => check.id === "contributions.known").map((check) => [check.source, check.outcome]);
  };
  const other = [numbers[1], numbers[0], ...numbers.slice(2)];
  assert.deepEqual(outcomes(arranged(0, numbers)).map(([, outcome]) => outcome), ["established", "on_trust"]);
  assert.deepEqual(outcomes(arranged(0, other)).map(([, outcome]) => outcome), ["failed", "on_trust"]);
  assert.throws(() => suiji.verify(record, { noted: "[1]" }), SuijiError);
});

test("secrets are of 32 random bytes", () => {
  const secrets = new Set(Array.from({ length: 100 }, () => suiji.newSecret()));
  assert.equal(secrets.size, 100);
  for (const secret of secrets) assert.match(secret, /^[0-9a-f]{64}$/);
});
