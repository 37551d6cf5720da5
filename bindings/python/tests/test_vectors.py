"""The files of tests/vectors, run by the package; README.md says which are not run, and why."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, Callable

import pytest

import suiji
from conftest import VECTORS, canonical, vectors
from documents import Documents


def failed(report: suiji.Report) -> set[str]:
    return {check.id for check in report.checks if check.outcome == "failed"}


def patched(document: Any, patch: list[dict[str, Any]]) -> Any:
    """RFC 6902 with `replace`, `add` and `remove`."""
    document = copy.deepcopy(document)
    for change in patch:
        *way, last = [step.replace("~1", "/").replace("~0", "~") for step in change["path"].split("/")[1:]]
        at = document
        for step in way:
            at = at[int(step)] if isinstance(at, list) else at[step]
        if isinstance(at, list):
            _patch_list(at, last, change)
        elif change["op"] == "remove":
            del at[last]
        else:
            at[last] = change["value"]
    return document


def _patch_list(at: list[Any], last: str, change: dict[str, Any]) -> None:
    place = len(at) if last == "-" else int(last)
    if change["op"] == "add":
        at.insert(place, change["value"])
    elif change["op"] == "remove":
        del at[place]
    else:
        at[place] = change["value"]


CASES = sorted(folder for folder in (VECTORS / "cases").iterdir() if folder.is_dir())


@pytest.mark.parametrize("folder", CASES, ids=[folder.name for folder in CASES])
def test_cases_give_their_results(folder: Path) -> None:
    def table(name: str) -> Path:
        csv = folder / f"{name}.csv"
        return csv if csv.exists() else folder / f"{name}.jsonl"

    def draw() -> tuple[suiji.Sealed, suiji.Record]:
        sealed = suiji.seal(
            suiji.Plan.read(folder / "plan.json"),
            suiji.Registry.read(table("registry")),
            suiji.Ceremony.read(folder / "ceremony.json"),
            roster=suiji.Roster.read(table("roster")),
            history=suiji.History.read(table("history")) if table("history").exists() else None,
        )
        return sealed, sealed.draw(suiji.Contributions.read(folder / "contributions.json"))

    def expected(name: str) -> bytes:
        return suiji.canonical_json((folder / "expected" / f"{name}.json").read_bytes())

    if (folder / "expected" / "error.txt").exists():
        with pytest.raises(suiji.InputError):
            draw()
        return
    sealed, record = draw()
    assert record.canonical() == expected("record")
    assert record.commitment.canonical() == expected("commitment")
    if (folder / "expected" / "public.json").exists():
        form = suiji.PublicForm.of(record, secret=sealed.secret)
        assert suiji.canonical_json(form.to_json()) == expected("public")
    if not (folder / "requests.json").exists():
        return
    requests = json.loads((folder / "requests.json").read_text("utf-8"))
    if (folder / "expected" / "amendments-error.txt").exists():
        with pytest.raises(suiji.InputError):
            sealed.amend(record, requests)
    else:
        amendments = sealed.amend(record, requests)
        assert suiji.canonical_json(amendments.to_json()) == expected("amendments")
        inputs = sealed.inputs._asdict()
        suiji.verify(record, amendments=amendments, secret=sealed.secret, **inputs).require()


@pytest.mark.parametrize("vector", vectors("draws"))
def test_draws_give_their_results(vector: Any, tmp_path: Path) -> None:
    documents, expected = Documents(vector["documents"], tmp_path), vector["expected"]
    sealed = documents.seal()
    assert sealed.commitment.canonical().decode() == expected["commitment_jcs"]
    assert sealed.commitment.digest == expected["commitment_digest"]
    record = sealed.draw(documents.contributions)
    assert record.canonical() == canonical(expected["record"])
    assert record.digest == expected["record_digest"]
    form = suiji.PublicForm.of(record, secret=documents.secret)
    assert canonical(json.loads(form.to_json())) == canonical(expected["public"])
    everything = documents.evidence(["plan", "registry", "roster", "history", "secret", "earlier"])
    suiji.verify(record, **everything).require()
    suiji.verify_public(form, **everything).require()


RUNS: dict[str, Callable[[Documents, Any], object]] = {
    "draw": lambda documents, _: documents.seal().draw(documents.contributions),
    "reopen": lambda documents, _: documents.reopen().draw(documents.contributions),
    "receipt": lambda documents, vector: documents.seal().receipt(documents.record, vector["entity"]),
    "publish": lambda documents, _: suiji.PublicForm.of(documents.record, secret=documents.secret),
    "require": lambda documents, _: suiji.verify(documents.record).require(),
    "read": lambda documents, _: [read(documents, name) for name in documents.documents],
}
READERS: dict[str, Any] = {
    "commitment.json": suiji.Commitment,
    "record.json": suiji.Record,
    "public-form.json": suiji.PublicForm,
    "receipt.json": suiji.Receipt,
}


def read(documents: Documents, name: str) -> object:
    return READERS[name].from_json(documents.bytes(name))


@pytest.mark.parametrize("vector", vectors("refusals"))
def test_refusals_have_their_code_kind_and_place(vector: Any, tmp_path: Path) -> None:
    with pytest.raises(suiji.Error) as caught:
        RUNS[vector["run"]](Documents(vector["documents"], tmp_path), vector)
    error, expected = caught.value, vector["expected"]
    assert (error.code, error.kind) == (expected["code"], expected["kind"])
    fault = error.faults[0]
    kind, row, path, _ = fault.place
    parts = [kind, f"row {row}" if row else "", path]
    assert " ".join(filter(None, parts)) == expected["place"]
    assert fault.code in str(error) and fault.message_zh in error.message_zh
    right = suiji.VerificationError if vector["run"] == "require" else suiji.InputError
    assert type(error) is right


@pytest.mark.parametrize("vector", vectors("tampered"))
def test_every_change_is_found(vector: Any, tmp_path: Path) -> None:
    everything = ["plan", "registry", "roster", "history", "secret", "earlier"]
    unchanged = {"change": "record", "with": everything, "patch": []}
    suiji.verify(**_evidence(vector, unchanged, tmp_path)).require()
    for case in vector["cases"]:
        verify = suiji.verify_public if case["change"] == "public" else suiji.verify
        if "refused" in case:
            with pytest.raises(suiji.InputError):
                verify(**_evidence(vector, case, tmp_path))
        else:
            report = verify(**_evidence(vector, case, tmp_path))
            assert set(case["fails"]) <= failed(report), case["name"]
            # A changed record or form fails by itself; another list may be reported as not the sealed one.
            verdicts = {"fails"} if case["change"] in ("record", "public") else {"fails", "other_inputs"}
            assert report.verdict in verdicts


def _evidence(vector: Any, case: Any, folder: Path) -> dict[str, Any]:
    change, documents = case["change"], dict(vector["documents"])
    record, public = vector["record"], vector["public"]
    if change == "record":
        record = patched(record, case["patch"])
    elif change == "public":
        public = patched(public, case["patch"])
    else:
        ((form, content),) = documents[change].items()
        documents[change] = {form: patched(content, case["patch"])}
    evidence = Documents(documents, folder).evidence(case["with"])
    if "sheet" in case["with"]:
        right = suiji.Record.from_json(json.dumps(vector["record"]))
        evidence["commitment"] = right.commitment.digest
    if change == "public":
        return {"public_form": suiji.PublicForm.from_json(json.dumps(public)), **evidence}
    return {"record": suiji.Record.from_json(json.dumps(record)), **evidence}


@pytest.mark.parametrize("vector", vectors("amendments"))
def test_amendments_give_their_results(vector: Any, tmp_path: Path) -> None:
    documents = Documents(vector["documents"], tmp_path)
    sealed, requests = documents.seal(), json.loads(documents.bytes("requests.json"))
    record = sealed.draw(documents.contributions)
    assert record.canonical() == canonical(vector["record"])
    amendments = sealed.amend(record, requests)
    assert suiji.canonical_json(amendments.to_json()).decode() == vector["expected"]["amendments_jcs"]
    step_by_step = None
    for request in requests:
        step_by_step = sealed.amend(record, [request], earlier=step_by_step)
    assert step_by_step == amendments
    suiji.verify(record, amendments=amendments, secret=sealed.secret, **sealed.inputs._asdict()).require()
    for case in vector.get("refused", []):
        with pytest.raises(suiji.InputError) as caught:
            sealed.amend(record, [case["request"]], earlier=amendments)
        assert caught.value.code == case["code"], case["name"]
    for case in vector.get("changed", []):
        changed = patched(json.loads(amendments.to_json()), case["patch"])
        with pytest.raises(suiji.InputError) as caught:
            suiji.Amendments.from_json(json.dumps(changed)).state(record)
        assert caught.value.code == case["code"], case["name"]


@pytest.mark.parametrize("vector", vectors("receipts"))
def test_receipts_give_their_results(vector: Any, tmp_path: Path) -> None:
    documents = Documents(vector["documents"], tmp_path)
    sealed = documents.seal()
    receipt = sealed.receipt(sealed.draw(documents.contributions), vector["entity"])
    assert canonical(json.loads(receipt.to_json())) == canonical(vector["receipt"])
    public = suiji.PublicForm.from_json(json.dumps(vector["public"]))
    for plan, name in [(documents.plan, "with_plan"), (None, "without_plan")]:
        report = receipt.check(public, plan=plan)
        found = {(check.outcome, check.id) for check in report.checks if check.task in (None, "J1")}
        expected = vector["expected"][name]
        assert {("established", id) for id in expected["established"]} <= found
        assert {("on_trust", id) for id in expected["on_trust"]} <= found
        assert report.verdict != "fails"


@pytest.mark.parametrize("vector", vectors("receipts"))
def test_no_changed_receipt_holds(vector: Any, tmp_path: Path) -> None:
    plan = Documents(vector["documents"], tmp_path).plan
    for case in vector["cases"]:
        parts = {part: vector[part] for part in ("receipt", "public")}
        parts[case["change"]] = patched(parts[case["change"]], case["patch"])

        if "refused" in case:
            with pytest.raises(suiji.InputError):
                checked(parts, plan if case["with_plan"] else None)
        else:
            report = checked(parts, plan if case["with_plan"] else None)
            assert set(case["fails"]) <= failed(report), case["name"]


def checked(parts: dict[str, Any], plan: suiji.Plan | None) -> suiji.Report:
    receipt = suiji.Receipt.from_json(json.dumps(parts["receipt"]))
    return receipt.check(suiji.PublicForm.from_json(json.dumps(parts["public"])), plan=plan)


def test_the_signature_of_a_drand_round_is_checked() -> None:
    record = suiji.Record.read(VECTORS / "drand" / "record.json")
    report = suiji.verify(record)
    assert [check.outcome for check in report.checks if check.id == "contributions.drand"] == ["established"]
    assert report.verdict == "incomplete"  # without the inputs
    # The outcomes of twenty dice; a drand source has no such number.
    assert report.outcomes == (str(6**20), None)
    # Sealed at 15:15:00 UTC; round 123 was due 33 seconds later.
    assert report.margins == (None, 33)
    source = record.commitment.sources[1]
    assert source == suiji.Source.drand_after(source.name, time="2023-08-23T15:15:30+00:00")
    assert source.due == 1_692_803_733
    signature = record.contributions[1].signature
    assert signature is not None
    published = {"round": 123, "signature": signature.hex()}
    assert source.beacon(json.dumps(published)) == suiji.Contribution.drand(signature) == record.contributions[1]
    with pytest.raises(suiji.InputError, match="round"):
        source.beacon(json.dumps({**published, "round": 124}))


JCS: list[dict[str, str]] = json.loads((VECTORS / "primitives" / "jcs.json").read_text("utf-8"))["documents"]
# They have nulls or fractions, which [C2a] forbids.
NO_DOCUMENT = {"arrays": "json.null", "structures": "json.number", "values": "json.null"}


@pytest.mark.parametrize("document", JCS, ids=[document["name"] for document in JCS])
def test_canonical_json_is_that_of_the_standard_or_refused(document: dict[str, str]) -> None:
    if document["name"] in NO_DOCUMENT:
        with pytest.raises(suiji.InputError) as caught:
            suiji.canonical_json(document["input"])
        assert caught.value.code == NO_DOCUMENT[document["name"]]
    else:
        assert suiji.canonical_json(document["input"]).decode() == document["output"]


FOUND = sorted(folder for folder in (VECTORS / "found").glob("*/") if folder.is_dir())


@pytest.mark.parametrize("folder", FOUND, ids=[folder.name for folder in FOUND])
def test_mistakes_of_offices_are_found(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text("utf-8"))

    def path(name: str) -> Path:
        """The file of the case, or that of the office without mistakes."""
        files = (of / f"{name}.{form}" for of in (folder, folder.parent / "sound") for form in ("json", "jsonl", "csv"))
        return next(file for file in files if file.exists())

    findings: list[Any] = []
    try:
        sealed = suiji.seal(
            suiji.Plan.read(path("plan")),
            suiji.Registry.read(path("registry")),
            suiji.Ceremony.read(path("ceremony")),
            roster=suiji.Roster.read(path("roster")),
            history=suiji.History.read(path("history")),
        )
        findings = [(of.severity, of.code, of.rows, of) for of in sealed.findings()]
        left_out = {of.condition: of.count for of in sealed.summaries()[0].left_out}
        assert expected.get("left_out", {}).items() <= left_out.items()
    except suiji.InputError as error:
        findings = [("error", of.code, of.rows, of) for of in error.faults]
    right = [(of["severity"], of["code"], tuple(of.get("rows", ()))) for of in expected["findings"]]
    assert sorted(of[:3] for of in findings) == sorted(right)
    for of in expected["findings"]:
        wanted = (of["severity"], of["code"], tuple(of.get("rows", ())))
        texts = [(found.message, found.message_zh) for *seen, found in findings if tuple(seen) == wanted]
        assert any(all(name in en and name in zh for name in of.get("names", ())) for en, zh in texts)
