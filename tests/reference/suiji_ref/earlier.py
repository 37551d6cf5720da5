"""Section 4: the checks for a verifier who has the earlier commitments [S3c] [S4c]."""
from .hashing import SUITES
from .sources import fits
from .text import instant, jcs


def check_earlier(checks, commitment, earlier):
    """`earlier` are commitments of the authority, of any plan. Commitments that the verifier does not have are not
    checked."""
    held = {SUITES[old["hash"]](jcs(old)).hex(): old for old in earlier}
    named = [old["commitment"] for key in ("follows", "supersedes") for old in commitment.get(key, ())]
    checks.faultless("earlier.named", "S3c", "$.commitment", unnamed(commitment, held, named))
    checks.faultless("earlier.order", "S3c", "$.commitment", unordered(commitment, held))
    checks.faultless("earlier.contributions", "S3c", "$.commitment.supersedes", misfits(commitment, held))
    checks.faultless("earlier.sources", "S4c", "$.commitment.sources", reused(commitment, earlier))
    checks.faultless("earlier.previous", "S3c", "$.commitment.previous", not_last(commitment, held))
    for digest in named:
        if digest not in held: checks.missing("earlier.named", "S3c", f"the earlier commitment {digest}")


def before(commitment, old) -> bool:
    """Whether `old` is an earlier commitment of the same authority."""
    return old["authority"] == commitment["authority"] and instant(old["sealed_at"]) < instant(commitment["sealed_at"])


def shares(commitment, old) -> bool:
    """[S3c] Whether two commitments of one authority and year have a task with the same id."""
    ids = [{t["id"] for t in sheet["tasks"]} for sheet in (commitment, old)]
    return old["year"] == commitment["year"] and not ids[0].isdisjoint(ids[1])


def unnamed(commitment, held, named):
    """[S3c] Every earlier commitment with a task of the same id is named, and no other."""
    for digest, old in held.items():
        must = before(commitment, old) and shares(commitment, old)
        if must and digest not in named: yield f"{digest} is an earlier commitment for the same task, and not named"
        if not must and digest in named: yield f"{digest} is named, but is no earlier commitment for the same task"


def unordered(commitment, held):
    """[S3c] The oldest first."""
    for key in ("follows", "supersedes"):
        times = [instant(held[old["commitment"]]["sealed_at"]) for old in commitment.get(key, ())
                 if old["commitment"] in held]
        if times != sorted(times): yield f"{key}: not the oldest first"


def misfits(commitment, held):
    """[S3c] The contributions of a superseded commitment match its sources."""
    for old in commitment.get("supersedes", ()):
        sheet = held.get(old["commitment"])
        for given in old.get("contributions", ()) if sheet else ():
            own = sheet["sources"][given["source"]:given["source"] + 1]
            if not own or not fits(SUITES[sheet["hash"]], own[0], given): yield f"{old['commitment']}: {given}"


def reused(commitment, earlier):
    """[S4c] A source must not use a commitment that an earlier commitment already contains."""
    own = {s["commitment"] for s in commitment["sources"] if "commitment" in s}
    for old in earlier:
        for s in old["sources"]:
            if s.get("commitment") in own and old != commitment: yield f"{s['commitment']} was used before"


def not_last(commitment, held):
    """[S3a] `previous` is the authority's last commitment, of any plan."""
    sheets = [(instant(old["sealed_at"]), digest) for digest, old in held.items() if before(commitment, old)]
    if sheets and "previous" not in commitment: yield "missing, but there is an earlier commitment"
    previous = held.get(commitment.get("previous"))
    if previous and (not before(commitment, previous) or instant(previous["sealed_at"]) < max(sheets)[0]):
        yield "not the last commitment before"
