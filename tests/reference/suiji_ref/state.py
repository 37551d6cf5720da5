"""Section 9: the document of amendments [M1], and the state after record and amendments, without the inputs [M6]."""
from .draw import digest
from .forms import Kinds, read
from .hashing import SUITES
from .text import choice, hex32, ident, instant, integer, jcs, need, parse, text, time

DECIDED = {"kind": text, "at": time, "approved_by": text, "reason": text}
WHERE = {"task": ident, "entity": ident}
SEAT = integer(0, 19)


def kinds(given, chosen):
    """[M1] The five kinds, with the fields that a request gives and the fields that follow from the rules."""
    chosen = chosen or {"seat": {}, "reserve": {}}
    return Kinds(away={**given, "inspectors": {ident}}, back={**given, "inspectors": {ident}},
                 substitute={**given, "seats": [{**WHERE, "seat": SEAT, **chosen["seat"]}]},
                 reserve={**given, **WHERE, **chosen["reserve"]},
                 by_hand={**given, **WHERE, "seat": SEAT, "inspector": ident})


AMENDMENT = kinds({**DECIDED, "previous": hex32}, {
    "seat": {"leaves": ident, "inspector?": ident},
    "reserve": {"reserve": ident, "members?": [ident], "vacant?": [SEAT], "joins?": ident}})
AMENDMENTS = {"spec": choice("suiji-v1"), "record": hex32, "amendments": [AMENDMENT]}                # [M1]
REQUESTS = [kinds(DECIDED, None)]          # requests of an office: amendments without the fields that follow from the rules


def read_requests(data: bytes) -> list:
    return read(REQUESTS, parse(data, "requests"), "requests")


def seats_from(members, vacant) -> list:
    """[T5] The holders of the seats of a team, None for a vacant seat."""
    size, members = len(members) + len(vacant), iter(members)
    need(vacant == sorted(set(vacant)) and all(n < size for n in vacant), "vacant seats are not in order", vacant)
    seats = [None if n in vacant else next(members) for n in range(size)]
    held = [v for v in seats if v]
    need(len(set(held)) == len(held), "an inspector has two seats of one team", held)
    return seats


class Team:
    """`seats` are holders or None. If `joins` names a task, its team of the same entity has the seats."""

    def __init__(self, seats, joins=None):
        self.seats, self.joins, self.left = seats, joins, set()


