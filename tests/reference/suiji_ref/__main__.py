"""suiji-v1: an independent reference implementation of the auditable double-random draw.

    python3 -m suiji_ref seal DIR                           seal a case: commitment.json
    python3 -m suiji_ref draw DIR                           draw with contributions.json: record.json
"""
import sys
from pathlib import Path

from .case import contributions_of, load, seal_case, write_new
from .draw import draw
from .text import Refused


def seal_command(folder):
    write_new({Path(folder, "commitment.json"): seal_case(load(folder)).commitment})


def draw_command(folder, yes=None):
    documents = load(folder)
    record = draw(seal_case(documents), contributions_of(documents))
    write_new({Path(folder, "commitment.json"): record["commitment"], Path(folder, "record.json"): record})


# Each command with the options that take a value, and those that do not. `--yes` is for scripts: nothing is ever asked.
COMMANDS = {"seal": (seal_command, [], []), "draw": (draw_command, [], ["--yes"])}


def options(words, valued, flags):
    """The positional words and the options, or None."""
    positional, given, words = [], {}, [*words]
    while words:
        word = words.pop(0)
        if word in flags: given[word[2:]] = True
        elif word in valued and words: given[word[2:]] = words.pop(0)
        elif word.startswith("--"): return None
        else: positional.append(word)
    return (positional, given) if len(positional) == 1 else None


def main(command="", *words) -> int:
    run, valued, flags = COMMANDS.get(command, (None, [], []))
    parsed = options(words, valued, flags) if run else None
    if parsed is None: return print(__doc__, file=sys.stderr) or 2
    try:
        return run(*parsed[0], **parsed[1]) or 0
    except (Refused, OSError) as problem:
        return print(f"refused: {problem}", file=sys.stderr) or 2


if __name__ == "__main__":
    for stream in sys.stdout, sys.stderr: stream.reconfigure(errors="backslashreplace")              # any console
    sys.exit(main(*sys.argv[1:]))
