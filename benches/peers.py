"""Measures other programs that draw 5 % with the frames of `table`, and adds them to its figures.

    cargo run --release -p suiji-benches -- --json target/figures.json
    pip install -r benches/requirements.txt
    python benches/peers.py target/figures.json

Peers that are not installed are named and left out. For PostgreSQL, run it with a temporary server:
`examples/sql/postgres.sh python benches/peers.py target/figures.json`. R is measured if `Rscript` is there.

Each peer gets the frame in its own form before the time is taken, and uses one thread. The kernels of `table` are
measured again for each size, so that peers are compared with kernels at the same time. No peer does what suiji does:
the notes say what is missing. A peer that would need more than a minute for one draw is left out.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

# Read by polars when it is imported.
os.environ["POLARS_MAX_THREADS"] = "1"

KERNELS = ("plain_rows", "plain_frame", "plain_tickets", "smallest")
# A key of 32 bytes as text: with an id, a message is as long as a ticket of suiji.
KEY = "00112233445566778899aabbccddeeff"
# A small frame is drawn several times in a row, so that a round has this many entities. `table` does the same.
ENTITIES = 100_000
# The maximum seconds of one draw.
LIMIT = 60
# Up to this size, the order of the databases is compared with hashlib.
COMPARED = 100_000

Draw = Callable[[], Sequence[str]]


class Frame(NamedTuple):
    """The entities of a frame, and how many are drawn."""

    ids: list[str]
    strata: list[str]
    take: int


class Missing(Exception):
    """A peer that is not here, and what to install."""


class Peer(NamedTuple):
    """A program, how it draws, and what it does not do."""

    id: str
    name: str
    note: str
    prepare: Callable[[Frame], Draw]


RANDOM = "no proof: the state of a generator; no commitment, no strata"
GENERATED = "SHA-256 as a generator; no commitment, no strata"
STRATA = "strata of 5 % each, without weights; no proof, no commitment"
HASHED = "one hash for each id, as tickets; no commitment, no strata"


def package(name: str) -> str:
    """The name of a Python package with its version."""
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        raise Missing(f"{name}: pip install -r benches/requirements.txt") from None


def consistent_sampler(frame: Frame) -> Draw:
    from consistent_sampler import sampler

    return lambda: list(sampler(frame.ids, KEY, take=frame.take, output="id"))


def cryptorandom(frame: Frame) -> Draw:
    import numpy as np
    from cryptorandom.cryptorandom import SHA256
    from cryptorandom.sample import random_sample

    ids = np.array(frame.ids)
    return lambda: list(random_sample(ids, frame.take, method="Fisher-Yates", prng=SHA256(KEY)))


def numpy_choice(frame: Frame) -> Draw:
    import numpy as np

    ids = np.array(frame.ids)
    return lambda: np.random.default_rng(1).choice(ids, frame.take, replace=False)


def numpy_legacy(frame: Frame) -> Draw:
    import numpy as np

    ids = np.array(frame.ids)
    return lambda: np.random.RandomState(1).choice(ids, frame.take, replace=False)


def pandas_sample(frame: Frame) -> Draw:
    import pandas as pd

    table = pd.DataFrame({"id": frame.ids, "stratum": frame.strata})
    return lambda: table.sample(n=frame.take, random_state=1)["id"]


def pandas_strata(frame: Frame) -> Draw:
    import pandas as pd

    table = pd.DataFrame({"id": frame.ids, "stratum": frame.strata})
    return lambda: table.groupby("stratum").sample(frac=0.05, random_state=1)["id"]


def polars_sample(frame: Frame) -> Draw:
    import polars as pl

    table = pl.DataFrame({"id": frame.ids, "stratum": frame.strata})
    return lambda: table.sample(n=frame.take, seed=1, shuffle=True)["id"]


def duckdb_order(frame: Frame) -> Draw:
    import duckdb
    import pyarrow

    database = duckdb.connect(config={"threads": 1})
    table = pyarrow.table({"id": frame.ids})
    database.register("arrow", table)
    database.execute("CREATE TABLE frame AS SELECT id FROM arrow")
    query = f"SELECT id FROM frame ORDER BY sha256('{KEY}' || id), id LIMIT {frame.take}"
    return lambda: database.execute(query).fetchnumpy()["id"]


# How a peer is called, its package, its function, and what it does not do.
PACKAGES = {
    "consistent_sampler": (consistent_sampler, "consistent_sampler", "sampler", HASHED),
    "cryptorandom": (cryptorandom, "cryptorandom", "random_sample", GENERATED),
    "numpy": (numpy_choice, "numpy", "Generator.choice", RANDOM),
    "numpy_legacy": (numpy_legacy, "numpy", "random.choice", RANDOM),
    "pandas": (pandas_sample, "pandas", "DataFrame.sample", RANDOM),
    "pandas_strata": (pandas_strata, "pandas", "groupby.sample", STRATA),
    "polars": (polars_sample, "polars", "DataFrame.sample", RANDOM),
    "duckdb": (duckdb_order, "duckdb", "ORDER BY sha256", HASHED),
}


def peers() -> list[Peer]:
    """The Python packages that are installed. The others are named."""
    found = []
    for id, (prepare, name, call, note) in PACKAGES.items():
        try:
            found.append(Peer(id, f"{package(name)}: {call}", note, prepare))
        except Missing as missing:
            print(f"left out: {missing}", file=sys.stderr)
    return found


def memory(name: str) -> int:
    """A field of /proc/self/status in bytes."""
    found = re.search(rf"^{name}:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def measured(draw: Draw, frame: Frame, rounds: int) -> tuple[list[float], int | None]:
    """The seconds of a draw in each round, and the memory at the peak. After a slow first round, there is no other."""
    repeats = max(1, ENTITIES // len(frame.ids))
    check(draw(), frame)
    try:
        Path("/proc/self/clear_refs").write_text("5")  # the peak begins again
        before: int | None = memory("VmRSS")
    except OSError:
        before = None
    times: list[float] = []
    while len(times) < rounds and sum(times) * repeats <= LIMIT:
        begun = time.perf_counter()
        for _ in range(repeats):
            draw()
        times.append((time.perf_counter() - begun) / repeats)
    return times, None if before is None else max(0, memory("VmHWM") - before)


def check(drawn: Sequence[str], frame: Frame) -> None:
    """Stops if a peer has not drawn what was asked for."""
    # With strata, each one is rounded.
    if abs(len(drawn) - frame.take) > 4 or len(set(drawn)) != len(drawn) or not set(drawn) <= set(frame.ids):
        sys.exit(f"a peer drew {len(drawn)} of {frame.take}, or an entity twice")


def by_hash(frame: Frame) -> list[str]:
    """What a database must draw with ORDER BY sha256."""
    hashed = ((hashlib.sha256((KEY + id).encode()).digest(), id) for id in frame.ids)
    return [id for _, id in sorted(hashed)[: frame.take]]


def postgresql(frame: Frame, rounds: int) -> tuple[str, list[float]]:
    """The version of the server, and the seconds of a draw in each round, as psql measures them."""
    if "PGHOST" not in os.environ or shutil.which("psql") is None:
        raise Missing("PostgreSQL: run with examples/sql/postgres.sh")
    query = (
        f"SELECT id FROM frame ORDER BY sha256(('{KEY}' || id)::bytea), id LIMIT {frame.take};"
    )
    with tempfile.TemporaryDirectory() as folder:
        rows, drawn = Path(folder, "frame.csv"), Path(folder, "drawn.txt")
        rows.write_text("\n".join(frame.ids) + "\n")
        script = [
            "SET max_parallel_workers_per_gather = 0;",
            "SET work_mem = '2GB';",  # sorts in memory, like the others
            "CREATE TEMPORARY TABLE frame (id text);",
            f"\\copy frame FROM '{rows}'",
            "ANALYZE frame;",
            "SHOW server_version;",
            f"\\o {drawn}",
            query,
            "\\o /dev/null",
            "\\timing on",
            *[query] * rounds,
        ]
        command = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
        environment = os.environ | {"LC_ALL": "C"}
        text = "\n".join(script)
        out = subprocess.run(command, input=text, env=environment, check=True, capture_output=True, text=True)
        selected = drawn.read_text().split()
    check(selected, frame)
    if len(frame.ids) <= COMPARED and selected != by_hash(frame):
        sys.exit("PostgreSQL drew others than hashlib")
    times = re.findall(r"^Time: ([\d.]+) ms", out.stdout, re.MULTILINE)
    return f"PostgreSQL {out.stdout.split()[0]}: ORDER BY sha256", [float(time) / 1000 for time in times]


R = """
arguments <- commandArgs(trailingOnly = TRUE)
ids <- readLines(arguments[1])
take <- as.integer(arguments[2])
set.seed(1)
stopifnot(length(unique(sample(ids, take))) == take)
repeats <- as.integer(arguments[4])
for (round in seq_len(as.integer(arguments[3]))) {
  time <- system.time(for (again in seq_len(repeats)) sample(ids, take))[["elapsed"]]
  cat(time / repeats, "\\n")
}
cat(R.version.string, "\\n")
"""


def r(frame: Frame, rounds: int) -> tuple[str, list[float]]:
    """The version of R, and the seconds of a draw in each round. Its clock has milliseconds."""
    if shutil.which("Rscript") is None:
        raise Missing("R: Rscript is not installed")
    repeats = max(1, 10 * ENTITIES // len(frame.ids))
    with tempfile.TemporaryDirectory() as folder:
        rows, script = Path(folder, "ids.txt"), Path(folder, "sample.R")
        rows.write_text("\n".join(frame.ids) + "\n")
        script.write_text(R)
        command = ["Rscript", str(script), str(rows), str(frame.take), str(rounds), str(repeats)]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    named = re.search(r"[\d.]+", lines[-1])
    return f"R {named[0] if named else ''}: sample", [float(line) for line in lines[:rounds]]


def line(
    id: str, name: str, note: str, times: list[float], size: int, bytes: int | None, yardstick: int
) -> dict[str, Any]:
    """A line of the figures, as `table` writes it."""
    return {
        "group": "peer",
        "id": id,
        "name": name,
        "unit": "entity",
        "picoseconds": [round(seconds * 1e12 / size) for seconds in times],
        "bytes": None if bytes is None else bytes // size,
        "yardstick": yardstick,
        "note": note,
    }


def left_out(id: str, name: str, size: int, yardstick: int) -> dict[str, Any]:
    """The line of a peer that is too slow."""
    return line(id, name, f"left out: more than {LIMIT} s", [], size, None, yardstick)


def run(command: list[str]) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def kernels(table: str, size: int) -> int:
    """The sum of the kernels now, in picoseconds for each entity."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "kernels.json")
        run([table, "--kernels", "--hash", "sha256", "--rounds", "3", "--json", str(path), str(size)])
        (frame,) = json.loads(path.read_text())["frames"]
    rounds = [of["picoseconds"] for of in frame["lines"] if of["id"] in KERNELS]
    return round(statistics.median(map(sum, zip(*rounds, strict=True))))


