"""Signatures, timestamps, policies, ledgers and notes, with the vectors of all implementations."""

from __future__ import annotations

import json
import pickle
import re
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

import suiji
from conftest import ROOT, VECTORS, Case
from suiji import evidence

LEDGERS = ROOT / "crates" / "suiji-evidence" / "tests" / "vectors" / "ledgers"
PAGES = Path(__file__).parents[1] / "docs"
OFFICE, WITNESS = "样例县市场监管局", "样例见证人"
AMENDMENTS = {
    "spec": "suiji-v1",
    "record": "e7553e476c4c924a1e4cd306626a4d49596df315367c5becebfb72500d7a41b3",
    "amendments": [
        {
            "approved_by": "局长",
            "at": "2024-09-03T08:30:00+08:00",
            "kind": "substitute",
            "previous": "e7553e476c4c924a1e4cd306626a4d49596df315367c5becebfb72500d7a41b3",
            "reason": "病假",
            "seats": [{"entity": "F-3", "inspector": "P-2", "leaves": "P-1", "seat": 0, "task": "J1"}],
        }
    ],
}


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


SIGNED = read(VECTORS / "evidence" / "envelopes.json")
STAMPED = read(VECTORS / "evidence" / "timestamps.json")
KEYS = {key["name"]: key for key in SIGNED["keys"]}


def worked(document: str) -> str:
    """A document of the worked example in annex E of SPEC.md."""
    spec = (ROOT / "crates" / "suiji" / "SPEC.md").read_text("utf-8")
    found = re.search(rf"^{document}='(.*)'$", spec, re.MULTILINE)
    assert found
    return found[1]


def commitment() -> suiji.Commitment:
    return suiji.Commitment.from_json(worked("commitment"))


def record() -> suiji.Record:
    return suiji.Record.from_json(worked("record"))


def example(document: str) -> evidence.Statement:
    """The statement about a document of this example."""
    if document == "commitment":
        return evidence.Statement.of(commitment())
    if document == "record":
        return evidence.Statement.of(record())
    return evidence.Statement.of(record(), suiji.Amendments.from_json(json.dumps(AMENDMENTS)))


def statement(vector: Any) -> evidence.Statement:
    return evidence.Statement(vector["statement"]["hash"], vector["statement"]["commitment"])


def certificates(vector: Any) -> list[str]:
    return [STAMPED["certificates"][name] for name in vector["trusted"]]


def token(about: str) -> bytes:
    (found,) = [vector for vector in STAMPED["accepted"] if vector["about"] == about]
    return b64decode(found["token"])


def codes(error: suiji.InputError) -> list[str]:
    return [fault.code for fault in error.faults]


def test_statements_are_those_of_the_vectors() -> None:
    # [P1] [P3]
    for vector in SIGNED["statements"]:
        made = example(vector["document"])
        assert made.document == vector["document"]
        assert made.to_json() == vector["payload"]
        assert made.to_sign() == vector["to_sign"].encode()
        assert evidence.Statement.from_json(vector["payload"]) == made
        assert pickle.loads(pickle.dumps(made)) == made
    assert len(SIGNED["statements"]) == 3
    form = suiji.PublicForm.of(record())
    assert evidence.Statement.of(form) == example("record")
    assert evidence.Statement("sha256", commitment().digest) == example("commitment")


@pytest.mark.parametrize("wrong", ["5f", "g" * 64, ""])
def test_a_digest_that_is_none_makes_no_statement(wrong: str) -> None:
    with pytest.raises(suiji.InputError) as caught:
        evidence.Statement("sm3", wrong)
    assert (caught.value.code, caught.value.kind) == ("envelope.statement", "file")
    assert caught.value.message != caught.value.message_zh
    assert json.loads(caught.value.to_json())["code"] == "envelope.statement"


def test_a_request_is_what_openssl_writes() -> None:
    # [P4]
    for vector in STAMPED["requests"]:
        assert statement(vector).timestamp_request().hex() == vector["request"]


def test_tokens_say_who_and_when() -> None:
    # [P5] [P6]
    for vector in STAMPED["accepted"]:
        stamp = statement(vector).verify_timestamp(b64decode(vector["token"]), certificates(vector))
        found = (stamp.authority, stamp.time, stamp.algorithm, stamp.accuracy)
        assert found == tuple(vector[name] for name in ("authority", "time", "algorithm", "accuracy"))
        assert statement(vector).verify_timestamp(vector["token"], certificates(vector)) == stamp
    assert len(STAMPED["accepted"]) >= 11


