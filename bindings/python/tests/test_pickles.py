"""Comparing, hashing and pickling of all classes."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import pandas as pd
import polars as pl
import pytest

import suiji
from conftest import ENTITIES, INSPECTORS, PLAN_TEXT, Case, ceremony, contributions, documents, import_log

SECRET = "5f" * 32
VISITS = [{"entity": "F-01", "task": "J0", "date": "2023-05-06"}]


def values(case: Case) -> list[Any]:
    """One of each class of the package."""
    commitment, report = case.sealed.commitment, suiji.verify(case.record)
    superseded = suiji.Superseded(
        commitment.digest, "骰子丢失", "样例局长", contributions=((0, case.record.contributions[0]),)
    )
    with pytest.raises(suiji.InputError) as caught:
        suiji.Plan.from_json("{}")
    fault = caught.value.faults[0]
    few = suiji.Source.live("掷骰两次", by="witness", parts=[suiji.Part(2, 1, 6)])
    warned = suiji.Ceremony([few], hash="sm3", sealed_at="2024-09-02T09:00:00+08:00")
    finding, *_ = suiji.seal(case.plan, case.registry, warned, roster=case.roster).findings()
    amendments = case.amendments()
    away, substitute, reserve = amendments
    assert isinstance(away.change, suiji.Away) and isinstance(substitute.change, suiji.Substitute)
    with pytest.raises(suiji.OpenQuestions) as asked:
        suiji.import_plan(PLAN_TEXT.encode())
    understood, *_ = asked.value.log.understood
    return [
        *documents(case),
        case.registry,
        case.roster,
        suiji.History(VISITS),
        case.sealed,
        report,
        case.record.draw("J1"),
        case.record.draw("J1").selected,
        case.record.draw("J1").teams,
        case.record.draw("J1").selected[0],
        case.record.draw("J1").teams[0],
        case.form().draw("J1"),
        case.form().draw("J1").last[0],
        case.sealed.inputs,
        commitment.registry,
        commitment.tasks[0],
        commitment.tasks[0].strata[0],
        suiji.SealedReason("exempt", 2),
        case.sealed.summaries()[0],
        suiji.LeftOut("status", 3, 0),
        case.sealed.outlook(),
        case.sealed.outlook().needs[0],
        case.sealed.outlook().visited[0],
        suiji.InNoTask("status", 1, 0, ("F-01",)),
        suiji.Followed(commitment.digest, case.record.digest),
        superseded,
        finding,
        report.checks[0],
        suiji.Fact("J1", "all", 40, 41, 1, "estimate", "估计"),
        report.trust[0],
        case.sealed.receipt(case.record, "F-01").tasks[0],
        suiji.ShortTeam("F-01", (0,)),
        fault,
        fault.place,
        amendments.state(case.record),
        amendments.state(case.record).teams("J1")[0],
        away,
        away.change,
        suiji.Back(away.change.inspectors),
        substitute.change,
        substitute.change.seats[0],
        reserve.change,
        suiji.ByHand("J1", "F-01", 0, "Z-9"),
        import_log(),
        import_log().summaries[0],
        import_log()[0],
        *question(),
        understood,
        case.record.sample(case.sealed),
        case.record.sample()[0],
        *inspected(case),
    ]


def inspected(case: Case) -> list[Any]:
    """Results with their parts, their status with its parts, and papers."""
    entity = case.record.draw("J1").selected[0].id
    results = suiji.Results(
        case.record,
        [{"task": "J1", "entity": entity, "date": "2024-09-10", "outcomes": ["X1"], "measures": ["Y1"]}],
        own_outcomes=[{"code": "X1", "name": "样例", "group": "clear"}],
        own_measures=[{"code": "Y1", "name": "样例"}],
    )
    status = results.status(case.record)
    papers = case.record.papers(case.sealed, kinds=["announcement"])
    return [
        results,
        results.inspections[0],
        results.own_outcomes[0],
        results.own_measures[0],
        suiji.outcome_codes()[0],
        suiji.measure_codes()[0],
        suiji.Update(1, 2, 3),
        suiji.PlanChange("changed", "J1", "quota", "the quota", "比例"),
        status,
        status.total,
        status.tasks[0],
        status.tasks[0].courses[0],
        status.inspectors[0],
        papers,
        papers[0],
    ]


def question() -> list[Any]:
    """A question of an import, with its parts."""
    with pytest.raises(suiji.OpenQuestions) as caught:
        suiji.import_table("统一社会信用代码,企业名称,登记状态\n91140521MA41L67N91,样例二公司,停业\n".encode())
    (of,) = caught.value.questions
    return [of, of.choices[0], of.places[0]]


def test_values_of_every_class_compare_hash_and_pickle(case: Case) -> None:
    every = values(case)
    classes = [thing for name in suiji.__all__ if isinstance(thing := getattr(suiji, name), type)]
    # Errors have their own tests; documents for type checkers are dicts.
    wanted = {of for of in classes if not issubclass(of, (suiji.Error, dict))}
    assert {type(value) for value in every} == wanted and len(every) == len(wanted)
    for value in every:
        for again in (
            *(pickle.loads(pickle.dumps(value, protocol)) for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)),
            copy.copy(value),
            copy.deepcopy(value),
        ):
            assert type(again) is type(value)
            assert again == value and (again != value) is False
            assert hash(again) == hash(value)
        assert value != 5
        with pytest.raises(AttributeError):
            value.year = 2025
    assert len(set(every)) == len(every)


def test_tables_are_equal_by_their_rows() -> None:
    tables: list[tuple[Any, list[dict[str, Any]], dict[str, Any]]] = [
        (suiji.Registry, ENTITIES, {"name": "样例商行"}),
        (suiji.Roster, INSPECTORS, {"lead": True}),
        (suiji.History, [*VISITS, {**VISITS[0], "entity": "F-02"}], {"kind": "case"}),
    ]
    for kind, rows, changed in tables:
        table = kind(rows)
        assert list(table) == sorted(rows, key=lambda row: list(row.values()))
        lines = table.to_json_lines()
        for same in (
            kind(reversed(rows)),
            kind(pl.DataFrame(rows)),
            kind(pd.DataFrame(rows)),
            kind.from_json_lines("\n\n" + lines),
        ):
            assert same == table and hash(same) == hash(table) and same.to_json_lines() == lines
        other = kind([{**rows[0], **changed}, *rows[1:]])
        assert other != table and other.to_json_lines() != lines
        assert kind() != table and kind().to_json_lines() == ""
        assert lines.count("\n") == len(table) == len(rows)
    assert suiji.Registry() != suiji.Roster()


def test_the_lines_of_a_table_are_canonical() -> None:
    rows: list[dict[str, Any]] = [
        {"name": "乙", "id": "B", "status": "active", "extra": {"ﬀ": "1", "😀": "2"}},
        {"name": "甲", "id": "A", "categories": ["超市", "加油站"], "established": "2010-04-11"},
    ]
    assert suiji.Registry(rows).to_json_lines() == (
        '{"categories":["加油站","超市"],"established":"2010-04-11","id":"A","name":"甲"}\n'
        '{"extra":{"😀":"2","ﬀ":"1"},"id":"B","name":"乙"}\n'
    )


def test_writing_a_table_has_progress_and_can_be_stopped(case: Case) -> None:
    reports: list[tuple[str, int, int]] = []
    case.registry.to_json_lines(progress=lambda *report: reports.append(report))
    assert {stage for stage, _, _ in reports} == {"write"}

    def stop(stage: str, done: int, total: int) -> None:
        raise RuntimeError("样例")

    with pytest.raises(RuntimeError, match="样例"):
        case.registry.to_json_lines(progress=stop)


@pytest.mark.parametrize("secret", [None, SECRET])
def test_a_sealed_value_pickles_with_its_inputs_and_its_secret(secret: str | None) -> None:
    case = Case(secret=secret)
    pickled = pickle.dumps(case.sealed)
    again = pickle.loads(pickled)
    assert again == case.sealed and again.draw(contributions()) == case.record
    assert again.inputs == case.sealed.inputs == (case.plan, case.registry, case.roster, case.history)
    assert again.secret == case.sealed.secret == secret
    assert again.receipt(case.record, "F-01") == case.sealed.receipt(case.record, "F-01")
    assert (SECRET.encode() in pickled) == (secret is not None)
    other = Case(secret="60" * 32)
    assert other.sealed != case.sealed
    assert (
        suiji.Sealed.reopen(case.sealed.commitment, case.plan, case.registry, roster=case.roster, secret=secret)
        == case.sealed
    )


def test_a_pickle_with_changed_inputs_is_refused(case: Case) -> None:
    pickled = pickle.dumps(case.sealed)
    name, other = "样例企业7".encode(), "样例企业8".encode()
    assert pickled.count(name) == 1
    with pytest.raises(suiji.InputError) as caught:
        pickle.loads(pickled.replace(name, other))
    assert caught.value.code == "sealed.changed" and "registry" in str(caught.value)


def test_drawing_and_verifying_work_in_another_process(case: Case) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        record = pool.submit(case.sealed.draw, contributions()).result()
        assert record == case.record
        report = pool.submit(suiji.verify, record, plan=case.plan, registry=case.registry).result()
    assert report == suiji.verify(record, plan=case.plan, registry=case.registry)


def test_a_pickled_report_is_the_same(case: Case) -> None:
    lists: dict[str, Any] = {
        "plan": case.plan,
        "registry": case.registry,
        "roster": case.roster,
        "history": case.history,
    }
    other = suiji.verify(case.record, **{**lists, "registry": suiji.Registry(ENTITIES[:-1])})
    for report, verdict in (
        (suiji.verify(case.record, **lists), "holds"),
        (suiji.verify(case.record), "incomplete"),
        (other, "other_inputs"),
        (suiji.verify(case.record, commitment="0" * 64), "fails"),
    ):
        again = pickle.loads(pickle.dumps(report))
        assert report.verdict == again.verdict == verdict
        for field in ("message", "message_zh", "checks", "facts", "outcomes", "warnings", "trust"):
            assert getattr(again, field) == getattr(report, field)
        assert again.to_json() == report.to_json()
        assert again._repr_html_() == report._repr_html_() and repr(again) == repr(report)
        if verdict == "holds":
            again.require()
            continue
        with pytest.raises(suiji.VerificationError) as caught:
            report.require()
        with pytest.raises(suiji.VerificationError) as caught_again:
            again.require()
        assert caught_again.value.args == caught.value.args
    assert not hasattr(suiji.Report, "from_json")
    with pytest.raises(TypeError):
        suiji.Report()


def test_earlier_commitments_are_those_that_were_named(case: Case) -> None:
    first, record = case.sealed.commitment.digest, case.record.digest
    made = ((0, suiji.Contribution.live([[1] * 20])), (2, suiji.Contribution.live([[2], [3]])))
    superseded = (
        suiji.Superseded(first, "名录库有误", "样例局长", record=record),
        suiji.Superseded("ab" * 32, "骰子丢失", "样例局长", contributions=made),
    )
    followed = (suiji.Followed("cd" * 32, record),)
    named = ceremony(previous=first, follows=followed, supersedes=superseded)
    commitment = suiji.seal(case.plan, case.registry, named, roster=case.roster).commitment
    read = suiji.Commitment.from_json(commitment.to_json())
    for of in (named, commitment, read, pickle.loads(pickle.dumps(named))):
        assert (of.follows, of.supersedes) == (followed, superseded)
    assert (case.ceremony.follows, case.ceremony.supersedes) == ((), ())
    twice = suiji.Superseded(first, "骰子丢失", "样例局长", contributions=made[:1] * 2)
    with pytest.raises(suiji.InputError) as caught:
        Case(previous=first, supersedes=[twice])
    assert caught.value.code == "ceremony.contribution-order"
