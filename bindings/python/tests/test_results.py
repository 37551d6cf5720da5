"""The results of a draw: sequences of values and tables of Arrow."""

from __future__ import annotations

import json

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import suiji
from conftest import ENTITIES, PLAN, Case, contributions


def test_lists_are_sequences(case: Case) -> None:
    draw = case.record.draw("J1")
    selected = draw.selected
    assert len(selected) == 4 and len(list(selected)) == 4
    assert selected[0] == next(iter(selected)) and selected[-1] == selected[3]
    assert all(isinstance(drawn, suiji.DrawnEntity) for drawn in selected)
    for beyond in (4, -5, 2**40):
        with pytest.raises(IndexError):
            selected[beyond]
    assert selected[1:3] == (selected[1], selected[2]) and selected[::-1][0] == selected[3] and selected[9:] == ()
    assert selected == case.record.draw("J1").selected != draw.reserves
    assert len(draw.reserves) == 1
    assert [team.entity for team in draw.teams] == [drawn.id for drawn in selected]
    assert all(len(team.members) == 2 and team.lead == team.members[0] for team in draw.teams)


def test_a_record_has_the_draws_of_its_tasks(case: Case) -> None:
    (draw,) = case.record.draws
    assert draw == case.record.draw("J1") and draw.task == "J1"
    (document,) = json.loads(case.record.to_json())["draws"]
    assert draw.key == document["key"]
    assert [drawn._asdict() for drawn in draw.reserves] == document["reserves"]
    other = Case(secret="5f" * 32).record.draw("J1")
    assert draw != other and draw.selected != other.selected and draw.teams != other.teams


def test_lists_are_tables_of_arrow(case: Case) -> None:
    selected, teams = case.record.draw("J1").selected, case.record.draw("J1").teams
    rows = [drawn._asdict() for drawn in selected]
    assert pl.DataFrame(selected).to_dicts() == rows
    assert pa.table(selected).to_pylist() == rows
    assert pd.DataFrame(selected).to_dict("records") == rows
    if hasattr(pd.DataFrame, "from_arrow"):  # from pandas 3 on, which is for Python 3.11
        assert pd.DataFrame.from_arrow(selected).to_dict("records") == rows
    staffed = [{**team._asdict(), "members": list(team.members), "vacant": list(team.vacant)} for team in teams]
    assert pa.table(teams).to_pylist() == staffed
    assert pl.DataFrame(teams).to_dicts() == staffed
    assert pa.schema(selected).names == list(suiji.DrawnEntity._fields) == ["id", "stratum", "ticket"]
    assert pa.schema(teams).names == list(suiji.DrawnTeam._fields) == ["entity", "members", "lead", "vacant", "joins"]


def test_a_table_outlives_its_record() -> None:
    table = pa.table(Case().record.draw("J1").selected)
    assert table.num_rows == 4 and table["id"].to_pylist()


def test_selected_entities_can_be_the_registry_of_another_draw(case: Case) -> None:
    selected = case.record.draw("J1").selected
    frame = pl.DataFrame(selected).select("id", name=pl.lit("样例"))
    assert suiji.Registry(frame).ids() == sorted(drawn.id for drawn in selected)


def test_the_public_form_has_the_same_results(case: Case) -> None:
    form, selected = case.form(), case.record.draw("J1").selected
    (draw,) = form.draws
    assert draw == form.draw("J1") and draw.task == "J1"
    assert draw.selected == tuple(drawn.id for drawn in selected)
    assert draw.last == (suiji.Last("all", max(drawn.ticket for drawn in selected), None),)
    with pytest.raises(KeyError, match="J9"):
        form.draw("J9")
    assert (form.record, form.seed) == (case.record.digest, case.record.seed)
    assert form.commitment == case.sealed.commitment == case.record.commitment


def test_a_commitment_is_reopened_with_its_inputs(case: Case) -> None:
    again = suiji.Sealed.reopen(case.sealed.commitment, case.plan, case.registry, roster=case.roster)
    assert again.draw(case.record.contributions) == case.record
    assert again.inputs.registry == case.registry and again.inputs.history == suiji.History()
    with pytest.raises(suiji.InputError) as caught:
        suiji.Sealed.reopen(case.sealed.commitment, case.plan, case.registry)
    assert caught.value.code == "team.seat-nobody"
    fewer = suiji.Registry({"id": id, "name": "样例"} for id in case.registry.ids()[1:])
    with pytest.raises(suiji.InputError) as caught:
        suiji.Sealed.reopen(case.sealed.commitment, case.plan, fewer, roster=case.roster)
    assert caught.value.code == "sealed.changed"
    blinded = Case(secret="5f" * 32)
    with pytest.raises(suiji.InputError, match="secret"):
        suiji.Sealed.reopen(blinded.sealed.commitment, case.plan, case.registry, roster=case.roster)


def test_excluded_entities_and_short_teams_are_counted(case: Case) -> None:
    limits: list[suiji.LimitDocument] = [{"id": "year", "visits": 1}]
    rows = [{**ENTITIES[0], "exempt": "免检名单"}, *ENTITIES[1:]]
    visits = [{"entity": id, "task": "J1", "date": "2024-03-05"} for id in ("F-01", "F-02", "F-03")]
    sealed = suiji.seal(
        suiji.Plan({**PLAN, "limits": limits}),
        suiji.Registry(rows),
        case.ceremony,
        roster=case.roster,
        history=suiji.History(visits),
    )
    (summary,) = sealed.summaries()
    assert (summary.task, summary.registry, summary.left_out, summary.in_scope) == ("J1", 10, (), 10)
    assert (summary.frame, summary.unrated, summary.take) == (7, None, 3)
    outlook = sealed.outlook()
    assert [(of.reason, of.count, len(of.first)) for of in outlook.in_no_task] == [("exempt", 1, 1), ("year", 2, 2)]
    assert outlook.in_no_task[0].first == ("F-01",)
    assert [(of.task, of.frame, of.count) for of in outlook.visited] == [("J1", 7, 0)]
    assert (summary.excluded, summary.strata) == (sealed.commitment.tasks[0].reasons, sealed.commitment.tasks[0].strata)
    assert list(sealed.excluded("J1").items()) == [("exempt", 1), ("year", 2)]
    (task,) = sealed.commitment.tasks
    assert (task.reasons, task.coordination) == ((("exempt", 1), ("year", 2)), None)
    assert sealed.receipt(sealed.draw(contributions()), "F-01").tasks[0].reason == "exempt"
    assert case.sealed.excluded("J1") == {} and case.sealed.commitment.tasks[0].reasons == ()
    lone = suiji.Roster(
        [{"id": f"Z-{n}", "name": "n", "department": "样例县工信局", "recuse": ["F-01"]} for n in (1, 2)]
    )
    sealed = suiji.seal(case.plan, case.registry, case.ceremony, roster=lone)
    assert sealed.short_teams("J1") == (suiji.ShortTeam("F-01", (0, 1)),)
    assert sealed.commitment.tasks[0].short == 1
    assert [finding.code for finding in sealed.findings() if "F-01" in finding.message]


def test_contributions_are_checked_one_by_one(case: Case) -> None:
    case.sealed.check_contribution(0, case.record.contributions[0])
    with pytest.raises(suiji.InputError) as caught:
        case.sealed.check_contribution(0, suiji.Contribution.live([[7] * 20]))
    assert caught.value.code == "contributions.number-range"
    case.sealed.check_contributions(case.record.contributions)
    for check in (case.sealed.check_contributions, case.sealed.draw):
        with pytest.raises(suiji.InputError) as caught:
            check([])
        assert caught.value.code == "contributions.count"