def test_tokens_that_prove_nothing_are_refused() -> None:
    # [P4] [P5] [P6]
    for vector in STAMPED["refused"]:
        with pytest.raises(suiji.InputError) as caught:
            statement(vector).verify_timestamp(b64decode(vector["token"]), certificates(vector))
        assert vector["code"] in codes(caught.value), vector["about"]
        assert all(fault.message in caught.value.message for fault in caught.value.faults)
    assert len(STAMPED["refused"]) >= 22


def test_what_a_token_returned_is_attached() -> None:
    # [P3]
    for vector in SIGNED["statements"]:
        envelope = evidence.Envelope.of(example(vector["document"]))
        assert envelope.keys == ()
        for signature in vector["signatures"]:
            key = KEYS[signature["key"]]
            before, envelope = envelope, envelope.attach(key["public"], bytes.fromhex(signature["returned"]))
            envelope.verify(key["public"])
            assert (len(envelope.keys), envelope.keys[-1]) == (len(before.keys) + 1, key["id"])
            with pytest.raises(suiji.InputError) as caught:
                before.verify(key["public"])
            assert caught.value.code == "envelope.unsigned"
            with pytest.raises(suiji.InputError) as caught:
                envelope.attach(key["public"], bytes.fromhex(signature["returned"]))
            assert caught.value.code == "envelope.twice"
        again = evidence.Envelope.from_json(envelope.to_json())
        assert again == envelope and again.statement == example(vector["document"])


def test_a_private_key_signs() -> None:
    for name, key in KEYS.items():
        public = evidence.PublicKey(key["public"])
        assert (public.algorithm, public.id) == (key["algorithm"], key["id"])
        envelope = evidence.Envelope.of(example("record")).sign(key["private"])
        envelope.verify(key["public"])
        assert envelope.keys == (key["id"],), name
    with pytest.raises(suiji.InputError) as caught:
        evidence.Envelope.of(example("record")).sign(KEYS[OFFICE]["public"])
    assert caught.value.code == "key.pem"


def test_wrong_signatures_and_envelopes_are_refused(tmp_path: Path) -> None:
    # [P2] [P3]
    for vector in SIGNED["invalid_signatures"]:
        envelope = evidence.Envelope.from_json(json.dumps(vector["envelope"]))
        with pytest.raises(suiji.InputError) as caught:
            envelope.verify(KEYS[vector["key"]]["public"])
        assert caught.value.code == vector["code"], vector["about"]
    for vector in SIGNED["refused_envelopes"]:
        path = tmp_path / "envelope.json"
        path.write_text(vector["envelope"], "utf-8")
        with pytest.raises(suiji.InputError) as caught:
            evidence.Envelope.read(path)
        assert caught.value.code == vector["code"], vector["about"]
    for vector in SIGNED["refused_keys"]:
        with pytest.raises(suiji.InputError) as caught:
            evidence.PublicKey(vector["public"])
        assert caught.value.code == vector["code"], vector["about"]


def policy(*rules: Any) -> str:
    """The office and the witness, one authority, and these rules."""
    roles = {OFFICE: "office", WITNESS: "witness"}
    keys = [{"name": name, "role": role, "key": KEYS[name]["public"]} for name, role in roles.items()]
    authorities = [{"name": "样例机构", "certificates": STAMPED["certificates"]["rsa.root"]}]
    return json.dumps({"spec": "suiji-policy-v1", "keys": keys, "authorities": authorities, "rules": rules})


def signed(document: str, role: str, at_least: int = 1) -> dict[str, Any]:
    return {"document": document, "role": role, "at_least": at_least}


def test_a_policy_has_a_verdict_for_each_rule_key_and_timestamp() -> None:
    # [P7] [P8]
    rules = [
        signed("commitment", "office"),
        signed("commitment", "witness"),
        {"document": "commitment", "timestamps": 1},
        signed("record", "office"),
    ]
    by_office = evidence.Envelope.of(example("commitment")).sign(KEYS[OFFICE]["private"])
    report = evidence.verify(
        policy(*rules),
        commitment(),
        envelopes=[by_office],
        timestamps=[("commitment", token("RSA and SHA-256"))],
        values={"掷骰": "2026-12-01T09:00:00+08:00"},
    )
    assert [rule.state for rule in report.rules] == ["met", "not_met", "met", "no_document"]
    assert [rule.role for rule in report.rules] == ["office", "witness", None, "office"]
    assert (report.rules[0].names, report.rules[2].names) == ((OFFICE,), ("样例机构",))
    assert [(key.name, key.state) for key in report.keys] == [(OFFICE, "signed"), (WITNESS, "not_signed")]
    (stamp,) = report.timestamps
    assert (stamp.counts, stamp.name, stamp.time, stamp.codes) == (True, "样例机构", "2026-11-30T22:36:34+00:00", ())
    assert "掷骰" in stamp.message and report.verdict == "not_met"
    assert json.loads(report.to_json())["verdict"] == "not_met" and report.on_trust and report.on_trust_zh

    by_witness = evidence.Envelope.of(example("commitment")).sign(KEYS[WITNESS]["private"])
    of_record = evidence.Envelope.of(example("record")).sign(KEYS[OFFICE]["private"])
    report = evidence.verify(
        policy(*rules),
        record(),
        envelopes=[by_office, by_witness, of_record],
        timestamps=[("commitment", token("RSA and SHA-256"))],
    )
    assert {rule.state for rule in report.rules} == {"met"} and report.verdict == "met"


