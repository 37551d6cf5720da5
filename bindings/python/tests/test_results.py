"""What a draw gives: sequences of values, and tables of Arrow."""

from __future__ import annotations

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import suiji
from conftest import Case


def test_lists_are_sequences(case: Case) -> None:
    selected = case.record.selected("J1")
    assert len(selected) == 4 and len(list(selected)) == 4
    assert selected[0] == next(iter(selected)) and selected[-1] == selected[3]
    assert all(isinstance(drawn, suiji.Drawn) for drawn in selected)
    for beyond in (4, -5, 2**40):
        with pytest.raises(IndexError):
            selected[beyond]
    assert selected == case.record.selected("J1") != case.record.reserves("J1")
    assert len(case.record.reserves("J1")) == 1
    teams = case.record.teams("J1")
    assert [team.entity for team in teams] == [drawn.id for drawn in selected]
    assert all(len(team.members) == 2 and team.lead == team.members[0] for team in teams)


def test_lists_are_tables_of_arrow(case: Case) -> None:
    selected, teams = case.record.selected("J1"), case.record.teams("J1")
    rows = [drawn._asdict() for drawn in selected]
    assert pl.DataFrame(selected).to_dicts() == rows
    assert pa.table(selected).to_pylist() == rows
    assert pd.DataFrame(selected).to_dict("records") == rows
    if hasattr(pd.DataFrame, "from_arrow"):  # from pandas 3 on, which is for Python 3.11
        assert pd.DataFrame.from_arrow(selected).to_dict("records") == rows
    staffed = [{**team._asdict(), "members": list(team.members), "vacant": list(team.vacant)} for team in teams]
    assert pa.table(teams).to_pylist() == staffed
    assert pl.DataFrame(teams).to_dicts() == staffed
    assert pa.schema(teams).names == ["entity", "members", "lead", "vacant"]
    empty = pl.DataFrame(Case().record.reserves("J1")).filter(pl.col("id") == "")
    assert empty.columns == ["id", "stratum", "ticket"]


def test_a_table_outlives_its_record() -> None:
    table = pa.table(Case().record.selected("J1"))
    assert table.num_rows == 4 and table["id"].to_pylist()


def test_a_selection_is_the_registry_of_the_next_draw(case: Case) -> None:
    frame = pl.DataFrame(case.record.selected("J1")).select("id", name=pl.lit("样例"))
    assert suiji.Registry(frame).ids() == sorted(drawn.id for drawn in case.record.selected("J1"))


def test_the_public_form_says_the_same(case: Case) -> None:
    form = suiji.PublicForm.of(case.record)
    assert form.selected("J1") == tuple(drawn.id for drawn in case.record.selected("J1"))
    assert form.last("J1") == {"all": max(drawn.ticket for drawn in case.record.selected("J1"))}
    assert (form.record, form.seed) == (case.record.digest, case.record.seed)
    assert form.commitment == case.sealed.commitment == case.record.commitment


def test_a_sheet_is_reopened_from_its_commitment(case: Case) -> None:
    again = suiji.Sealed.reopen(case.sealed.commitment, case.plan, case.registry, roster=case.roster)
    assert again.draw(case.record.contributions) == case.record
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


def test_what_the_sheet_leaves_out_is_counted(case: Case) -> None:
    assert case.sealed.excluded("J1") == {"annual_cap": 0, "per_year": 0}
    lone = suiji.Roster(
        [{"id": f"Z-{n}", "name": "n", "department": "样例县工信局", "recuse": ["F-01"]} for n in (1, 2)]
    )
    sealed = suiji.seal(case.plan, case.registry, case.ceremony, roster=lone)
    assert sealed.short("J1") == (suiji.Short("F-01", (0, 1)),)
    assert sealed.commitment.tasks[0].short == 1
    assert "warning.short" in [finding.code for finding in sealed.findings()]


def test_contributions_are_checked_one_by_one(case: Case) -> None:
    case.sealed.check_contribution(0, case.record.contributions[0])
    with pytest.raises(suiji.InputError) as caught:
        case.sealed.check_contribution(0, suiji.Contribution.live("7" * 20))
    assert caught.value.code == "contributions.symbol"
    with pytest.raises(suiji.InputError) as caught:
        case.sealed.draw([])
    assert caught.value.code == "contributions.count"
