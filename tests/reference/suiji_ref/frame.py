"""Section 3: the frame of a task [F1] to [F3], and the take of each stratum [F4]."""
from collections import defaultdict
from fractions import Fraction

from .inputs import class_ids, limits_of
from .text import down, need, up


def matches(row, scope) -> bool:
    """[F1]"""
    return (row.get("status") != "inactive"
            and ("categories" not in scope or not set(scope["categories"]).isdisjoint(row.get("categories", ())))
            and ("districts" not in scope or row.get("district", "").startswith(tuple(scope["districts"])))
            and ("industries" not in scope or row.get("industry", "").startswith(tuple(scope["industries"])))
            and ("established_before" not in scope
                 or "established" in row and row["established"] < scope["established_before"]))


def counts(visit, limit, year) -> bool:
    """[F2] Whether a history row counts for a limit of the plan."""
    first = limit.get("from", f"{year}-01-01")
    return ("kind" not in visit and first <= visit["date"] <= f"{year}-12-31"
            and ("by" not in limit or "by" not in visit or not set(limit["by"]).isdisjoint(visit["by"])))


def visited(plan, history, limit, task) -> set:
    """[F2] The entities that have reached the visits that a limit allows. `task` is None for a limit of the plan."""
    days = defaultdict(set)
    for visit in history:
        if task in (None, visit["task"]) and counts(visit, limit, plan["year"]): days[visit["entity"]].add(visit["date"])
    return {e for e in days if len(days[e]) >= limit["visits"]}


def frame_of(plan, registry, history, task):
    """The leaves of the frame and of the excluded."""
    limits = [(limit, visited(plan, history, limit, task["id"] if own else None))
              for limit, own in limits_of(plan, task)]
    risk, frame, excluded = task.get("risk", {}), [], []

    def reason(row):                                                             # [F2] the first that applies
        if "exempt" in row and task["id"] in row.get("exempt_from", [task["id"]]): return "exempt"
        rated = row.get("class", risk.get("unrated_as"))
        for limit, full in limits:
            if row["id"] in full and ("classes" not in limit or rated in limit["classes"]): return limit["id"]

    for row in registry.values():
        if not matches(row, task.get("scope", {})): continue
        why = reason(row)
        if why: excluded.append({"id": row["id"], "reason": why})
        else:                                                                    # [F3]
            stratum = row.get("class", risk.get("unrated_as")) if "risk" in task else "all"
            frame.append({"id": row["id"], "stratum": stratum})
    unrated = [row["id"] for row in frame if row["stratum"] is None]
    need(not unrated, f"task {task['id']}: entities without a class, and no unrated_as: {', '.join(unrated)[:1000]}")
    need(frame, f"task {task['id']}: the frame is empty")
    return frame, excluded


def reasons_of(plan, task, excluded) -> list:
    """[S3a] How many are excluded for each reason, in the order of [F2]."""
    found = [row["reason"] for row in excluded]
    order = ["exempt", *(limit["id"] for limit, _ in limits_of(plan, task))]
    return [{"reason": r, "size": found.count(r)} for r in order if r in found]


def sizes_of(plan, task, frame) -> dict:
    """[F3] The strata that exist, in the order of the classes, with their sizes."""
    found = [row["stratum"] for row in frame]
    return {c: found.count(c) for c in (class_ids(plan) if "risk" in task else ["all"]) if c in found}


def target(quota, n) -> int:
    """[F4.2] T."""
    if "at_least" in quota: T = max(up(quota["at_least"], n), quota.get("min", 0))
    elif "at_most" in quota: T = min(down(quota["at_most"], n), quota.get("max", n))
    elif "exactly" in quota: T = up(quota["exactly"], n)
    else: T = quota.get("count", 0)
    return min(T, n)


def allocate(task, N: dict) -> list:
    """[F4] The take of each stratum; `N` has the sizes by stratum."""
    at, risk, quota = f"task {task['id']}:", task.get("risk", {}), task.get("quota", {})
    minimum, maximum, weights = (risk.get(key, {}) for key in ("minimum", "maximum", "weights"))
    take = {c: up(minimum[c], N[c]) if c in minimum else 0 for c in N}           # [F4.1]
    most = {c: down(maximum[c], N[c]) if c in maximum else N[c] for c in N}
    need(all(take[c] <= most[c] for c in N), f"{at} a minimum is above the maximum of its class")
    T = target(quota, sum(N.values()))                                           # [F4.2]
    need(not {"at_most", "exactly", "count"} & set(quota) or sum(take.values()) <= T,
         f"{at} the minimums exceed the quota")
    for _ in range(T - sum(take.values())):                                      # [F4.3]
        can = [c for c in N if take[c] < most[c]]
        need(can, f"{at} the maximums do not allow the quota")
        never = [c for c in can if not take[c]]                                  # infinite if s_c is 0
        best = never[0] if never else max(can, key=lambda c: Fraction(weights.get(c, 1) * N[c], take[c]))
        take[best] += 1                                                          # max() returns the first
    return [{"stratum": c, "size": N[c], "take": take[c]} for c in N]            # [F4.4]
