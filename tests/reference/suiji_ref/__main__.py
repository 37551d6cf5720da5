"""suiji-v1: an independent reference implementation of the auditable double-random draw.

    python3 -m suiji_ref seal DIR                           seal a case: commitment.json
    python3 -m suiji_ref draw DIR                           draw with contributions.json: record.json
    python3 -m suiji_ref verify FILE                        check a record or public form by itself
    python3 -m suiji_ref verify FILE --case DIR             check it with the inputs in a folder, as far as they are there
    python3 -m suiji_ref publish RECORD --out FILE          write the public form (--case DIR where it is blinded)
    python3 -m suiji_ref amend DIR --requests FILE          write amendments.json
    python3 -m suiji_ref receipt FILE --public FILE         check a receipt with the public form

verify also takes --amendments FILE (otherwise amendments.json of the case), --earlier FILE (earlier commitments in an
array), and the digests that a witness noted, whole, in groups or not: --commitment, --record, --last (of the last
amendment). Exit code 0: done, or all checks passed; 1: a check failed; 2: refused or unreadable.
"""
import json
import sys
from pathlib import Path

from .amend import amend
from .case import contributions_of, load, seal_case, write_new
from .checks import UNCHECKED, Checks, always_on_trust
from .draw import PUBLIC, RECORD, draw, public_form
from .earlier import check_earlier
from .forms import as_written, read_written
from .recompute import check_inputs
from .receipt import RECEIPT, Receipt
from .sheet import COMMITMENT, read_ceremony
from .state import AMENDMENTS, read_requests
from .tables import Inputs, documents_of, read_inputs
from .text import Refused, need, parse
from .verify import check_public, check_record
from .verify_amendments import check_amendments


def sealed_file(folder, documents, commitment) -> dict:
    """What is written for a commitment: nothing if seal_case() found the same one."""
    return {} if "commitment.json" in documents else {Path(folder, "commitment.json"): commitment}


def seal_command(folder):
    documents = load(folder)
    write_new(sealed_file(folder, documents, seal_case(documents).commitment))


def draw_command(folder, yes=None):
    documents = load(folder)
    record = draw(seal_case(documents), contributions_of(documents))
    write_new({**sealed_file(folder, documents, record["commitment"]), Path(folder, "record.json"): record})


def document_at(path):
    """A record, or a public form, which has the field `record`."""
    value = parse(Path(path).read_bytes(), "document")
    public = isinstance(value, dict) and "record" in value
    return as_written(PUBLIC if public else RECORD, value, "public form" if public else "record"), public


def secret_of(documents, commitment) -> bytes:
    """[S2] The secret of a blinded commitment, if the case has it."""
    if "blinded" not in commitment or "ceremony.json" not in documents: return b""
    return bytes.fromhex(read_ceremony(documents["ceremony.json"]).get("secret", ""))


def publish_command(path, out, case=None):
    record, public = document_at(path)
    need(not public, "expected a record")
    documents = documents_of(case, "ceremony.json") if case else {}
    write_new({out: public_form(record, secret_of(documents, record["commitment"]))})


def amend_command(folder, requests, yes=None):
    documents = load(folder)
    record = read_written(RECORD, Path(folder, "record.json").read_bytes(), "record")
    sealed = seal_case({**documents, "commitment.json": json.dumps(record["commitment"]).encode()})
    need(draw(sealed, {"commitment": sealed.digest.hex(), "contributions": record["contributions"]}) == record,
         "record.json is not the record of these inputs")
    asked = read_requests(Path(requests).read_bytes())
    write_new({Path(folder, "amendments.json"): amend(sealed, record, asked)})


def verify_command(path, case=None, amendments=None, earlier=None, commitment=None, record=None, last=None):
    """[V1]"""
    document, public = document_at(path)
    documents = documents_of(case, "ceremony.json", "amendments.json") if case else {}
    inputs = read_inputs(documents, whole=False) if case else Inputs(None, None, None, None)
    secret, checks = secret_of(documents, document["commitment"]), Checks()
    (check_public if public else check_record)(checks, document, secret, commitment, record)
    sealed = check_inputs(checks, document, inputs, secret)
    if earlier:
        check_earlier(checks, document["commitment"], read_written([COMMITMENT], Path(earlier).read_bytes(), "earlier"))
    elif "previous" in document["commitment"]:
        checks.missing("earlier.named", "S3c", "earlier commitments")
    amended = Path(amendments).read_bytes() if amendments else documents.get("amendments.json")
    if amended is not None:
        check_amendments(checks, document, read_written(AMENDMENTS, amended, "amendments"), sealed, last)
    frames = any(id == "frame.root" and outcome == "established" for outcome, id, *_ in checks)
    always_on_trust(checks, document["commitment"], secret, frames)
    return report(checks)


def receipt_command(path, public):
    """Annex B."""
    document, is_public = document_at(public)
    need(is_public, "expected a public form")
    receipt, checks = read_written(RECEIPT, Path(path).read_bytes(), "receipt"), Checks()
    Receipt(checks, receipt, document)
    always_on_trust(checks, document["commitment"], b"", False)
    checks.trust("trust.rows", "G2", "a receipt has all rows of its entity in the history")
    return report(checks)


def report(checks) -> int:
    for outcome, id, rule, words in checks: print(f"{outcome:11}  {id:21}  [{rule}] {words}")
    failed, left = len(checks.failed()), [outcome for outcome, *_ in checks].count(UNCHECKED)
    print(f"{failed} checks failed" if failed else "all checks passed", f"{left} not checked", sep=", ")
    return int(failed > 0)


# Each command with the options that take a value, and those that do not. `--yes` is for scripts: nothing is ever asked.
COMMANDS = {"seal": (seal_command, [], []), "draw": (draw_command, [], ["--yes"]),
            "publish": (publish_command, ["--out", "--case"], []), "amend": (amend_command, ["--requests"], ["--yes"]),
            "receipt": (receipt_command, ["--public"], []),
            "verify": (verify_command, ["--case", "--amendments", "--earlier", "--commitment", "--record", "--last"], [])}
REQUIRED = {"publish": {"out"}, "receipt": {"public"}, "amend": {"requests"}}


def options(words, valued, flags):
    """The positional words and the options by name."""
    positional, given, words = [], {}, [*words]
    while words:
        word = words.pop(0)
        if word in flags: given[word[2:]] = True
        elif word in valued and words: given[word[2:]] = words.pop(0)
        else: positional.append(word)
    return positional, given


def main(command="", *words) -> int:
    run, valued, flags = COMMANDS.get(command, (None, [], []))
    positional, given = options(words, valued, flags)
    if run is None or len(positional) != 1 or positional[0][:1] == "-" or not REQUIRED.get(command, set()) <= set(given):
        return print(__doc__, file=sys.stderr) or 2
    try:
        return run(*positional, **given) or 0
    except RecursionError:
        return print("refused: nested too deeply", file=sys.stderr) or 2
    except (Refused, OSError) as problem:
        return print(f"refused: {problem}", file=sys.stderr) or 2


if __name__ == "__main__":
    for stream in sys.stdout, sys.stderr: stream.reconfigure(errors="backslashreplace")              # any console
    sys.exit(main(*sys.argv[1:]))
