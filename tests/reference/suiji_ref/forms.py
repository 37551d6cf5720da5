"""Section 1: reads values by their form, and drops or refuses empty values and defaults [C2b] [C2c].

A form describes valid values: a function that refuses invalid ones; [form], an array; {form}, a set; {"name": form,
"name?": form, "name!": form}, an object with required fields, optional ones, and optional ones that may not be empty;
{form: form}, an object with any keys; Kinds(name=form), an object whose `kind` names its form; (form, rule), a form and
a function that checks the whole value.
"""
import json

from .text import Refused, need, parse

CLASSES = [{"id": "high", "name": "高风险"}, {"id": "elevated", "name": "较高风险"},                 # [I1]
           {"id": "general", "name": "一般风险"}, {"id": "low", "name": "低风险"}]
DEFAULTS = {"classes": CLASSES, "reserves": 0, "lead_required": False, "expert": False, "status": "active",  # [C2c]
            "lead": False, "load": 0, "kind": "planned", "distinct": False}
EMPTY = [], {}


class Kinds(dict):
    """Forms by the value of `kind`."""


def read(form, x, at):
    """Returns the value without the fields that [C2c] drops, with its sets sorted [I6]."""
    if isinstance(form, (list, set)): return read_array(form, x, at)
    if isinstance(form, dict):
        need(isinstance(x, dict), f"{at}: expected an object")
        if isinstance(form, Kinds):
            kind = x.get("kind")
            need(isinstance(kind, str) and kind in form, f"{at}: expected an object of kind {' or '.join(form)}", kind)
            return read(form[kind], x, at)
        if not callable(next(iter(form))): return read_object(form, x, at)
        (key_form, value_form), = form.items()                                   # keys that are not fields [C2c]
        return {read(key_form, key, at): read(value_form, value, f"{at}.{key}") for key, value in x.items()}
    form, rule = form if isinstance(form, tuple) else (None, form)
    x = read(form, x, at) if form else x
    try:
        rule(x)
    except Refused as problem:
        raise Refused(f"{at}: {problem}") from None
    return x


def read_array(form, x, at):
    need(isinstance(x, list), f"{at}: expected an array")
    values = [read(next(iter(form)), value, f"{at}[{n}]") for n, value in enumerate(x)]
    need(all(value not in EMPTY for value in values), f"{at}: empty element")    # [C2c]
    if isinstance(form, list): return values
    need(len(set(values)) == len(values), f"{at}: duplicate member")             # [I6]
    return sorted(values)                                                        # Python sorts as UTF-8 does


def read_object(form, x, at):
    kept, missing = {}, [key for key in form if key[-1] not in "?!" and key not in x]
    need(not missing, f"{at}: missing {', '.join(missing)}")
    for key, value in x.items():
        way = next((end for end in ("", "?", "!") if key[-1:] not in ("?", "!") and key + end in form), None)
        need(way is not None, f"{at}: unknown field {json.dumps(key)}")          # [C2b]
        value = read(form[key + way], value, f"{at}.{key}")
        need(way == "?" or value not in EMPTY, f"{at}.{key}: empty")             # [C2c]
        if not way or value not in EMPTY and value != DEFAULTS.get(key): kept[key] = value
    return kept


def read_written(form, data: bytes, name):
    """[C2c] Reads a document in which nothing may be dropped."""
    return as_written(form, parse(data, name), name)


def as_written(form, x, name):
    for wrong in differences(read(form, x, name), x, name):
        raise Refused(f"empty fields and defaults must be omitted: {wrong}")
    return x


def full(row):
    """[C2c] The row without empty arrays."""
    return {key: value for key, value in row.items() if value != []}


def differences(expected, found, at="$"):
    """Every place where two values differ, in words."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in {**expected, **found}:
            yield from differences(expected.get(key), found.get(key), f"{at}.{key}")
    elif isinstance(expected, list) and isinstance(found, list):
        for n in range(max(len(expected), len(found))):
            yield from differences(*(x[n] if n < len(x) else None for x in (expected, found)), f"{at}[{n}]")
    elif type(expected) is not type(found) or expected != found:
        texts = ("nothing" if x is None else json.dumps(x, ensure_ascii=False)[:100] for x in (expected, found))
        yield "{}: expected {}, found {}".format(at, *texts)
