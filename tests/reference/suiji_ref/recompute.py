"""Section 10: what plan, registry, history and roster show about a record or public form, one by one [V1]."""
from collections import defaultdict

from .draw import digest, public_form, select
from .forms import full
from .frame import allocate
from .hashing import SUITES
from .inputs import agree, class_ids, limits_of, seats_of
from .seats import joins
from .sheet import Sealed, task_of, task_on_sheet
from .sources import seed_of
from .teams import Staffing
from .text import Refused, jcs
from .tree import Trees


def check_plan(checks, document, plan):
    """[V1] With the plan."""
    commitment = document["commitment"]
    H, tasks = SUITES[commitment["hash"]], plan["tasks"]
    checks.equal("plan.digest", "S3a", "$.commitment.plan", H(jcs(plan)).hex(), commitment["plan"])
    checks.equal("plan.authority", "S3a", "$.commitment", [plan["authority"], plan["year"]],
                 [commitment["authority"], commitment["year"]])
    checks.equal("plan.tasks", "S3a", "$.commitment.tasks",
                 [full({"id": t["id"], "coordination": t.get("coordination", [])}) for t in tasks],
                 [full({"id": t["id"], "coordination": t.get("coordination", [])}) for t in commitment["tasks"]])
    for n, (task, sealed) in enumerate(zip(tasks, commitment["tasks"])):
        at = f"$.commitment.tasks[{n}]"
        names, reasons = [s["stratum"] for s in sealed["strata"]], sealed["excluded"].get("reasons", [])
        order = class_ids(plan) if "risk" in task else ["all"]
        checks.equal("plan.strata", "F3", f"{at}.strata", [c for c in order if c in names], names)
        order, found = ["exempt", *(limit["id"] for limit, _ in limits_of(plan, task))], [r["reason"] for r in reasons]
        checks.equal("plan.reasons", "F2", f"{at}.excluded.reasons", [r for r in order if r in found], found)
        checks.faultless("plan.allocation", "F4", f"{at}.strata", allocation_faults(task, sealed["strata"]))
    drawn = zip(tasks, commitment["tasks"], document["draws"]) if "record" not in document else ()
    for n, (task, sealed, d) in enumerate(drawn):
        listed = {s["stratum"]: min(task.get("reserves", 0), s["size"] - s["take"]) for s in sealed["strata"]}
        found = [row["stratum"] for row in d.get("reserves", ())]
        checks.equal("draw.reserves", "D3", f"$.draws[{n}].reserves", listed, {c: found.count(c) for c in listed})
        checks.faultless("draw.teams", "T7", f"$.draws[{n}].teams", seat_faults(plan, document["draws"], n))


def allocation_faults(task, strata):
    """[F4]"""
    again = allocate(task, {s["stratum"]: s["size"] for s in strata})
    if again != strata: yield f"expected {[s['take'] for s in again]}, found {[s['take'] for s in strata]}"


def seat_faults(plan, draws, n):
    """[T1] How many seats each team has, and [T7] which task it joins."""
    tasks, teams = plan["tasks"], draws[n].get("teams", [])
    selected = [{row["id"] for row in d.get("selected", ())} for d in draws]
    if bool(teams) != ("team" in tasks[n] and bool(selected[n])): yield "the task has teams or not, unlike in the plan"
    for team in teams:
        e, size = team["entity"], len(team.get("members", ())) + len(team.get("vacant", ()))
        if size != len(seats_of(tasks[n])): yield f"{e}: expected {len(seats_of(tasks[n]))} seats, found {size}"
        first = next((tasks[m]["id"] for m in range(n) if e in selected[m] and joins(plan, tasks[n], tasks[m])), None)
        if team.get("joins") != first: yield f"{e}: expected to join {first}, found {team.get('joins')}"


