// The notes of a witness, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { notesOf, Unread, valuesNoted } from "../src/notes.js";
import { recognise } from "../src/recognise.js";

const DIGEST = "9f86 d081 884c 7d65 9a2f eaa0 c55a d015 a3bf 4f1b 2b0b 822c d15d 6c15 b0f0 0a08";
const SOURCES = [
  { kind: "committed", name: "样例局" },
  { kind: "live", name: "骰子：甲", parts: [{ count: 4, from: 1, to: 6 }] },
  { kind: "live", name: "双色球", parts: [{ count: 2, from: 1, to: 33, distinct: true }, { count: 1, from: 1, to: 16 }] },
];
/** Instead of the library: what it was asked to arrange. */
const SUIJI = { arrange: (_, source, numbers) => JSON.stringify([{ source, numbers }]) };

const values = (text) => JSON.parse(valuesNoted(SUIJI, JSON.stringify({ sources: SOURCES }), text));
const refused = (text, key) => assert.throws(() => values(text), (error) => error instanceof Unread && error.key === key, text);

test("the sheet of a witness is read in both languages", () => {
  const english = `\ufeffCommitment: ${DIGEST.slice(0, 40)}\n  ${DIGEST.slice(40).trim()}\n\nValues: 3 5 1 6\n9 21 + 11\nRecord: ${DIGEST}\nLedger: 3 abc\n`;
  assert.deepEqual(notesOf(english), { noted: DIGEST, values: "3 5 1 6\n9 21 + 11", readOut: DIGEST });
  const chinese = `封存单摘要：${DIGEST}\r\n取值：3516\r\n抽取记录摘要：\r\n${DIGEST}\r\n`;
  assert.deepEqual(notesOf(chinese), { noted: DIGEST, values: "3516", readOut: DIGEST });
  for (const other of ["", "id,name\n1,2\n", "备注：没有摘要\n", "{\n"]) assert.equal(notesOf(other), undefined, other);
});

test("a file of notes, a picture and a workbook are recognised by their content", () => {
  const bytes = (text) => new TextEncoder().encode(text);
  assert.deepEqual(recognise("a.csv", bytes(`record: ${DIGEST}`)), { typed: { noted: "", values: "", readOut: DIGEST } });
  assert.deepEqual(recognise("x.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13)), { is: "picture" });
  assert.deepEqual(recognise("x.jpg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)), { is: "picture" });
  assert.deepEqual(recognise("x.csv", Uint8Array.of(0x50, 0x4b, 3, 4, 20)), { is: "workbook" });
  assert.deepEqual(recognise("x.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)), { is: "workbook" });
  assert.deepEqual(recognise("registry.csv", bytes("id,name,class\n")), { kind: "registry", form: "csv" });
  assert.deepEqual(recognise("ceremony.json", bytes(`{"secret":"s"}`)), { typed: { secret: "s" } });
});

test("values belong to the live sources in their order, or to the source that a line names", () => {
  const [dice, balls] = [{ source: 1, numbers: [3, 5, 1, 6] }, { source: 2, numbers: [9, 21, 11] }];
  for (const text of ["3516\n09 21 + 11", "3 5 1 6；9、21、11", "３５ １６\n\n9,21,11\n", "3: 9 21 11\n3 5 1 6", "骰子：甲：3516; 双色球: 9 21 11"]) {
    assert.deepEqual(values(text).sort((a, b) => a.source - b.source), [dice, balls], text);
  }
  assert.deepEqual(values("2：3516"), [dice]);
});

test("values that cannot be meant are refused", () => {
  refused("3516", "valuesCount");
  refused("3516\n9 21 11\n1", "valuesCount");
  refused("4: 3516", "valuesSource");
  refused("0: 3516", "valuesSource");
  refused("1: 松树", "valuesLive");
  refused("2: 3516x", "valuesNumbers");
});
