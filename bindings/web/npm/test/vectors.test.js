// All files of tests/vectors, through the package.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { SuijiError } from "../index.js";
import { canonical, Documents, exists, folders, ofFolder, patched, suiji, vectors, VECTORS } from "./documents.js";

const EVERYTHING = ["plan", "registry", "roster", "history", "secret", "earlier"];
const failed = (report) => new Set(report.checks.filter((check) => check.outcome === "failed").map((check) => check.id));
const refused = (work) => assert.throws(work, SuijiError);

/** The error of a refusal. */
function refusal(work) {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof SuijiError, String(error));
    return error;
  }
  return assert.fail("nothing was refused");
}

for (const [name, folder] of folders("cases")) {
  test(`case ${name}`, () => {
    const documents = ofFolder(folder);
    const expected = (file) => suiji.canonicalJson(readFileSync(join(folder, "expected", file)));
    const draw = () => {
      const sealed = documents.seal();
      return [sealed, sealed.draw(documents.contributions)];
    };
    if (exists(join(folder, "expected/error.txt"))) return refused(draw);
    const [sealed, record] = draw();
    assert.equal(record.canonical(), expected("record.json"));
    assert.equal(suiji.canonicalJson(sealed.commitment), expected("commitment.json"));
    if (exists(join(folder, "expected/public.json"))) {
      assert.equal(record.publicForm({ secret: sealed.secret }).canonical(), expected("public.json"));
    }
    if (!exists(join(folder, "requests.json"))) return;
    const amend = () => sealed.amend(record, documents.bytes("requests.json"));
    if (exists(join(folder, "expected/amendments-error.txt"))) return refused(amend);
    const amendments = amend();
    assert.equal(suiji.canonicalJson(amendments), expected("amendments.json"));
    suiji.verify(record, { amendments, ...documents.evidence(EVERYTHING) }).require();
  });
}

for (const [name, vector] of vectors("draws")) {
  test(`draw ${name}`, () => {
    const [documents, expected] = [new Documents(vector.documents), vector.expected];
    const sealed = documents.seal();
    assert.equal(suiji.canonicalJson(sealed.commitment), expected.commitment_jcs);
    assert.equal(suiji.document("commitment", sealed.commitment, { form: "canonical" }), expected.commitment_jcs);
    assert.equal(sealed.digest, expected.commitment_digest);
    assert.equal(suiji.digest("commitment", sealed.commitment), expected.commitment_digest);
    const record = sealed.draw(documents.contributions);
    assert.equal(record.canonical(), canonical(expected.record));
    assert.equal(record.digest, expected.record_digest);
    assert.equal(suiji.digest("record", record.json()), expected.record_digest);
    const form = record.publicForm({ secret: documents.secret });
    assert.equal(form.canonical(), canonical(expected.public));
    suiji.verify(record, documents.evidence(EVERYTHING)).require();
    suiji.verifyPublic(form, documents.evidence(EVERYTHING)).require();
  });
}

const READ = { "record.json": "record", "public-form.json": "public_form", "commitment.json": "commitment", "receipt.json": "receipt" };
const RUN = {
  draw: (documents) => documents.seal().draw(documents.contributions),
  reopen: (documents) => documents.reopen().draw(documents.contributions),
  receipt: (documents, vector) => documents.seal().receipt(documents.record, vector.entity),
  publish: (documents) => documents.record.publicForm({ secret: documents.secret }),
  require: (documents) => suiji.verify(documents.record).require(),
  read: (documents) => [...documents.files].map(([name, data]) => suiji.document(READ[name], data)),
};

for (const [name, vector] of vectors("refusals")) {
  test(`refusal ${name}`, () => {
    const error = refusal(() => RUN[vector.run](new Documents(vector.documents), vector));
    assert.deepEqual([error.code, error.kind], [vector.expected.code, vector.expected.kind]);
    const { kind, row, path } = error.faults[0].place;
    assert.equal([kind, row && `row ${row}`, path].filter(Boolean).join(" "), vector.expected.place);
    assert.ok(error.message.includes(error.faults[0].message.en) && error.messageZh.includes(error.faults[0].message.zh));
  });
}

for (const [name, vector] of vectors("tampered")) {
  test(`tampered ${name}`, () => {
    verified(vector, { change: "record", with: EVERYTHING, patch: [] }).require();
    for (const changed of vector.cases) {
      if (changed.refused) {
        refused(() => verified(vector, changed));
        continue;
      }
      const report = verified(vector, changed);
      for (const id of changed.fails) assert.ok(failed(report).has(id), `${changed.name}: ${id}`);
      const verdicts = ["record", "public"].includes(changed.change) ? ["fails"] : ["fails", "other_inputs"];
      assert.ok(verdicts.includes(report.verdict), changed.name);
    }
  });
}

/** The report of a changed vector. */
function verified(vector, { change, patch, with: names }) {
  const { record, public: form, documents } = structuredClone(vector);
  const right = suiji.record(JSON.stringify(vector.record));
  if (documents[change]) {
    const [[kind, content]] = Object.entries(documents[change]);
    documents[change] = { [kind]: patched(content, patch) };
  }
  const changed = (name, document) => JSON.stringify(change === name ? patched(document, patch) : document);
  const evidence = new Documents(documents).evidence(names);
  if (names.includes("sheet")) evidence.commitment = suiji.digest("commitment", right.commitment);
  if (change === "public") return suiji.verifyPublic(suiji.publicForm(changed("public", form)), evidence);
  return suiji.verify(suiji.record(changed("record", record)), evidence);
}

