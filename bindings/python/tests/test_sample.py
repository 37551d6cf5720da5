"""The frame of a task and the sample of a record, as rows and as tables."""

from __future__ import annotations

import pickle
from fractions import Fraction

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import suiji
from conftest import Case

FRAME = ["id", "task", "stratum", "class", "state", "reason", "take", "frame_size", "probability"]
SAMPLE = [*FRAME, "ticket", "rank", "team"]


def test_a_frame_is_a_table_and_a_sequence(case: Case) -> None:
    frame = case.sealed.frame("J1")
    assert pa.schema(frame).names == FRAME
    table = pa.table(frame)
    assert table.num_rows == len(frame) == 10
    assert table["state"].unique().to_pylist() == ["in_frame"]
    assert table["probability"].unique().to_pylist() == [0.4]
    assert table["take"].unique().to_pylist() == [4] and table["frame_size"].unique().to_pylist() == [10]
    row = frame[0]
    assert isinstance(row, suiji.SampleRow) and row.id == "F-01" and row.class_ is None
    assert row.probability == Fraction(4, 10) and row.ticket is None and row.team is None
    assert list(frame)[-1] == frame[-1] and frame[2:4] == (frame[2], frame[3])
    assert pl.DataFrame(frame).height == len(pd.DataFrame(frame)) == 10
    with pytest.raises(KeyError):
        case.sealed.frame("J9")


def test_a_sample_has_every_entity_and_the_record_alone_the_drawn_ones(case: Case) -> None:
    draw = case.record.draw("J1")
    whole = case.record.sample(case.sealed)
    assert pa.schema(whole).names == SAMPLE and len(whole) == 10
    alone = case.record.sample()
    assert pa.schema(alone).names == SAMPLE
    assert [row.id for row in alone] == [of.id for of in (*draw.selected, *draw.reserves)]
    assert [row.ticket for row in alone] == [of.ticket for of in (*draw.selected, *draw.reserves)]
    assert set(alone) <= set(whole)
    teams = {team.entity: team.members for team in draw.teams}
    for row in whole:
        assert row.team == teams.get(row.id)
        assert row.rank is not None and (row.rank <= 4) == (row.state == "selected")
    assert pa.table(whole)["team"].to_pylist() == [row.team and list(row.team) for row in whole]


def test_a_sample_is_pickled_with_what_it_was_made_from(case: Case) -> None:
    for table in (case.sealed.frame("J1"), case.record.sample(case.sealed, "J1"), case.record.sample(task="J1")):
        again = pickle.loads(pickle.dumps(table))
        assert again == table and hash(again) == hash(table)
        assert "<table" in table._repr_html_()


def test_a_sample_of_another_record_is_refused(case: Case) -> None:
    other = Case(secret="5f" * 32)
    with pytest.raises(suiji.InputError) as refused:
        other.record.sample(case.sealed)
    assert refused.value.code == "receipt.other-record"
    with pytest.raises(KeyError):
        case.record.sample(case.sealed, "J9")
