"""Section 7, the part that is known before the seed: seats [T1], who may sit in them [T2], caps [T3], one visit [T7]."""
import functools
from collections import defaultdict

from .hashing import derive, keystream, shuffle
from .inputs import seats_of
from .text import need


def kinds_of(task) -> list:
    """The fields of a seat that [T1] and [T7] compare."""
    return [(seat["department"], seat.get("expert", False), frozenset(seat.get("skills", ()))) for seat in seats_of(task)]


def end_of(plan, task):
    """[T2] The end of the task's window or, if it has none, of the plan's window. None if both are missing."""
    return task.get("window", plan.get("window", {})).get("to")


def joins(plan, task, other) -> bool:
    """[T7] Whether the teams of `other` also inspect for `task` if both have the same entity."""
    def visit(t):
        team = t.get("team", {})
        return (t.get("coordination"), team.get("lead_required"), team.get("district"), team.get("rotation_from"),
                end_of(plan, t))
    kinds = kinds_of(task)
    return ("team" in task and "coordination" in task and visit(task) == visit(other)
            and kinds_of(other)[:len(kinds)] == kinds)


def cap_of(plan, inspector) -> int:
    """[T3]"""
    return min(x.get("max_load", 2 ** 53) for x in (plan, inspector))


def team_rule(plan, task, roster):
    """[T1] What a task with `team` requires of the roster. (seats_rule checks the rest.)"""
    for n, kind in enumerate(kinds_of(task)):
        need(any(fits(v, kind) for v in roster.values()), f"task {task['id']}: nobody in the roster fits seat {n} (from 0)")
    need(end_of(plan, task) or not any("valid_to" in v for v in roster.values()),
         f"task {task['id']}: certificates have a last day, but the window has no end")


def fits(inspector, kind) -> bool:
    """[T1] Department, `expert` and skills."""
    department, expert, skills = kind
    return (inspector["department"] == department and inspector.get("expert", False) == expert
            and skills <= set(inspector.get("skills", ())))


class Seats:
    """Who may sit in the teams of one task."""

    def __init__(self, inputs, task):
        plan, self.registry, roster, history = inputs
        self.rule, self.id, until = task["team"], task["id"], end_of(plan, task)
        self.able = [[v for v in roster.values() if fits(v, kind)                                    # [T2]
                      and ("valid_to" not in v or v["valid_to"] >= until)
                      and (n > 0 or "lead" in v or "lead_required" not in self.rule)]
                     for n, kind in enumerate(kinds_of(task))]
        self.barred, self.known = defaultdict(set), {}
        for v in roster.values():
            for e in v.get("recuse", ()): self.barred[e].add(v["id"])
        for visit in history if "rotation_from" in self.rule else ():
            if visit["date"] >= self.rule["rotation_from"]:
                self.barred[visit["entity"]].update(visit.get("inspectors", ()))

    def near(self, home, there) -> bool:
        """[T2] `district`."""
        if "district" not in self.rule: return True
        return bool(home and there) and ((home.startswith(there) or there.startswith(home))
                                         == (self.rule["district"] == "same"))

    def may_sit(self, e) -> tuple:
        """[T2] For each seat, the inspectors who may sit in it, sorted by id."""
        home, barred = self.registry[e].get("district"), frozenset(self.barred.get(e, ()))
        if (home, barred) not in self.known:
            self.known[home, barred] = tuple(
                tuple(v["id"] for v in seat if v["id"] not in barred and self.near(home, v.get("district")))
                for seat in self.able)
        return self.known[home, barred]

    def ranked(self, H, S, e):
        """[T4.1] to [T4.3]: the candidates in the order of their ranks, the key, and the words that were read."""
        candidates = sorted(set().union(*self.may_sit(e)))
        key, used = derive(H, "team", S, self.id.encode(), e.encode()), []
        return shuffle(keystream(key, used), candidates), key, used


def short_of(inputs, frame, seats) -> int:
    """[S5] How many entities of a frame have seats that cannot all be filled by different inspectors."""
    free = {v["id"] for v in inputs.roster.values() if v.get("load", 0) < cap_of(inputs.plan, v)}
    full = functools.lru_cache(maxsize=None)(lambda may_sit: can_fill([[v for v in who if v in free] for who in may_sit]))
    return sum(not full(seats.may_sit(row["id"])) for row in frame)


def can_fill(seats) -> bool:
    """[S5] Whether each seat can have its own inspector, by augmenting paths."""
    holds = {}

    def place(n, tried):
        for v in seats[n]:
            if v in tried: continue
            tried.add(v)
            if v not in holds or place(holds[v], tried):
                holds[v] = n
                return True
        return False
    return all(place(n, set()) for n in range(len(seats)))