for (const [name, vector] of vectors("amendments")) {
  test(`amendments ${name}`, () => {
    const documents = new Documents(vector.documents);
    const sealed = documents.seal();
    const record = sealed.draw(documents.contributions);
    assert.equal(record.canonical(), canonical(vector.record));
    const requests = JSON.parse(Buffer.from(documents.bytes("requests.json")).toString());
    const amendments = sealed.amend(record, JSON.stringify(requests));
    assert.equal(suiji.canonicalJson(amendments), vector.expected.amendments_jcs);
    let earlier;
    for (const request of requests) earlier = sealed.amend(record, JSON.stringify([request]), { earlier });
    assert.equal(earlier, amendments);
    suiji.verify(record, { amendments, ...documents.evidence(EVERYTHING) }).require();
    for (const { request, code } of vector.refused ?? []) {
      assert.equal(refusal(() => sealed.amend(record, JSON.stringify([request]), { earlier: amendments })).code, code);
    }
    for (const { patch, code } of vector.changed ?? []) {
      const changed = JSON.stringify(patched(JSON.parse(amendments), patch));
      assert.equal(refusal(() => record.state(changed)).code, code);
    }
  });
}

for (const [name, vector] of vectors("receipts")) {
  test(`receipt ${name}`, () => {
    const documents = new Documents(vector.documents);
    const sealed = documents.seal();
    const receipt = sealed.receipt(sealed.draw(documents.contributions), vector.entity);
    assert.equal(suiji.canonicalJson(receipt), canonical(vector.receipt));
    const form = suiji.publicForm(JSON.stringify(vector.public));
    for (const [options, key] of [[{ plan: documents.plan }, "with_plan"], [{}, "without_plan"]]) {
      const report = suiji.checkReceipt(receipt, form, options);
      const about = report.checks.filter((check) => [undefined, "J1"].includes(check.task));
      const found = new Set(about.map((check) => `${check.outcome} ${check.id}`));
      for (const outcome of ["established", "on_trust"]) {
        for (const id of vector.expected[key][outcome]) assert.ok(found.has(`${outcome} ${id}`), `${key}: ${id}`);
      }
      assert.notEqual(report.verdict, "fails");
    }
    for (const changed of vector.cases) {
      const part = (part) => JSON.stringify(changed.change === part ? patched(vector[part], changed.patch) : vector[part]);
      const check = () =>
        suiji.checkReceipt(part("receipt"), suiji.publicForm(part("public")), changed.with_plan ? { plan: documents.plan } : {});
      if (changed.refused) {
        refused(check);
        continue;
      }
      const report = check();
      for (const id of changed.fails) assert.ok(failed(report).has(id), `${changed.name}: ${id}`);
    }
  });
}

test("a drand round is checked", () => {
  const report = suiji.verify(suiji.record(readFileSync(join(VECTORS, "drand/record.json"))));
  const outcomes = report.checks.filter((check) => check.id === "contributions.drand").map((check) => check.outcome);
  assert.deepEqual([outcomes, report.verdict], [["established"], "incomplete"]);
});

// They have nulls or fractions, which [C2a] forbids.
const NO_DOCUMENT = { arrays: "json.null", structures: "json.number", values: "json.null" };

test("canonical JSON is that of the standard", () => {
  const { documents } = JSON.parse(readFileSync(join(VECTORS, "primitives/jcs.json"), "utf8"));
  for (const { name, input, output } of documents) {
    if (NO_DOCUMENT[name]) assert.equal(refusal(() => suiji.canonicalJson(input)).code, NO_DOCUMENT[name]);
    else assert.equal(suiji.canonicalJson(input), output);
  }
});

for (const [name, folder] of folders("found")) {
  test(`found ${name}`, () => {
    const documents = ofFolder(join(folder, "../sound"));
    const own = ofFolder(folder).files;
    for (const [file, data] of own) {
      for (const form of ["csv", "jsonl"]) {
        if (!file.endsWith(".json")) documents.files.delete(`${file.split(".")[0]}.${form}`);
      }
      documents.files.set(file, data);
    }
    const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
    let found;
    try {
      const sealed = documents.seal();
      found = sealed.findings();
      const leftOut = new Map(sealed.summaries()[0].left_out?.map((of) => [of.condition, of.count]));
      for (const [condition, count] of Object.entries(expected.left_out ?? {})) assert.equal(leftOut.get(condition), count);
    } catch (error) {
      if (!(error instanceof SuijiError)) throw error;
      found = error.faults.map((fault) => ({ severity: "error", ...fault }));
    }
    // If a finding is about one row, its place has the row.
    const of = ({ severity, code, rows, place }) => `${severity} ${code} ${rows ?? place?.row ?? ""}`;
    assert.deepEqual(found.map(of).sort(), expected.findings.map(of).sort());
  });
}
