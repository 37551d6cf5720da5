"""Section 7, after the seed: fills seats [T4], lists members [T5], balances loads [T6] and joins visits [T7]."""
from collections import deque

from .forms import full
from .hashing import derive
from .seats import cap_of, joins, kinds_of


class Staffing:
    """Staffs the selected entities of a draw. A seat is (task, list place, seat number), each counted from 0."""

    def __init__(self, sealed, S, draws, trace):
        self.sealed, self.S, self.trace = sealed, S, trace
        plan, _, roster, _ = sealed.inputs
        self.cap = {v: cap_of(plan, row) for v, row in roster.items()}           # [T3]
        self.base = {v: row.get("load", 0) for v, row in roster.items()}
        self.holder, self.held, self.ranked, self.dead = {}, {v: set() for v in roster}, {}, set()
        self.places = [{row["id"]: place for place, row in enumerate(d["selected"])} for d in draws]
        for n, task in enumerate(sealed.tasks):                                  # in plan order
            for e, place in self.places[n].items() if task.seats else (): self.staff(n, e, place)
        self.trace["loads"].append(self.loads())
        self.balance()
        self.trace["loads"].append(self.loads())

    def load(self, v) -> int:
        """[T3]"""
        return self.base[v] + len(self.held[v])

    def loads(self) -> dict:
        return {v: self.load(v) for v in self.held}

    def first(self, n, e):
        """[T7] The first earlier task whose team also visits `e` for task `n`, or None."""
        plan, tasks = self.sealed.inputs.plan, self.sealed.tasks
        return next((m for m in range(n) if e in self.places[m] and joins(plan, tasks[n].plan, tasks[m].plan)), None)

    def staff(self, n, e, place):
        """[T4]"""
        if self.first(n, e) is not None: return                                  # [T7]
        seats = self.sealed.tasks[n].seats
        may_sit = seats.may_sit(e)
        ranks, key, used = seats.ranked(self.sealed.H, self.S, e)
        self.trace["teams"].append({"task": seats.id, "entity": e, "key": key.hex(), "words": used, "ranked": ranks})
        team = [(n, place, seat) for seat in range(len(may_sit))]
        for x, who in zip(team, map(frozenset, may_sit)): self.ranked[x] = [v for v in ranks if v in who]
        for x in team:
            able = [v for v in self.ranked[x] if self.load(v) < self.cap[v] and not self.in_team(v, x)]
            if able: self.move(min(able, key=self.load), x, {x: None}, "seat")   # [T4.4] min() returns the first
            else: self.search([x], lambda v: self.load(v) < self.cap[v], "chain")    # [T4.6] x may stay vacant

    def in_team(self, v, x) -> list:
        """The seat that `v` holds in the team of seat `x`, in a list, or nothing."""
        return [y for y in self.held[v] if y[:2] == x[:2]]

    def move(self, v, x, reached, how):
        """[T4.5] v takes seat x, and its holder moves on along the chain that led to x."""
        chain = []
        while True:
            w, self.holder[x] = self.holder.get(x), v
            self.held[v].add(x)
            if w is not None: self.held[w].remove(x)
            chain.append((v, x))
            if reached[x] is None: break
            v, x = reached[x]
        self.trace["moves"].append((how, chain))

    def search(self, start, free, how) -> bool:
        """[T4.5] `reached` has for each queued seat the move (w, x′) that leads on: w moves from it to x′."""
        reached, queue, expanded = dict.fromkeys(start), deque(start), set()
        while queue:
            x = queue.popleft()
            for v in self.ranked[x]:
                seats = self.in_team(v, x)
                if not seats:
                    if free(v):
                        self.move(v, x, reached, how)
                        return True
                    if v in expanded: continue
                    expanded.add(v)
                    seats = sorted(self.held[v])
                for y in seats:
                    if y not in reached and y not in self.dead:
                        reached[y] = v, x
                        queue.append(y)
        self.dead.update(reached)                            # what a failed search reached is skipped later, [T4]
        return False

    def balance(self):
        """[T6]"""
        B = derive(self.sealed.H, "balance", self.S)
        order = {v: (self.sealed.H(B + v.encode()), v) for v in self.held}
        unsettled = set(self.held)
        while unsettled:
            u = min(unsettled, key=lambda v: (-self.load(v), order[v]))
            most = self.load(u) - 2
            start = [x for x in sorted(self.held[u]) if x not in self.dead]
            if not self.search(start, lambda v: self.load(v) < self.cap[v] and self.load(v) <= most, "balance"):
                unsettled.remove(u)

    def team(self, n, e) -> dict:
        """[T5]"""
        first, size = self.first(n, e), len(kinds_of(self.sealed.tasks[n].plan))
        at = n if first is None else first
        who = [self.holder.get((at, self.places[at][e], seat)) for seat in range(size)]
        return full({"entity": e, "members": [v for v in who if v], "vacant": [n for n, v in enumerate(who) if not v],
                     "joins": [] if first is None else self.sealed.tasks[first].plan["id"]})         # [T7]

    def teams(self) -> list:
        """For each task its teams, in the order of the selected entities."""
        return [[self.team(n, e) for e in self.places[n]] if task.seats else []
                for n, task in enumerate(self.sealed.tasks)]
