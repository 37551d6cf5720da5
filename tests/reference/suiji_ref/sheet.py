"""Section 4: the commitment [S3a] [S3b], and everything that is tried before sealing [S5]."""
from collections import namedtuple

from .forms import as_written, full, read, read_written
from .frame import allocate, frame_of, reasons_of, sizes_of
from .hashing import SUITES
from .inputs import agree
from .seats import Seats, short_of, team_rule
from .sources import GIVEN_BEFORE, PLANNED, SOURCES, sources_rule
from .text import choice, hex32, ident, jcs, natural, need, parse, positive, text, time, unique, year
from .tree import Trees


def sheet_rule(x):
    """[S3c, S4a] The rules over several fields of a commitment, or of the ceremony from which it is made."""
    follows, superseded = x.get("follows", []), x.get("supersedes", [])
    sources_rule(SUITES[x.get("hash", "sha256")], x["sources"], x.get("sealed_at"), superseded)
    unique([old["commitment"] for old in follows + superseded], "earlier commitment")
    need("previous" in x or not follows + superseded, "earlier commitments are named, but previous is missing")
    for old in superseded:
        need(not {"record", "contributions"} <= set(old), "a superseded commitment has a record and contributions")
        places = [given["source"] for given in old.get("contributions", ())]
        need(places == sorted(set(places)), "contributions of a superseded commitment are not in the order of its sources")


EARLIER = {"previous?": hex32, "follows?": [{"commitment": hex32, "record": hex32}], "supersedes?": [        # [S3a]
    {"commitment": hex32, "reason": text, "approved_by": text, "record?": hex32, "contributions?": GIVEN_BEFORE}]}
TREE = {"root": hex32, "size": natural}
SHEET_TASK = {"id": ident, "coordination?": ident, "frame": TREE,
              "excluded": {**TREE, "reasons?": [{"reason": ident, "size": positive}]},
              "strata": [{"stratum": ident, "size": positive, "take": natural}], "short?": positive}
COMMITMENT = ({                                                                  # [S3a]
    "spec": choice("suiji-v1"), "hash": choice(*SUITES), "sealed_at": time, "authority": text, "year": year,
    "blinded?": choice(True), "plan": hex32, "registry": TREE, "roster": TREE, "history": TREE, "tasks": [SHEET_TASK],
    "sources": SOURCES, **EARLIER}, sheet_rule)
# What is fixed at sealing, in addition to the inputs. It is read as strictly as the commitment, because it becomes a
# part of it.
CEREMONY = ({"hash?": choice(*SUITES), "sealed_at?": time, "sources": PLANNED, "secret?": hex32, **EARLIER}, sheet_rule)


def read_ceremony(data: bytes) -> dict:
    return as_written(CEREMONY, parse(data, "ceremony"), "ceremony")


def ceremony_of(commitment, secret=None) -> dict:
    """The ceremony of a commitment that was sealed before."""
    kept = {key: commitment[key] for key in ("hash", "sealed_at", "sources", "previous", "follows", "supersedes")
            if key in commitment}
    return {**kept, "secret": secret} if secret else kept


def read_sheet(documents):
    """The ceremony of a case. If the case was sealed, everything except the secret comes from its commitment."""
    ceremony, commitment = documents.get("ceremony.json"), documents.get("commitment.json")
    ceremony = None if ceremony is None else read_ceremony(ceremony)
    if commitment is None: return ceremony
    return ceremony_of(read_written(COMMITMENT, commitment, "commitment"), (ceremony or {}).get("secret"))


# A task with its leaves, its strata with their takes, and its Seats (None without `team`).
Task = namedtuple("Task", "plan frame excluded strata seats")


def task_of(inputs, task) -> Task:
    """Without a roster, when a part of a record is verified, there are no Seats."""
    plan, registry, roster, history = inputs
    frame, excluded = frame_of(plan, registry, history, task)                    # [F1] to [F3]
    strata = allocate(task, sizes_of(plan, task, frame))                         # [F4]
    if "team" not in task or roster is None: return Task(task, frame, excluded, strata, None)
    team_rule(plan, task, roster)                                                # [T1]
    return Task(task, frame, excluded, strata, Seats(inputs, task))


def task_on_sheet(inputs, trees, task: Task) -> dict:
    """[S3a] The part of the commitment about one task."""
    excluded = trees.tree("excluded/" + task.plan["id"], task.excluded)
    short = short_of(inputs, task.frame, task.seats) if task.seats else 0
    coordination = task.plan.get("coordination", [])
    return full({"id": task.plan["id"], "coordination": coordination,
                 "frame": trees.tree("frame/" + task.plan["id"], task.frame),
                 "excluded": full({**excluded, "reasons": reasons_of(inputs.plan, task.plan, task.excluded)}),
                 "strata": task.strata, "short": short or []})


# A case that was sealed. `digest` is C.
Sealed = namedtuple("Sealed", "inputs H trees tasks commitment digest")


def seal(inputs, ceremony) -> Sealed:
    """[S5] Tries everything that can fail, and makes the commitment."""
    need(ceremony, "missing ceremony.json or commitment.json")
    need("sealed_at" in ceremony, "missing sealed_at in ceremony.json")
    for s in ceremony["sources"]:
        need(s["kind"] != "committed" or "commitment" in s, f"source {s['name']} has no commitment")
    plan, registry, roster, history = inputs
    agree(*inputs, ceremony["sealed_at"])
    hash, secret = ceremony.get("hash", "sha256"), bytes.fromhex(ceremony.get("secret", ""))
    trees = Trees(SUITES[hash], secret)
    tasks = [task_of(inputs, task) for task in plan["tasks"]]
    commitment = full({                                                          # [S3a]
        "spec": "suiji-v1", "hash": hash, "sealed_at": ceremony["sealed_at"], "authority": plan["authority"],
        "year": plan["year"], "blinded": bool(secret) or [], "plan": trees.H(jcs(plan)).hex(),
        "registry": trees.tree("registry", registry.values()), "roster": trees.tree("roster", roster.values()),
        "history": trees.tree("history", history), "tasks": [task_on_sheet(inputs, trees, task) for task in tasks],
        **{key: ceremony.get(key, []) for key in ("sources", "previous", "follows", "supersedes")}})
    read(COMMITMENT, commitment, "commitment")
    return Sealed(inputs, trees.H, trees, tasks, commitment, trees.H(jcs(commitment)))               # [S3b]