def read_frame(table: str, size: int) -> Frame:
    rows = list(csv.DictReader(io.StringIO(run([table, "--frame", str(size)]))))
    return Frame([row["id"] for row in rows], [row["stratum"] for row in rows], math.ceil(size / 20))


def lines(table: str, size: int, rounds: int, slow: dict[str, float]) -> list[dict[str, Any]]:
    """All peers with a frame of this size. `slow` has the last seconds that a peer needed for an entity."""
    frame, yardstick = read_frame(table, size), kernels(table, size)
    found = []
    for peer in peers():
        if slow.get(peer.id, 0) * size > LIMIT:
            found.append(left_out(peer.id, peer.name, size, yardstick))
            continue
        draw = peer.prepare(frame)
        if peer.id == "duckdb" and size <= COMPARED and list(draw()) != by_hash(frame):
            sys.exit("DuckDB drew others than hashlib")
        times, bytes = measured(draw, frame, rounds)
        slow[peer.id] = statistics.median(times) / size
        found.append(line(peer.id, peer.name, peer.note, times, size, bytes, yardstick))
        del draw
    for id, program, note in (("postgresql", postgresql, HASHED), ("r", r, RANDOM)):
        if slow.get(id, 0) * size > LIMIT:
            found.append(left_out(id, id, size, yardstick))
            continue
        try:
            name, times = program(frame, rounds)
            slow[id] = statistics.median(times) / size
            found.append(line(id, name, note, times, size, None, yardstick))
        except Missing as missing:
            print(f"left out: {missing}", file=sys.stderr)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Adds other programs to the figures of `table`.")
    parser.add_argument("figures", type=Path, help="the file that `table --json` wrote")
    parser.add_argument("--table", default="target/release/table", help="the program")
    arguments = parser.parse_args()
    figures = json.loads(arguments.figures.read_text())
    slow: dict[str, float] = {}
    for frame in sorted(figures["frames"], key=lambda frame: frame["size"]):
        if frame["hash"] != "sha256":
            continue
        print(f"{frame['size']} entities", file=sys.stderr)
        ours = [of for of in frame["lines"] if of["group"] != "peer"]
        frame["lines"] = ours + lines(arguments.table, frame["size"], figures["rounds"], slow)
        arguments.figures.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n")
    print(run([arguments.table, "--show", str(arguments.figures)]), end="")


if __name__ == "__main__":
    main()
