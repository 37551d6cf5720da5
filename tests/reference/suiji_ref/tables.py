"""Reads the documents of a case: the plan, and registry, roster and history as JSON Lines or CSV (see tests/vectors)."""
import re
from collections import namedtuple
from pathlib import Path

from .forms import read
from .inputs import ENTITY, INSPECTOR, PLAN, VISIT, by_id, sorted_history
from .text import Refused, flag, natural, need, parse, positive, unique

CSV_CELL = re.compile(r'(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|\Z)')      # RFC 4180
FLAGS = {"true": True, "TRUE": True, "false": False, "FALSE": False}
FORMS = {"registry": ENTITY, "roster": INSPECTOR, "history": VISIT}
ENDS = ".jsonl", ".csv"


def csv_value(form, cell, at):
    """A cell as a value. read() refuses invalid values."""
    if isinstance(form, set):
        need("；" not in cell, f"{at}: full-width “；”; lists are joined by “;”")
        return cell.split(";")
    if form is flag: return FLAGS.get(cell, cell)
    return int(cell) if form in (positive, natural) and re.fullmatch("0|[1-9][0-9]{0,15}", cell) else cell


def csv_lines(data: bytes, name):
    """The lines that are not empty, each with its number in the file."""
    try:
        whole = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = wrong.object[:wrong.start].count(b"\n") + 1
        raise Refused(f"{name} line {line}: not UTF-8 (GBK?): save the table as “CSV UTF-8”") from None
    rows, at, line = [(1, [])], 0, 1
    for found in CSV_CELL.finditer(whole):
        need(found.start() == at, f"{name} line {line}: not CSV: unexpected quote or carriage return")
        at, line = found.end(), line + found[0].count("\n")
        rows[-1][1].append((found[1] or found[2] or "").replace('""', '"'))
        rows += [(line, [])] if found[3] != "," else []
    rows = [row for row in rows if any(row[1])]
    need(rows, f"{name}: no header (an empty table has its header)")
    return rows


def csv_rows(form, data: bytes, name):
    """The rows, each with its place."""
    form = form[0] if isinstance(form, tuple) else form
    fields = {key.rstrip("?!"): form[key] for key in form if key != "extra?"}
    (_, header), *rows = csv_lines(data, name)
    own = {column for column in header if "extra?" in form and re.match("extra[.].", column, re.S)}
    need(set(form) & set(fields) <= set(header) <= set(fields) | own, f"{name}: unknown or missing columns", header)
    unique(header, f"column in {name}")
    for line, cells in rows:
        at = f"{name} line {line}"
        need(len(cells) == len(header), f"{at}: expected {len(header)} cells as in the header", cells)
        row = {column: cell for column, cell in zip(header, cells) if cell}      # an empty cell is an absent field
        extra = {column[6:]: row.pop(column) for column in header if column in own and column in row}
        row = {key: csv_value(fields[key], row[key], f"{at}.{key}") for key in row}
        yield at, {**row, **({"extra": extra} if extra else {})}


def json_lines(data: bytes, name):
    for n, line in enumerate(data.split(b"\n"), 1):
        if line.strip(b" \t\r"): yield f"{name} line {n}", parse(line, f"{name} line {n}")


def rows_of(documents, table):
    """The rows of a table, or None if there is none."""
    lines, csv = (documents.get(table + end) for end in ENDS)
    need(lines is None or csv is None, f"both {table}.jsonl and {table}.csv exist: remove one")
    if lines is None and csv is None: return None
    form = FORMS[table]
    rows = json_lines(lines, f"{table}.jsonl") if csv is None else csv_rows(form, csv, f"{table}.csv")
    rows = [read(form, row, at) for at, row in rows]
    return sorted_history(rows) if table == "history" else by_id(rows, table)


# Inputs after [C2c] and [I6]: registry and roster are rows by id. An input that was not provided is
# None.
Inputs = namedtuple("Inputs", "plan registry roster history")


def read_inputs(documents: dict, whole=True) -> Inputs:
    """`documents` are bytes by file name."""
    plan = documents.get("plan.json")
    inputs = Inputs(None if plan is None else read(PLAN, parse(plan, "plan"), "plan"),
                    *(rows_of(documents, table) for table in FORMS))
    for name, value in zip(("plan.json", *(f"{table}.jsonl or {table}.csv" for table in FORMS)), inputs):
        need(value is not None or not whole, f"missing {name}")
    return inputs


def documents_of(folder, *more) -> dict:
    """The inputs in a folder and the named files, as bytes by name."""
    names = {"plan.json", *more, *(table + end for table in FORMS for end in ENDS)}
    return {path.name: path.read_bytes() for path in Path(folder).iterdir() if path.name in names}