class State:
    """[M1] Who holds which seat, which reserves are used, who is away, who left which team."""

    def __init__(self, record, roster=None, history=()):
        commitment, draws = record["commitment"], record["draws"]
        self.H, self.roster = SUITES[commitment["hash"]], roster
        self.previous, self.at = digest(record).hex(), instant(commitment["sealed_at"])              # [M1]
        self.coordination = {t["id"]: t.get("coordination") for t in commitment["tasks"]}
        self.stratum = {d["task"]: {row["id"]: row["stratum"] for row in d.get("selected", ())} for d in draws}
        self.listed = {task: [*rows] for task, rows in self.stratum.items()}     # selected, then used reserves [M3]
        self.unused = {d["task"]: [*d.get("reserves", ())] for d in draws}
        self.teams = {(d["task"], t["entity"]): Team(seats_from(t.get("members", []), t.get("vacant", [])), t.get("joins"))
                      for d in draws for t in d.get("teams", ())}
        self.away, self.not_inspected = set(), set()
        members = [v for team in self.teams.values() for v in team.seats if v]
        self.names = {v.lower(): v for v in [*(roster or ()), *members,          # [M5]
                                             *(v for visit in history for v in visit.get("inspectors", ()))]}

    def size_of(self, task):
        """How many seats a team of a task has, or None for a task without teams."""
        return next((len(team.seats) for (t, _), team in self.teams.items() if t == task), None)

    def team(self, task, entity) -> Team:
        """[M2] The team that an amendment names. It has its own seats."""
        need((task, entity) in self.teams, f"{task}, {entity}: there is no such team")
        team = self.teams[task, entity]
        need(team.joins is None, f"{task}, {entity}: the seats are those of task {team.joins}")
        return team

    def place(self, seat):
        """[M3] The order of the seats of a substitution."""
        return [*self.coordination].index(seat["task"]), self.listed[seat["task"]].index(seat["entity"]), seat["seat"]

    def held_by(self, seat):
        """Who holds a seat, given as {task, entity, seat}. None if it is vacant."""
        seats = self.team(seat["task"], seat["entity"]).seats
        need(seat["seat"] < len(seats), f"{seat['task']}, {seat['entity']}: there is no seat {seat['seat']}")
        return seats[seat["seat"]]

    def apply(self, amendment):
        """[M6] Refuses an amendment that does not fit this state. Otherwise, the amendment changes the state."""
        at = instant(amendment["at"])
        need(amendment["previous"] == self.previous, "previous is not the digest before", amendment["previous"])
        need(at >= self.at, "at is earlier than the amendment before, or than the sealing", amendment["at"])
        {"away": self.leave, "back": self.come_back, "substitute": self.substitute, "reserve": self.use_reserve,
         "by_hand": self.by_hand}[amendment["kind"]](amendment)
        self.previous, self.at = self.H(jcs(amendment)).hex(), at

    def absence(self, amendment):
        """[M3] The inspectors of an absence or return."""
        for v in amendment["inspectors"]:
            need(self.roster is None or v in self.roster, f"{v} is not in the roster")
            need((v in self.away) == (amendment["kind"] == "back"), f"{amendment['kind']}: {v} is away, or is not, already")
        return amendment["inspectors"]

    def leave(self, amendment): self.away.update(self.absence(amendment))

    def come_back(self, amendment): self.away.difference_update(self.absence(amendment))

    def substitute(self, amendment):                                             # [M3]
        seats = amendment["seats"]
        for seat in seats:
            holder = self.held_by(seat)
            need(holder is not None, f"{seat['task']}, {seat['entity']}: seat {seat['seat']} is vacant")
            need(holder == seat["leaves"], f"{seat['leaves']} does not hold seat {seat['seat']}, but {holder}")
        places, leaving = [self.place(seat) for seat in seats], {seat["leaves"] for seat in seats}
        need(places == sorted(set(places)), "the seats are not in order, or a seat is there twice")
        for seat in seats:
            team, v = self.team(seat["task"], seat["entity"]), seat.get("inspector")
            need(v not in leaving and v not in self.away, f"{v} leaves a seat, or is away")
            need(v is None or v not in team.seats and v not in team.left, f"{v} is in this team, or has left it")
            team.seats[seat["seat"]] = v
        for seat in seats: self.team(seat["task"], seat["entity"]).left.add(seat["leaves"])

    def next_reserve(self, task, entity):
        """[M4] Uses the reserve that is visited too."""
        need(entity in self.stratum.get(task, ()), f"{task}, {entity}: neither selected nor a used reserve")
        need((task, entity) not in self.not_inspected, f"{task}, {entity}: a reserve was used for it before")
        rows = [row for row in self.unused[task] if row["stratum"] == self.stratum[task][entity]]
        need(rows, f"{task}, {entity}: its stratum has no reserve left")
        return rows[0]

    def use_reserve(self, amendment):                                                # [M4]
        task, entity, size = amendment["task"], amendment["entity"], self.size_of(amendment["task"])
        row, other = self.next_reserve(task, entity), amendment.get("joins")
        need(amendment["reserve"] == row["id"], f"{task}, {entity}: expected the reserve {row['id']}", amendment["reserve"])
        seats = seats_from(amendment.get("members", []), amendment.get("vacant", []))
        need(len(seats) == (size or 0), f"{task}: expected {size or 0} seats, found {len(seats)}")
        if other is not None:
            need(size and other != task and self.coordination[task] is not None
                 and self.coordination.get(other) == self.coordination[task], f"{task}: its teams cannot join {other}")
            need(self.team(other, row["id"]).seats[:size] == seats, f"{other}, {row['id']}: the team has other members")
        else:
            need(self.away.isdisjoint(seats), f"{task}, {row['id']}: a member is away")
        if size: self.teams[task, row["id"]] = Team(seats, other)
        self.unused[task].remove(row)
        self.listed[task].append(row["id"])
        self.stratum[task][row["id"]] = row["stratum"]
        self.not_inspected.add((task, entity))

    def by_hand(self, amendment):                                                # [M5]
        v, team = amendment["inspector"], self.team(amendment["task"], amendment["entity"])
        need(self.held_by(amendment) is None, f"by hand: seat {amendment['seat']} is not vacant")
        need(v not in team.seats, f"by hand: {v} holds another seat of this team")
        need(self.names.get(v.lower(), v) == v, f"by hand: {self.names.get(v.lower())} is equal to {v} but for letter case")
        self.names[v.lower()] = v
        team.seats[amendment["seat"]] = v
