"""Changes after the draw: requests, amendments, and the resulting state."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

import suiji
from conftest import Case, request


def seat(team: suiji.DrawnTeam, number: int) -> dict[str, Any]:
    return {"task": "J1", "entity": team.entity, "seat": number}


def test_who_is_away_gives_up_a_seat_and_another_takes_it(case: Case) -> None:
    team = case.record.draw("J1").teams[0]
    before = case.record.state()
    assert before.away == () and before.team("J1", team.entity) == suiji.AmendedTeam(
        team.entity, team.members, team.members[0], None, False, False
    )
    away = request(kind="away", inspectors=[team.members[0]])
    amendments = case.sealed.amend(case.record, [away])
    leaves = request(kind="substitute", seats=[seat(team, 0)], at="2024-09-05T10:00:00+08:00")
    amendments = case.sealed.amend(case.record, [leaves], earlier=amendments)
    first, second = amendments
    assert first == (case.record.digest, away["at"], "样例局长", "样例理由", suiji.Away((team.members[0],)))
    assert second.at == leaves["at"] and isinstance(second.change, suiji.Substitute)
    (change,) = second.change.seats
    assert (change.task, change.entity, change.seat) == ("J1", team.entity, 0)
    assert change.leaves == team.members[0] and change.inspector not in (None, *team.members)
    after = amendments.state(case.record)
    assert after.away == (team.members[0],)
    amended = after.team("J1", team.entity)
    assert amended is not None and amended.seats == (change.inspector, team.members[1])
    assert amended.lead == change.inspector
    assert after.seats_held(change.leaves) == before.seats_held(change.leaves) - 1
    assert sum(after.seats_held(f"Z-{n}") for n in range(1, 6)) == 8 and after.seats_held("Z-9") == 0
    held = before.seats_of(change.leaves)
    assert held[0] == seat(team, 0) and len(held) == before.seats_held(change.leaves)
    assert after.seats_of(change.leaves) == held[1:] and after.seats_of("Z-9") == []
    gone = case.sealed.amend(case.record, [away, request(kind="substitute", seats=held)])
    assert gone.state(case.record).seats_held(change.leaves) == 0
    back = case.sealed.amend(
        case.record, [request(kind="back", inspectors=[change.leaves], at=second.at)], earlier=amendments
    )
    assert isinstance(back[-1].change, suiji.Back) and back.state(case.record).away == ()
    with pytest.raises(IndexError):
        back[3]


def test_a_reserve_is_visited_in_addition(case: Case) -> None:
    draw = case.record.draw("J1")
    closed = draw.teams[1].entity
    amendments = case.sealed.amend(case.record, [request(kind="reserve", task="J1", entity=closed)])
    change = amendments[0].change
    assert isinstance(change, suiji.Reserve)
    assert (change.task, change.entity, change.reserve) == ("J1", closed, draw.reserves[0].id)
    assert len(change.members) == 2 and (change.vacant, change.joins) == ((), None)
    state = amendments.state(case.record)
    *selected, used = state.teams("J1")
    assert [team.entity for team in selected if team.is_replaced] == [closed]
    assert (
        used
        == state.team("J1", change.reserve)
        == (change.reserve, change.members, change.members[0], None, True, False)
    )
    assert case.record.state().team("J1", change.reserve) is None
    with pytest.raises(KeyError, match="J9"):
        state.teams("J9")


def test_a_vacant_seat_is_filled_by_hand(case: Case) -> None:
    team = case.record.draw("J1").teams[0]
    everybody = [f"Z-{n}" for n in range(1, 6)]
    requests = [
        request(kind="away", inspectors=everybody),
        request(kind="substitute", seats=[seat(team, 1)]),
        request(kind="by_hand", inspector="G-7", **seat(team, 1)),
    ]
    vacant, filled = (case.sealed.amend(case.record, requests[:n]) for n in (2, 3))
    change = vacant[1].change
    assert isinstance(change, suiji.Substitute) and change.seats[0].inspector is None
    (left,) = (of for of in vacant.state(case.record).teams("J1") if of.entity == team.entity)
    assert left.seats == (team.members[0], None)
    assert filled[2].change == suiji.ByHand("J1", team.entity, 1, "G-7")
    assert filled.state(case.record).seats_held("G-7") == 1
    # The choice of the office is not drawn, and the report says so.
    report = suiji.verify(case.record, amendments=filled, **case.sealed.inputs._asdict())
    assert report.verdict == "holds" and "trust.amendments" in [trust.id for trust in report.trust]


def test_requests_that_do_not_fit_are_refused_with_their_place(case: Case) -> None:
    good = request(kind="away", inspectors=["Z-1"])
    for wrong, path in (
        (request(kind="back", inspectors=["Z-2"]), "$[1]"),
        (request(kind="away", inspectors=["Z-1"]), "$[1]"),
        (request(kind="reserve", task="J1", entity="F-99"), "$[1]"),
        (request(kind="reserve", task="J1"), "$[1]"),
        (request(kind="away", inspectors=["Z 1"]), "$[1].inspectors[0]"),
        (request(kind="away", inspectors=["Z-2"], at="2024-09-05"), "$[1].at"),
    ):
        with pytest.raises(suiji.InputError) as caught:
            case.sealed.amend(case.record, [good, wrong])
        assert (caught.value.kind, caught.value.faults[0].place.path) == ("amendments", path)
    with pytest.raises(suiji.InputError) as caught:
        case.sealed.amend(case.record, [{"kind": "away"}, {"kind": "moved"}])  # type: ignore[list-item]
    assert caught.value.fault_count > 4
    with pytest.raises(TypeError):
        case.sealed.amend(case.record, 5)  # type: ignore[arg-type]
    other = Case(secret="5f" * 32)
    with pytest.raises(suiji.InputError) as caught:
        case.amendments().state(other.record)
    assert caught.value.code == "amendments.other-record"
    with pytest.raises(suiji.InputError):
        case.sealed.amend(other.record, [good])


def test_amendments_are_verified_one_by_one(case: Case, tmp_path: Path) -> None:
    amendments, inputs = case.amendments(), case.sealed.inputs._asdict()
    path = tmp_path / "amendments.json"
    path.write_text(amendments.to_json(), "utf-8")
    read = suiji.Amendments.read(path)
    assert read == amendments and len(read) == 3 and read.record == case.record.digest
    report = suiji.verify(case.record, amendments=read, **inputs)
    report.require()
    of_amendments = [check for check in report.checks if check.id.startswith("amendments.")]
    assert {check.path for check in of_amendments} >= {f"$.amendments[{n}]" for n in range(3)}
    assert suiji.verify(case.record, amendments=read).verdict == "incomplete"
    # An inspector other than the one that the seed selects.
    changed = json.loads(amendments.to_json())
    seat = changed["amendments"][1]["seats"][0]
    team = case.record.state().team("J1", seat["entity"])
    assert team is not None
    others = {f"Z-{n}" for n in range(1, 6)} - {*team.seats, seat["inspector"]}
    seat["inspector"] = sorted(others)[0]
    report = suiji.verify(case.record, amendments=suiji.Amendments.from_json(json.dumps(changed)), **inputs)
    assert report.verdict == "fails"
    failed = {check.path for check in report.checks if check.outcome == "failed"}
    assert "$.amendments[1]" in failed and all(path.startswith("$.amendments") for path in failed)


def test_the_digest_of_the_last_amendment_fixes_all_before_it(case: Case) -> None:
    amendments = case.amendments()
    documents = json.loads(amendments.to_json())["amendments"]
    for hash in ("sha256", "sm3"):
        assert len(amendments.digest(hash)) == 64
    digests = [hashlib.sha256(suiji.canonical_json(json.dumps(one))).hexdigest() for one in documents]
    assert amendments.digest("sha256") == digests[-1]
    assert [one.previous for one in amendments] == [case.record.digest, *digests[:-1]]
