"""Section 2: the forms of plan, registry, roster and history [I1] to [I6], and the rules over several of them."""
from .forms import CLASSES
from .text import choice, date, distinct, flag, ident, integer, matching, natural, need, positive, ratio, text, unique
from .text import year


def window_rule(x):
    need(x["from"] <= x["to"], "the window ends before it begins")               # [I1]


def quota_rule(x):                                                               # [I2]
    words = {("at_least",), ("at_least", "min"), ("at_most",), ("at_most", "max"), ("exactly",), ("count",)}
    need(tuple(sorted(x)) in words, "expected one of at_least (min), at_most (max), exactly, count", sorted(x))


WINDOW, EXTRA = ({"from": date, "to": date}, window_rule), {text: text}
LIMIT = {"id": ident, "visits": positive, "from?": date, "classes!": [ident], "by!": [text]}
SCOPE = {"categories!": [text], "districts!": [matching("1 to 12 digits", "[0-9]{1,12}")], "industries!": [text],
         "established_before?": date}
QUOTA = ({"at_least?": ratio, "min?": positive, "at_most?": ratio, "max?": positive, "exactly?": ratio,
          "count?": positive}, quota_rule)
RISK = {"minimum?": {ident: ratio}, "maximum?": {ident: ratio}, "weights?": {ident: integer(1, 1000)},
        "unrated_as?": ident}
SEAT = {"department": text, "count": integer(1, 20), "role?": text, "skills?": [text], "expert?": flag}
TEAM = {"seats": [SEAT], "lead_required?": flag, "district?": choice("same", "other"), "rotation_from?": date}
TASK = {                                                                         # [I2]
    "id": ident, "name": text, "kind?": choice("joint", "internal"), "targeting?": choice("targeted", "untargeted"),
    "items?": [text], "scope?": SCOPE, "quota!": QUOTA, "limits?": [LIMIT], "risk!": RISK, "coordination?": ident,
    "reserves?": natural, "team!": TEAM, "window!": WINDOW, "initiator?": text, "partners?": [text],
    "mode!": {"drawn_by": text, "inspected_by": text}, "methods?": [text], "risk_note?": text, "extra?": EXTRA}


def class_ids(plan) -> list:
    return [c["id"] for c in plan.get("classes", CLASSES)]


def seats_of(task) -> list:
    """[T1] One element for each seat."""
    return [group for group in task.get("team", {}).get("seats", ()) for _ in range(group["count"])]


def limits_of(plan, task) -> list:
    """[F2] The limits that apply to a task, those of the plan first, each with whether it belongs to the task."""
    return [(limit, False) for limit in plan.get("limits", ())] + [(limit, True) for limit in task.get("limits", ())]


def plan_rule(plan):
    classes = class_ids(plan)
    need(2 <= len(classes) <= 9 and "all" not in classes, "expected two to nine classes, none named all")    # [I1]
    unique(classes, "class")
    distinct(classes, "class")                                                   # [C4]
    unique([t["id"] for t in plan["tasks"]], "task")
    limits = [limit for limit, _ in limits_of(plan, {})]
    for t in plan["tasks"]:
        at, risk = f"task {t['id']}", t.get("risk", {})
        named = {c for key in ("minimum", "maximum", "weights") for c in risk.get(key, ())}
        need(named | {risk.get("unrated_as", classes[0])} <= set(classes), f"{at}: unknown class in risk")   # [I2]
        need("quota" in t or "minimum" in risk, f"{at}: quota or risk.minimum is required")
        unique([limit["id"] for limit, _ in limits_of(plan, t)], f"limit of {at}")
        limits += t.get("limits", [])
        if "team" in t: seats_rule(at, ["expert" in seat for seat in seats_of(t)])
    for limit in limits:                                                         # [I2]
        need(limit["id"].lower() != "exempt", "a limit is named exempt")
        need(set(limit.get("classes", ())) <= set(classes), f"limit {limit['id']}: unknown class")
    distinct([limit["id"] for limit in limits], "limit")                         # [C4]


def seats_rule(at, experts):                                                     # [T1]
    need(len(experts) <= 20, f"{at}: more than 20 seats")
    need(experts.count(False) >= 2, f"{at}: fewer than two seats without expert")
    need(not experts[0], f"{at}: the first seat is an expert's")


PLAN = ({"title": text, "authority": text, "year": year, "document_number?": text, "window!": WINDOW,        # [I1]
         "basis?": [text], "classes!": [{"id": ident, "name": text}], "limits?": [LIMIT], "max_load?": positive,
         "tasks": [TASK], "extra?": EXTRA}, plan_rule)


def exempt_rule(x):
    need("exempt" in x or "exempt_from" not in x, "exempt_from without exempt")  # [I3]


DISTRICT = matching("a district code of 2 to 12 digits", "[0-9]{2,12}")
ENTITY = ({"id": ident, "name": text, "class?": ident, "categories?": {text}, "district?": DISTRICT,         # [I3]
           "industry?": text, "status?": choice("active", "inactive"), "established?": date, "exempt?": text,
           "exempt_from!": {ident}, "extra?": EXTRA}, exempt_rule)
INSPECTOR = {"id": ident, "name": text, "department": text, "district?": DISTRICT, "skills?": {text},        # [I4]
             "lead?": flag, "expert?": flag, "max_load?": positive, "load?": natural, "valid_to?": date,
             "recuse?": {ident}, "extra?": EXTRA}
VISIT = {"entity": ident, "task": ident, "date": date, "kind?": choice("planned", "case"), "by?": {text},    # [I5]
         "inspectors?": {ident}}


def visit_key(visit) -> tuple:
    """[I5] The sort key of the history."""
    return visit["entity"], visit["date"], visit["task"], visit.get("kind", "planned")


def sorted_history(visits) -> list:
    """[I5] The history in its order, without repeated rows."""
    visits = sorted(visits, key=visit_key)
    unique(map(visit_key, visits), "row in history")
    return visits


def by_id(rows, table) -> dict:
    """[I6] Registry or roster in its order, by id."""
    unique([row["id"] for row in rows], f"id in {table}")
    distinct([row["id"] for row in rows], table)                                 # [C4]
    return {row["id"]: row for row in sorted(rows, key=lambda row: row["id"])}


def agree(plan, registry, roster, history, sealed_at):
    """The rules over several inputs."""
    visits, tasks = history, [t["id"] for t in plan["tasks"]]
    recused = [e for inspector in roster.values() for e in inspector.get("recuse", ())]
    distinct([*registry, *(visit["entity"] for visit in visits), *recused], "entity")                        # [C4]
    distinct([*roster, *(v for visit in visits for v in visit.get("inspectors", ()))], "inspector")
    exempted = [task for row in registry.values() for task in row.get("exempt_from", ())]
    distinct([*tasks, *(visit["task"] for visit in visits), *exempted], "task")
    distinct([t["coordination"] for t in plan["tasks"] if "coordination" in t], "coordination")
    classes = {row["class"] for row in registry.values() if "class" in row}
    need(classes <= set(class_ids(plan)), "registry: unknown class", sorted(classes))                        # [I6]
    late = [visit["date"] for visit in visits if visit["date"] > sealed_at[:10]]
    need(not late, f"history: a date after the sealing on {sealed_at[:10]}", late[:9])                       # [I5]