def test_a_timestamp_after_a_value_and_a_signature_of_another_key_do_not_count() -> None:
    # [P8]
    both = evidence.Envelope.of(example("commitment")).sign(KEYS[OFFICE]["private"]).sign(KEYS[WITNESS]["private"])
    only = json.loads(policy({"document": "commitment", "timestamps": 1}))
    only["keys"].pop()
    report = evidence.verify(
        json.dumps(only),
        commitment(),
        envelopes=[both],
        timestamps=[("commitment", token("RSA and SHA-256")), ("commitment", token("ECDSA with P-256"))],
        values={"掷骰": "2026-11-30T22:00:00+00:00"},
    )
    assert [stamp.counts for stamp in report.timestamps] == [False, False]
    assert report.timestamps[1].codes == ("timestamp.chain",) and report.verdict == "not_met"
    assert report.strangers == (("commitment", KEYS[WITNESS]["id"]),)


def test_amendments_are_signed_too() -> None:
    made = suiji.Amendments.from_json(json.dumps(AMENDMENTS))
    envelope = evidence.Envelope.of(example("amendments")).sign(KEYS[OFFICE]["private"])
    rule = policy(signed("amendments", "office"))
    assert evidence.verify(rule, record(), amendments=made, envelopes=[envelope]).verdict == "met"
    assert evidence.verify(rule, record(), envelopes=[envelope]).rules[0].state == "no_document"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"policy": "{}"}, "policy.form"),
        ({"timestamps": [("seed", b"")]}, "timestamp.form"),
        ({"timestamps": [("seed", token("RSA and SHA-256"))]}, "envelope.document"),
        ({"values": {"掷骰": "10:00"}}, "time.form"),
    ],
)
def test_what_a_policy_cannot_judge_is_refused(arguments: dict[str, Any], code: str) -> None:
    given: dict[str, Any] = {"policy": policy(signed("commitment", "office")), "document": commitment(), **arguments}
    with pytest.raises(suiji.InputError) as caught:
        evidence.verify(**given)
    assert caught.value.code == code


def test_every_ledger_has_what_its_file_says() -> None:
    # [L1] [L2] [L5] [L7]
    seen = 0
    for path in sorted(LEDGERS.glob("*.json")):
        vector = read(path)
        expected = vector["expected"]
        if "error" in expected:
            with pytest.raises(suiji.InputError) as caught:
                evidence.Ledger(vector["ledger"])
            (fault,) = caught.value.faults
            assert (fault.code, fault.place.row) == (expected["error"], expected.get("line")), path.stem
            continue
        ledger = evidence.Ledger(vector["ledger"].encode())
        heads = [evidence.Head(head["size"], head["root"]) for head in vector["heads"]]
        audit = ledger.audit(heads=heads)
        assert (len(ledger), audit.size, audit.root) == (expected["size"], expected["size"], expected["root"])
        assert audit.heads == len(heads)
        for name, problems in (("failures", audit.failures), ("warnings", audit.warnings)):
            assert sorted(of.code for of in problems) == sorted(expected[name]), path.stem
        seen += 1
    assert seen > 15


def test_entries_have_their_fields_and_words(tmp_path: Path) -> None:
    # [L2] [L3]
    path = tmp_path / "ledger.jsonl"
    path.write_text(read(LEDGERS / "day.json")["ledger"], "utf-8")
    ledger = evidence.Ledger.read(path)
    kinds = [entry.kind for entry in ledger.entries]
    assert kinds == ["opened", "sealed", "seen", "confirmed", "drawn", "published", "amended"]
    assert [entry.number for entry in ledger.entries] == list(range(7))
    assert ledger.entries[1].fields["tasks"] == ["J1", "J2"] and "J1" in ledger.entries[1].message
    assert ledger.origin in repr(ledger) and ledger.entries[1].message != ledger.entries[1].message_zh


