"""Section 9 on a small case with only one possible result: three tasks share their tickets and visits."""
import json
import unittest

from cases import Refused, case, draw
from suiji_ref import amend, state

TEAM = {"seats": [{"department": "局", "count": 2}]}


def small(inspectors=6):
    """J1 and J2 select one entity, J3 selects three by the same order of tickets."""
    tasks = [{"id": id, "name": "抽查", "coordination": "g", "quota": {"count": count}, "reserves": reserves, "team": TEAM}
             for id, count, reserves in (("J1", 1, 2), ("J2", 1, 2), ("J3", 3, 0))]
    rows = {"registry": [{"id": f"E{n}", "name": "样例企业"} for n in range(4)], "history": [],
            "roster": [{"id": f"P{n}", "name": "样例人员", "department": "局"} for n in range(inspectors)]}
    sources = [{"kind": "live", "by": "witness", "name": "骰子", "parts": [{"count": 20, "from": 1, "to": 6}]}]
    documents = {"plan.json": {"title": "样例计划", "authority": "样例局", "year": 2024, "tasks": tasks},
                 "ceremony.json": {"sealed_at": "2024-09-02T09:00:00+08:00", "sources": sources}}
    files = {name: json.dumps(value).encode() for name, value in documents.items()}
    files.update({f"{name}.jsonl": "\n".join(map(json.dumps, rows[name])).encode() for name in rows})
    sealed = case.seal_case(files)
    given = [{"kind": "live", "numbers": [[1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2]]}]
    return sealed, draw.draw(sealed, {"commitment": sealed.digest.hex(), "contributions": given})


def request(kind, at="2024-09-03T09:00:00+08:00", **fields):
    return {"kind": kind, "at": at, "approved_by": "样例", "reason": "样例", **fields}


class Amendments(unittest.TestCase):
    def setUp(self):
        self.sealed, self.record = small()
        first, second = self.record["draws"][0]["selected"], self.record["draws"][0]["reserves"]
        self.e0, self.e1, self.e2 = [row["id"] for row in first + second]
        self.members = {d["task"]: {t["entity"]: t for t in d["teams"]} for d in self.record["draws"]}

    def made(self, *requests):
        asked = state.read_requests(json.dumps(requests).encode())
        return amend.amend(self.sealed, self.record, asked)["amendments"]

    def refuse(self, words, *requests):
        if requests[:-1]: self.made(*requests[:-1])
        with self.assertRaisesRegex(Refused, words): self.made(*requests)

    def test_the_case_is_what_it_should_be(self):
        self.assertEqual(self.members["J2"][self.e0]["joins"], "J1")
        self.assertEqual(self.members["J3"][self.e0]["joins"], "J1")
        self.assertNotIn("joins", self.members["J3"][self.e1])

    def test_a_reserve_joins_a_later_task_and_never_a_team_that_joins(self):
        own = self.members["J3"][self.e1]["members"]
        made = self.made(request("reserve", task="J1", entity=self.e0), request("reserve", task="J2", entity=self.e0))
        for one in made:
            self.assertEqual((one["reserve"], one["joins"], one["members"]), (self.e1, "J3", own))
            self.assertNotIn("vacant", one)

    def test_seats_change_where_they_are(self):
        reserve, seat = request("reserve", task="J1", entity=self.e0), {"task": "J3", "entity": self.e1, "seat": 1}
        made = self.made(reserve, request("substitute", seats=[seat]), request("reserve", task="J2", entity=self.e0))
        new = made[1]["seats"][0]
        self.assertEqual(new["leaves"], self.members["J3"][self.e1]["members"][1])
        self.assertEqual(made[2]["members"], [self.members["J3"][self.e1]["members"][0], new["inspector"]])
        joined = {**seat, "task": "J1"}
        self.refuse("the seats are those of task J3", reserve, request("substitute", seats=[joined]))

    def test_reserves_in_order_each_entity_once(self):
        one, two = (request("reserve", task="J1", entity=e) for e in (self.e0, self.e1))
        self.assertEqual([a["reserve"] for a in self.made(one, two)], [self.e1, self.e2])
        self.refuse("used for it before", one, one)
        self.refuse("neither selected nor a used reserve", two)
        self.refuse("no reserve left", one, two, request("reserve", task="J1", entity=self.e2))
        self.refuse("neither selected", request("reserve", task="J9", entity=self.e0))

    def test_who_is_away_takes_no_seat_until_back(self):
        team = self.members["J1"][self.e0]["members"]
        others = [v for v in self.sealed.inputs.roster if v not in team]
        leave = request("substitute", seats=[{"task": "J1", "entity": self.e0, "seat": 0}])
        away, back = request("away", inspectors=others[::-1]), request("back", inspectors=others[:1])
        made = self.made(away, leave)
        self.assertEqual(made[0]["inspectors"], others)
        self.assertNotIn("inspector", made[1]["seats"][0])
        self.assertEqual(self.made(away, back, leave)[2]["seats"][0]["inspector"], others[0])
        self.refuse("is away, or is not", away, away)
        self.refuse("is away, or is not", back)
        self.refuse("is not in the roster", request("away", inspectors=["P9"]))
        self.refuse("duplicate", request("away", inspectors=["P1", "P1"]))

    def test_by_hand(self):
        where = {"task": "J1", "entity": self.e0, "seat": 0}
        others = [v for v in self.sealed.inputs.roster if v not in self.members["J1"][self.e0]["members"]]
        empty = [request("away", inspectors=others), request("substitute", seats=[where])]
        left, stays = self.members["J1"][self.e0]["members"]
        for v in ("X-1", others[0], left):
            self.assertEqual(self.made(*empty, request("by_hand", inspector=v, **where))[2]["inspector"], v)
        self.refuse("holds another seat", *empty, request("by_hand", inspector=stays, **where))
        self.refuse("but for letter case", *empty, request("by_hand", inspector=stays.lower(), **where))
        self.refuse("is not vacant", request("by_hand", inspector="X-1", **where))
        self.refuse("is vacant", *empty, request("substitute", seats=[where]))
        self.refuse("no seat 2", *empty, request("by_hand", inspector="X-1", **{**where, "seat": 2}))

    def test_times_are_compared_as_instants(self):
        away = request("away", at="2024-09-02T02:00:00+01:00", inspectors=["P0"])
        self.made(away)
        self.refuse("earlier", {**away, "at": "2024-09-02T09:30:00+09:00"})
        back = request("back", at="2024-09-02T10:30:00+09:00", inspectors=["P0"])
        self.refuse("earlier", {**away, "at": "2024-09-02T10:00:00+08:00"}, back)

    def test_seats_of_one_substitution(self):
        seats = [{"task": "J3", "entity": self.e1, "seat": n} for n in (1, 0)]
        made = self.made(request("substitute", seats=seats))[0]["seats"]
        self.assertEqual([seat["seat"] for seat in made], [0, 1])
        self.assertTrue({seat["inspector"] for seat in made}.isdisjoint(seat["leaves"] for seat in made))
        self.refuse("twice", request("substitute", seats=[seats[0], seats[0]]))
        self.refuse("no such team", request("substitute", seats=[{**seats[0], "entity": "E9"}]))


if __name__ == "__main__":
    unittest.main()
