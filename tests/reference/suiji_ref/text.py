"""Section 1: canonical JSON [C2a], repeated keys [C2b], text [C3], ids [C4], hex [C1], ratios [C6], dates and times [C7]."""
import calendar
import functools
import json
import re
import unicodedata
from fractions import Fraction
from pathlib import Path


class Refused(Exception):
    """The specification refuses this input, or this file does not support it."""


def need(holds, why, *found):
    if not holds:
        raise Refused(why + (f", found {json.dumps(found[0], ensure_ascii=False)[:200]}" if found else ""))


# == JSON ============================================================================================================
ESCAPES = {**{n: f"\\u{n:04x}" for n in range(32)}, **str.maketrans({
    "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"})}


def canonical(x) -> str:
    """[C2a] RFC 8785. Keys are sorted by their UTF-16 code units."""
    if isinstance(x, str): return '"' + x.translate(ESCAPES) + '"'
    if isinstance(x, list): return "[" + ",".join(map(canonical, x)) + "]"
    if not isinstance(x, dict): return str(x).lower()                            # an integer, true or false
    keys = sorted(x, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(canonical(key) + ":" + canonical(x[key]) for key in keys) + "}"


def jcs(x) -> bytes:
    return canonical(x).encode()


def number(digits):
    """[C2a] An integer of at most 16 digits without `-0`. No form accepts a float."""
    need(re.fullmatch("0|-?[1-9][0-9]{0,15}", digits), "invalid number", digits[:40])
    return int(digits)


def object_of(pairs):
    """[C2b] No key is repeated."""
    need(len(dict(pairs)) == len(pairs), "duplicate key")
    return dict(pairs)


def parse(data: bytes, name: str):
    """A file, or a line of one, as JSON. (Python refuses a byte-order mark.)"""
    try:
        return json.loads(data.decode(), object_pairs_hook=object_of, parse_int=number)
    except (Refused, ValueError, RecursionError) as problem:
        raise Refused(f"{name}: {problem}") from None


# == Text ============================================================================================================
def ranges(words):
    """The code points that `words` list: 0041 or 0041..005A."""
    for word in words:
        first, _, last = word.partition("..")
        yield from range(int(first, 16), int(last or first, 16) + 1)


@functools.lru_cache(maxsize=None)
def assigned() -> frozenset:
    """[C3] The characters of Unicode 15.0 and the later ideographs."""
    here = Path(__file__).resolve()
    table = next((path for path in (here.parents[3].joinpath("crates", "suiji", "unicode-15.0.txt"),
                                    here.with_name("unicode-15.0.txt")) if path.is_file()), None)
    need(table, "missing unicode-15.0.txt, the list of characters: copy it beside text.py")
    words = [line for line in table.read_text("ascii").splitlines() if line and line[0] != "#"]
    return frozenset(ranges([*words, "2EBF0..2EE5D", "323B0..33479"]))


CONTROLS = frozenset(ranges("0000..001F 007F..009F 2028 2029 D800..DFFF".split()))
UNSEEN = frozenset(ranges("00AD 061C 115F 1160 200B 200E 200F 202A..202E 2060..206F 3164 FEFF FFA0 FFF0..FFFD".split()))
BLANK = frozenset(ranges("0020 00A0 1680 2000..200A 202F 205F 3000".split()))
# Python before 3.12 does not know these marks, which Unicode 14.0 and 15.0 added. To find out whether a text is in NFC,
# each is replaced by an older mark of the same combining class. Neither is part of a composition.
MARKS = {0x0ABC: "0C3C", 0x094D: "1715 11070 11F41..11F42", 0x302A: "1DFA",
         0x0316: "0899..089B 08CF..08D2 1AC3..1AC4 1ACA 10EFD..10EFF 10F83 10F85 1E4EE",
         0x030D: "0898 089C..089F 08CA..08CE 1AC1..1AC2 1AC5..1AC9 1ACB..1ACE 10F82 10F84 1E08F 1E2AE 1E4EF",
         0x0315: "1E4EC..1E4ED"}
OLDER = {mark: old for old, words in MARKS.items() for mark in ranges(words.split())}


def text(x):
    """[C3] Refuses invalid text."""
    need(isinstance(x, str) and x, "expected text", x)
    for c in map(ord, x):
        need(c not in CONTROLS and c not in UNSEEN, f"control or invisible character U+{c:04X} in a text")
        need(c < 128 or c in assigned(), f"U+{c:04X} is not a character of Unicode 15.0")
    need(ord(x[0]) not in BLANK and ord(x[-1]) not in BLANK, "expected text without a space at the start or end", x)
    older = x.translate(OLDER)
    need(unicodedata.normalize("NFC", older) == older, "expected text in NFC", x)


# == Other values ====================================================================================================
def matching(what, form):
    def rule(x):
        need(isinstance(x, str) and re.fullmatch(form, x), f"expected {what}", x)
    return rule


def choice(*values):
    return lambda x: need(type(x) in (str, bool) and x in values, f"expected one of {values}", x)


def integer(low, high=2 ** 53 - 1):
    """[C2a]"""
    return lambda x: need(type(x) is int and low <= x <= high, f"expected an integer from {low} to {high}", x)


ident = matching("an id", "[A-Za-z0-9][-A-Za-z0-9_.:/()]{0,63}")                 # [C4]
hex32 = matching("64 lower-case hex digits", "[0-9a-f]{64}")                     # [C1]
ratio = matching("a ratio such as 12.5%", r"(100|[1-9][0-9]?|(0|[1-9][0-9]?)\.[0-9]{0,5}[1-9])%")            # [C6]
flag, positive, natural, year = choice(True, False), integer(1), integer(0), integer(1000, 9999)


def date(x):
    """[C7]"""
    matching("a date YYYY-MM-DD", "[1-9][0-9]{3}-(0[1-9]|1[0-2])-[0-3][0-9]")(x)
    need(0 < int(x[8:]) <= calendar.monthrange(int(x[:4]), int(x[5:7]))[1], "expected a day of the calendar", x)


def time(x):
    """[C7]"""
    offset = "(?!-00:00)[+-]((0[0-9]|1[0-7]):[0-5][0-9]|18:00)"
    matching("a time YYYY-MM-DDThh:mm:ss±hh:mm", "[0-9-]{10}T([01][0-9]|2[0-3])(:[0-5][0-9]){2}" + offset)(x)
    date(x[:10])


def instant(x) -> int:
    """The Unix seconds of a time. [M1, S4a]"""
    minutes = int(x[20:22]) * 60 + int(x[23:25])
    local = calendar.timegm((int(x[:4]), int(x[5:7]), int(x[8:10]), int(x[11:13]), int(x[14:16]), int(x[17:19])))
    return local - (60 * minutes if x[19] == "+" else -60 * minutes)


def up(r: str, n: int) -> int:
    """[C6] The product rounded up, in exact fractions."""
    return -(-Fraction(r[:-1]) * n // 100)


def down(r: str, n: int) -> int:
    """[C6] The product rounded down."""
    return Fraction(r[:-1]) * n // 100


def unique(keys, what):
    seen = set()
    for key in keys:
        need(key not in seen, f"duplicate {what}: {key}")
        seen.add(key)


def distinct(ids, what):
    """[C4] Among all ids of one kind, no two differ only in letter case."""
    unique([id.lower() for id in dict.fromkeys(ids)], f"{what} id, ignoring letter case")
