"""The notes of witnesses, compared with record and public form; findings before sealing."""

from __future__ import annotations

from typing import Any

import pytest

import suiji
from conftest import DIE, THROWN, Case

ZEROS = "0" * 64


def failed(report: suiji.Report) -> list[str]:
    return [check.id for check in report.checks if check.outcome == "failed"]


def groups(digest: str) -> str:
    """A digest in the form for reading aloud, in two lines."""
    parts = [digest[at : at + 4] for at in range(0, 64, 4)]
    return f"{' '.join(parts[:8])}\n  {' '.join(parts[8:])}"


def test_noted_digests_may_be_written_in_groups(case: Case) -> None:
    commitment, record = case.sealed.commitment, case.record
    assert groups(commitment.digest).split() == commitment.digest_groups.split()
    for verify, document in ((suiji.verify, record), (suiji.verify_public, case.form())):
        call: Any = verify
        for noted in ({}, {"contributions": record.contributions}, {"contributions": [DIE.arrange(THROWN)]}):
            report = call(document, commitment=groups(commitment.digest), record_digest=groups(record.digest), **noted)
            assert failed(report) == []
        assert failed(call(document, commitment=groups(ZEROS))) == ["sheet.known"]
        assert failed(call(document, record_digest=groups(ZEROS))) == ["record.known"]
        assert failed(call(document, contributions=[DIE.arrange(THROWN[::-1])])) == ["contributions.known"]
        assert failed(call(document, noted={0: DIE.arrange(THROWN)})) == []
        (wrong,) = (of for of in call(document, noted={0: DIE.arrange(THROWN[::-1])}).checks if of.outcome == "failed")
        assert (wrong.id, wrong.source, wrong.path) == ("contributions.known", DIE.name, "$.contributions[0]")
        assert wrong.expected == " ".join(map(str, THROWN[::-1])) and wrong.found == " ".join(map(str, THROWN))
        assert failed(call(document, noted={1: "三六五"})) == ["contributions.known"]
        with pytest.raises(suiji.InputError) as caught:
            call(document, record_digest="0000 0000")
        assert caught.value.code == "hex.form"


def test_record_and_published_form_are_compared(case: Case) -> None:
    assert failed(suiji.verify(case.record, public_form=case.form())) == []
    other = Case(secret="5f" * 32)
    assert failed(suiji.verify(case.record, public_form=other.form())) == ["public.agrees"]
    with pytest.raises(suiji.InputError) as caught:
        suiji.PublicForm.of(other.record)
    assert caught.value.code == "sealed.secret-missing"
    with pytest.raises(suiji.InputError):
        suiji.PublicForm.of(other.record, secret=ZEROS)
    (last,) = other.form().draw("J1").last
    assert last.ticket is None and len(last.commitment or "") == 64


def test_findings_are_graded_and_have_rows_and_a_way_out(case: Case) -> None:
    rows = [{"id": f"F-{n:02}", "name": f"样例企业{n}", "established": f"20{n:02}-01-01"} for n in range(20, 30)]
    visits = [{"entity": "F-99", "task": "J1", "date": "2024-03-05"}]
    inputs = case.sealed.inputs._replace(registry=suiji.Registry(rows), history=suiji.History(visits))
    findings = inputs.findings("2024-09-02T09:00:00+08:00")
    (late,) = (of for of in findings if of.place.path == "established")
    assert (*late.place[:3], late.rows, late.count) == ("registry", 6, "established", (6, 7, 8, 9, 10), 5)
    assert late.severity == "warning" and late.rule and late.message != late.message_zh
    (unknown,) = (of for of in findings if of.code == "history.unknown-entity")
    assert (*unknown.place[:3], unknown.rows) == ("history", None, "", ())
    assert "F-99" in unknown.details.values() and "F-99" in unknown.message and "F-99" in unknown.message_zh
    assert unknown.remedy and unknown.remedy_zh and unknown.remedy != unknown.remedy_zh
    order = [("error", "warning", "note").index(of.severity) for of in findings]
    assert order == sorted(order)
    # Without a time of sealing, no date can be too late.
    assert not any(of.place.path == "established" for of in inputs.findings())
    sealed = suiji.seal(inputs.plan, inputs.registry, case.ceremony, roster=inputs.roster, history=inputs.history)
    assert set(findings) <= set(sealed.findings())
    with pytest.raises(suiji.InputError):
        inputs.findings("nonsense")
