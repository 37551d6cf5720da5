"""Section 9: verifies a document of amendments [M6]."""
from .amend import Amending, request_of
from .checks import UNCHECKED, check_noted
from .forms import differences
from .hashing import SUITES
from .state import State
from .text import Refused, instant, jcs, need


def check_amendments(checks, document, amended, sealed, noted_last=None):
    """`document` is the record or its public form. `sealed` is the case, sealed again from all inputs, or None."""
    commitment, public = document["commitment"], "record" in document
    H, amendments = SUITES[commitment["hash"]], amended["amendments"]
    record = document["record"] if public else H(jcs(document)).hex()            # [E1]
    checks.equal("amendments.record", "M1", "$.record", record, amended["record"])
    checks.faultless("amendments.chain", "M1", "$.amendments", chain_faults(H, record, commitment, amendments))
    check_noted(checks, "amendments.known", "M1", noted_last, H(jcs(amendments[-1])).hex())
    if public: checks.missing("amendments.state", "M6", "record")
    else: check_state(checks, document, amendments, sealed)
    for n, amendment in enumerate(amendments):
        if amendment["kind"] == "by_hand":                                       # [M5]
            where = f"{amendment['task']}, {amendment['entity']}, seat {amendment['seat']}"
            checks.fact("amendments.by-hand", "M5", f"$.amendments[{n}]: {amendment['inspector']} was chosen, not "
                                                    f"drawn: {where}")
    checks.trust("trust.amendments", "M6", "the reasons of amendments, their order, and what was put into one amendment")
    checks.trust("trust.last", "M6", "no amendment was left out at the end, unless the digest of the last was published")
    checks.trust("trust.by-hand", "M6", "inspectors who were put in by hand")


def chain_faults(H, record, commitment, amendments):
    """[M1] `previous` and `at`."""
    before, at = record, instant(commitment["sealed_at"])
    for n, amendment in enumerate(amendments):
        if amendment["previous"] != before: yield f"$.amendments[{n}].previous: expected {before}"
        if instant(amendment["at"]) < at: yield f"$.amendments[{n}].at: earlier than what was before it"
        before, at = H(jcs(amendment)).hex(), instant(amendment["at"])


def check_state(checks, record, amendments, sealed):
    """[M6] Checks each amendment against the state before it. After an amendment that does not fit, there is no such
    state."""
    rule = {"away": "M3", "back": "M3", "substitute": "M3", "reserve": "M4", "by_hand": "M5"}
    try:
        need("record.tasks" not in checks.failed(), "the record does not have the tasks of its sheet")
        whole = sealed is not None and not checks.failed()
        state = Amending(sealed, record) if whole else State(record)
    except Refused as problem:
        return checks.append((UNCHECKED, "amendments.state", "M6", str(problem)))
    for n, amendment in enumerate(amendments):
        at, id = f"$.amendments[{n}]", rule[amendment["kind"]]
        try:
            made = state.make(request_of(amendment)) if whole else amendment
            state.apply(amendment)
        except Refused as problem:
            checks.append(("failed", "amendments.state", id, f"{at}: {problem}"))
            if n + 1 < len(amendments): checks.append((UNCHECKED, "amendments.state", "M6", f"what follows {at}"))
            return
        checks.append(("established", "amendments.state", id, at))
        if whole: checks.faultless("amendments.steps-in", id, at, differences(made, amendment, at))
        else: checks.append((UNCHECKED, "amendments.steps-in", id, f"{at}: a record verified with all inputs is needed"))