def check_roots(checks, commitment, inputs, secret):
    """[S1] The roots of the inputs that are provided."""
    blinded = "blinded" in commitment
    for name in ("registry", "roster", "history"):
        rows = getattr(inputs, name)
        if rows is None: checks.missing(f"{name}.root", "S1", name)
        elif blinded and not secret: checks.missing(f"{name}.root", "S1", "the secret")
        else:
            tree = Trees(SUITES[commitment["hash"]], secret).tree(name, rows if name == "history" else rows.values())
            checks.equal(f"{name}.root", "S1", f"$.commitment.{name}", tree, commitment[name])


def check_inputs(checks, document, inputs, secret=b""):
    """[V1] Checks with the inputs that are provided. Returns the recomputed commitment, or None."""
    commitment, (plan, registry, roster, history) = document["commitment"], inputs
    secret = secret if "blinded" in commitment else b""
    if plan is None: checks.missing("plan.digest", "S3a", "plan")
    else: check_plan(checks, document, plan)
    check_roots(checks, commitment, inputs, secret)
    lacks = [name for name in ("plan", "registry", "history") if getattr(inputs, name) is None]
    if lacks or "blinded" in commitment and not secret:
        return checks.missing("frame.root", "F1", " and ".join(lacks or ["the secret"]))
    trees = Trees(SUITES[commitment["hash"]], secret)
    try:
        agree(plan, registry, roster or {}, history, commitment["sealed_at"])
        tasks = [task_of(inputs, task) for task in plan["tasks"]]
    except Refused as problem:
        return checks.append(("failed", "inputs.agree", "I6", str(problem)))
    checks.append(("established", "inputs.agree", "I6", "$.commitment"))
    sealed = Sealed(inputs, trees.H, trees, tasks, commitment, trees.H(jcs(commitment)))
    check_frames(checks, sealed, roster)
    check_draws(checks, sealed, document, secret)
    return sealed if roster is not None else None


def check_frames(checks, sealed, roster):
    """[F1] to [F4], [S5]"""
    for n, (task, found) in enumerate(zip(sealed.tasks, sealed.commitment["tasks"])):
        at, again = f"$.commitment.tasks[{n}]", task_on_sheet(sealed.inputs, sealed.trees, task)
        checks.equal("frame.root", "F1", f"{at}.frame", again["frame"], found["frame"])
        checks.equal("frame.excluded", "F2", f"{at}.excluded", again["excluded"], found["excluded"])
        checks.equal("frame.strata", "F3", f"{at}.strata", again["strata"], found["strata"])
        if roster is None: checks.missing("roster.short", "S5", "roster")
        else: checks.equal("roster.short", "S5", f"{at}.short", again.get("short", 0), found.get("short", 0))


def check_draws(checks, sealed, document, secret):
    """[D3] The selected have the smallest tickets. [T4] to [T7] The teams, by running section 7 again."""
    given, public, staffed = document["contributions"], "record" in document, sealed.inputs.roster is not None
    S = seed_of(sealed.H, sealed.commitment, given)
    draws = [select(sealed.H, sealed.trees, S, task.plan, task.frame, task.strata) for task in sealed.tasks]
    teams = Staffing(sealed, S, draws, defaultdict(list)).teams() if staffed else [[] for _ in draws]
    again = {"spec": "suiji-v1", "commitment": sealed.commitment, "contributions": given, "seed": S.hex(),
             "draws": [full({**d, "teams": own}) for d, own in zip(draws, teams)]}
    if public:
        checks.equal("public.selection", "D3", "$.draws", public_form(again, secret)["draws"], document["draws"])
        if not staffed: return checks.missing("public.record", "E2", "roster")
        return checks.equal("public.record", "E2", "$.record", digest(again).hex(), document["record"])
    for n, (d, found) in enumerate(zip(again["draws"], document["draws"])):
        for field in ("selected", "reserves"):
            checks.equal("draw.selection", "D3", f"$.draws[{n}].{field}", d.get(field, []), found.get(field, []))
        if not staffed: checks.missing("roster.teams", "T4", "roster")
        else: checks.equal("roster.teams", "T4", f"$.draws[{n}].teams", d.get("teams", []), found.get("teams", []))
    if staffed: checks.equal("record", "E1", "$", again, document)
