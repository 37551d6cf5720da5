"""Section 9: makes amendments from the requests of an office. Who steps in follows from the seed [M3, M4]."""
from .forms import full
from .seats import cap_of, joins, kinds_of
from .state import State
from .text import jcs, need


class Amending(State):
    """[M1] The state with the inputs, so that amendments can be made. `sealed` is the sealed case of the record."""

    def __init__(self, sealed, record):
        super().__init__(record, sealed.inputs.roster, sealed.inputs.history)
        self.sealed, self.S = sealed, bytes.fromhex(record["seed"])
        self.task = {task.plan["id"]: task for task in sealed.tasks}
        self.used_ranks = []                                                     # of the last amendment, for a trace

    def load(self, v) -> int:
        """[T3] with the seats held now."""
        held = sum(team.seats.count(v) for team in self.teams.values() if team.joins is None)
        return self.roster[v].get("load", 0) + held

    def below_cap(self, v, more=0) -> bool:
        return self.load(v) + more < cap_of(self.sealed.inputs.plan, self.roster[v])

    def ranked(self, task, entity) -> list:
        """[M3] All candidates of a team in the order of their ranks."""
        ranks, key, used = self.task[task].seats.ranked(self.sealed.H, self.S, entity)
        self.used_ranks.append({"task": task, "entity": entity, "key": key.hex(), "words": used, "ranked": ranks})
        return ranks

    def make(self, request) -> dict:
        """The amendment that a request makes. It changes nothing: see apply()."""
        self.used_ranks = []
        ways = {"substitute": self.make_substitute, "reserve": self.make_reserve}
        return {**ways.get(request["kind"], dict)(request), "previous": self.previous}

    def make_substitute(self, request) -> dict:                                  # [M3]
        held = [(seat, self.held_by(seat)) for seat in request["seats"]]
        for seat, holder in held:
            need(holder is not None, f"{seat['task']}, {seat['entity']}: seat {seat['seat']} is vacant")
        leaving, taken, seats = {holder for _, holder in held}, [], []
        for seat, holder in sorted(held, key=lambda one: self.place(one[0])):
            task, entity, n = seat["task"], seat["entity"], seat["seat"]
            team = self.team(task, entity)
            inside = [*team.seats, *team.left, *(v for *where, v in taken if where == [task, entity])]
            may_sit = self.task[task].seats.may_sit(entity)[n]
            new = [v for *_, v in taken]
            able = [v for v in self.ranked(task, entity) if v in may_sit and v not in inside and v not in leaving
                    and v not in self.away and self.below_cap(v, new.count(v))]
            best = min(able, key=lambda v: self.load(v) + new.count(v), default=[])                  # of equals the first
            if able: taken.append((task, entity, best))
            seats.append(full({"task": task, "entity": entity, "seat": n, "leaves": holder, "inspector": best}))
        return {**request, "seats": seats}

    def joins_now(self, task, entity):
        """[M4] The first task in the plan whose team also inspects a reserve for `task`."""
        plan = self.sealed.inputs.plan
        for other in self.task:
            team = self.teams.get((other, entity))
            if (other != task and team and team.joins is None
                    and joins(plan, self.task[task].plan, self.task[other].plan)): return other

    def make_reserve(self, request) -> dict:                                     # [M4]
        task, reserve = request["task"], self.next_reserve(request["task"], request["entity"])["id"]
        other, seats, ranks = self.joins_now(task, reserve), [], []
        if self.task[task].seats is None: return {**request, "reserve": reserve}
        if other is not None:
            seats = self.teams[other, reserve].seats[:len(kinds_of(self.task[task].plan))]
        else:
            ranks = self.ranked(task, reserve)
            for may_sit in self.task[task].seats.may_sit(reserve):               # [T4.4]
                able = [v for v in ranks if v in may_sit and v not in seats and v not in self.away and self.below_cap(v)]
                seats.append(min(able, key=self.load, default=None))
        return full({**request, "reserve": reserve, "members": [v for v in seats if v],
                     "vacant": [n for n, v in enumerate(seats) if not v], "joins": other or []})


def amend(sealed, record, requests, trace=None) -> dict:
    """[M1] The document of amendments that is made from the requests: all of them or none."""
    state, made = Amending(sealed, record), []
    need(requests, "there are no requests")
    first = state.previous
    for request in requests:
        amendment = state.make(request)
        state.apply(amendment)
        made.append(amendment)
        if trace is not None:
            trace.append({"jcs": jcs(amendment).decode(), "digest": state.previous, "away": sorted(state.away),
                          "loads": {v: state.load(v) for v in state.roster}, "ranks": state.used_ranks,
                          "left": {key: sorted(team.left) for key, team in state.teams.items() if team.left}})
    return {"spec": "suiji-v1", "record": first, "amendments": made}


def request_of(amendment) -> dict:
    """The request from which an amendment was made."""
    kept = {key: amendment[key] for key in amendment if key not in ("previous", "reserve", "members", "vacant", "joins")}
    if amendment["kind"] == "substitute":
        kept["seats"] = [{key: seat[key] for key in ("task", "entity", "seat")} for seat in amendment["seats"]]
    return kept