def test_a_ledger_is_compared_with_heads_and_documents(case: Case) -> None:
    # [L4] [L5] [L7]
    vector = read(LEDGERS / "rewritten.json")
    ledger, honest = (evidence.Ledger(read(LEDGERS / f"{name}.json")["ledger"]) for name in ("rewritten", "day"))
    head = honest.audit().head
    assert honest.audit(heads=[head, head.encode()]).failures == ()
    (of_newspaper,) = ledger.audit(heads={"报纸": head}).failures
    assert (of_newspaper.code, of_newspaper.file) == ("ledger.head-root", "报纸")
    assert of_newspaper.message != of_newspaper.message_zh
    assert len(ledger.audit(heads=[evidence.Head(of["size"], of["root"]) for of in vector["heads"]]).failures) == 1
    other = evidence.Head(0, honest.entries[0].fields["before"], "suiji-ledger/other")
    assert [of.code for of in honest.audit(heads=[other]).failures] == ["ledger.head-origin"]
    with pytest.raises(suiji.InputError) as caught:
        ledger.audit(heads={"报纸": "no head"})
    assert (caught.value.code, caught.value.faults[0].place.path) == ("ledger.head", "报纸")

    sealed, drawn = {"a/commitment.json": case.sealed.commitment}, {"a/record.json": case.record}
    beside = honest.audit(commitments=sealed, records=drawn)
    assert [(of.code, of.file) for of in beside.failures] == [
        ("ledger.no-commitment", "a/commitment.json"),
        ("ledger.no-record", "a/record.json"),
    ]
    lost = honest.audit(are_all=True).warnings
    assert [of.code for of in lost] == ["ledger.lost-commitment", "ledger.lost-record"]
    assert json.loads(beside.to_json())["failures"][0]["code"] == "ledger.no-commitment"


def test_the_notes_of_a_witness_are_evidence(case: Case, tmp_path: Path) -> None:
    # [W1]
    path, digest = tmp_path / "notes.txt", "5e" * 32
    lines = [
        f"封存单：{case.sealed.commitment.digest_groups}",
        "取值：3 5",
        "1 6",
        f"抽取记录：{case.record.digest}",
        f"登记簿：2 {digest}",
    ]
    path.write_text("\n".join(lines), "utf-8")
    notes = evidence.Notes.read(path)
    assert notes.heads == (evidence.Head(2, digest),) and notes.values == ("3 5", "1 6")
    report = suiji.verify(case.record, commitment=notes.commitment, record_digest=notes.record)
    assert report.verdict != "fails"
    other = evidence.Notes.from_text(f"commitment: {digest}")
    assert suiji.verify(case.record, commitment=other.commitment).verdict == "fails"
    assert (other.record, other.values, other.heads) == (None, (), ())
    with pytest.raises(suiji.InputError) as caught:
        evidence.Notes.from_text("天气：晴\n取值：3")
    assert (caught.value.code, caught.value.faults[0].place.row) == ("sheet.line", 1)


def test_the_pages_run_and_have_the_same_code() -> None:
    english, chinese = ((PAGES / page).read_text("utf-8") for page in ("evidence.md", "evidence.zh-CN.md"))
    blocks = re.findall(r"^```python\n(.*?)^```$", english, re.DOTALL | re.MULTILINE)
    assert re.findall(r"^```python\n(.*?)^```$", chinese, re.DOTALL | re.MULTILINE) == blocks
    (vector,) = [of for of in SIGNED["statements"] if of["document"] == "commitment"]
    returned = {of["key"]: bytes.fromhex(of["returned"]) for of in vector["signatures"]}
    names: dict[str, Any] = {
        "commitment": commitment(),
        "record": record(),
        "answer": token("RSA and SHA-256"),
        "certificates": STAMPED["certificates"]["rsa.root"],
        "public_key": KEYS[WITNESS]["public"],
        "signature": returned[WITNESS],
        "policy": policy(signed("commitment", "witness"), {"document": "commitment", "timestamps": 1}),
        "ledger_file": read(LEDGERS / "day.json")["ledger"],
        "kept": evidence.Ledger(read(LEDGERS / "day.json")["ledger"]).audit().head,
        "notes_file": f"record: {record().digest}",
    }
    for block in blocks:
        exec(block, names)
    assert len(blocks) == 4
    assert names["stamp"].algorithm == "RSA" and names["envelope"].keys == (KEYS[WITNESS]["id"],)
    assert names["report"].verdict == "met" and names["audit"].failures == ()
    assert names["notes"].record == record().digest
