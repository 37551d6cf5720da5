"""What the tests share: the cases, and changes to their documents.

The cases are those of tests/vectors/cases, or of the folder that SUIJI_CASES names.
"""
import contextlib
import copy
import io
import json
import os
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from suiji_ref import case, draw, forms, text  # noqa: E402
from suiji_ref.__main__ import main  # noqa: E402

VECTORS = HERE.parent / "vectors"
FOLDER = Path(os.environ.get("SUIJI_CASES", VECTORS / "cases"))
CASES = sorted(p for p in FOLDER.iterdir() if p.is_dir())
DRAWN = [p for p in CASES if (p / "expected" / "record.json").exists()]
REFUSED = [p for p in CASES if p not in DRAWN]


def load(path):
    return json.loads(path.read_text("utf-8"))


def expected(folder, name):
    return load(folder / "expected" / f"{name}.json")


def named(name) -> Path:
    return next(p for p in CASES if p.name == name)


def first(holds) -> Path:
    """The first drawn case for which this is true."""
    return next(p for p in DRAWN if holds(p))


def documents(folder) -> dict:
    """The bytes of a case's files, by name."""
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def drawn(files, trace=None):
    """Seals and draws. The contributions are used for this commitment, even if they name another one."""
    sealed = case.seal_case(files)
    given = case.contributions_of(files)
    return draw.draw(sealed, {**given, "commitment": sealed.digest.hex()}, trace)


def steps(folder):
    """The commitment, the record, and the intermediate values."""
    files, trace = documents(folder), defaultdict(list)
    sealed = case.seal_case(files)
    return sealed, draw.draw(sealed, case.contributions_of(files), trace), trace


def secret_of(folder) -> bytes:
    return bytes.fromhex(load(folder / "ceremony.json").get("secret", ""))


def command(*arguments):
    """The exit code and the output of the command."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main(*map(str, arguments))
    return code, out.getvalue()


def places(document, at=()):
    """Every place in a document, as a tuple of keys."""
    if isinstance(document, list): document = dict(enumerate(document))
    for key, member in document.items() if isinstance(document, dict) else ():
        yield at + (key,)
        yield from places(member, at + (key,))


def altered(document, place):
    """The document with another value at a place, or with one element fewer."""
    document = copy.deepcopy(document)
    holder = document
    for key in place[:-1]: holder = holder[key]
    value = holder[place[-1]]
    if isinstance(value, (bool, dict)): del holder[place[-1]]
    elif isinstance(value, int): holder[place[-1]] = value + 1
    elif isinstance(value, str): holder[place[-1]] = value[:-1] + ("1" if value[-1] != "1" else "2")
    else: value.pop()
    return document


def written(form, value, name="document"):
    """The value as its reader returns it."""
    return forms.read_written(form, json.dumps(value).encode(), name)


Refused = text.Refused
