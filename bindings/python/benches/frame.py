"""A frame of a million rows, sealed and drawn through Python and in Rust, alternating in one run.

    cargo build --release -p suiji-python-benches
    python bindings/python/benches/frame.py target/release/suiji-python-benches [ROWS [TURNS]]

The data frames are made before the measurement. The time is processor time, so other programs hardly affect it. All
turns give the same record, in both languages.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import polars as pl

import suiji

PLAN: suiji.PlanDocument = {
    "title": "样例抽查计划",
    "authority": "样例县工信局",
    "year": 2024,
    "tasks": [{"id": "J1", "name": "双随机抽查", "quota": {"exactly": "5%"}}],
}
DIE = suiji.Source.live("掷骰二十次", by="witness", parts=[suiji.Part(20, 1, 6)])
CEREMONY = suiji.Ceremony([DIE], hash="sha256", sealed_at="2024-09-02T09:00:00+08:00")
THROWN = [DIE.arrange([3, 5, 1, 6, 2, 4, 4, 3, 5, 1, 2, 6, 6, 4, 1, 2, 3, 5, 6, 1])]


class Turn(NamedTuple):
    """Seconds of sealing (from the frame on) and of drawing, MiB at the peak, and the record digest."""

    seal: float
    draw: float
    peak: float
    digest: str


def frame(rows: int) -> pl.DataFrame:
    """The rows of `src/main.rs`."""
    row = pl.int_range(rows, dtype=pl.UInt64)
    classes = pl.Series(["low", "general", "elevated", "high"])
    return pl.select(row.alias("row")).select(
        id="F-" + (pl.col("row") * 331_543_217 % 100_000_000).cast(pl.String).str.zfill(8),
        name="样例企业" + pl.col("row").cast(pl.String),
        **{"class": pl.lit(classes).gather(pl.col("row") // 5 % 4)},
        district="140521" + (pl.col("row") // 7 % 12).cast(pl.String).str.zfill(3),
    )


def python(table: Any) -> Turn:
    """One turn through the package."""
    begun = time.process_time()
    sealed = suiji.seal(suiji.Plan(PLAN), suiji.Registry(table), CEREMONY)
    sealing = time.process_time()
    record = sealed.draw(THROWN)
    return Turn(sealing - begun, time.process_time() - sealing, peak(), record.digest)


def rust(binary: str, rows: int) -> Turn:
    """One turn of the yardstick."""
    # The contributions need the digest of the commitment, which only the yardstick knows.
    thrown = suiji.Contributions("0" * 64, THROWN)
    documents = json.dumps(PLAN), CEREMONY.to_json_with_secret(), thrown.to_json()
    done = subprocess.run([binary, str(rows), *documents], check=True, capture_output=True, text=True)
    seal, draw, peak, digest = done.stdout.split()
    return Turn(int(seal) / 1000, int(draw) / 1000, int(peak) / 2**20, digest)


def peak() -> float:
    """The peak of the resident memory of this process so far, in MiB."""
    with open("/proc/self/status") as status:
        line = next(line for line in status if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def main(words: list[str]) -> int:
    """Prints the medians and their ratios; returns 1 if a ratio is over 1.25."""
    binary, rows, turns = words[0], int((*words, "1000000")[1]), int((*words, "", "5")[2] or 5)
    table = frame(rows)
    frames: dict[str, Callable[[], Turn]] = {
        "polars": lambda: python(table),
        "pyarrow": lambda: python(table.to_arrow()),
        "pandas": lambda: python(pandas),
    }
    pandas = table.to_pandas()
    before = peak()
    taken: dict[str, list[Turn]] = {name: [] for name in ("rust", *frames)}
    for _ in range(turns):
        taken["rust"].append(rust(binary, rows))
        for name, turn in frames.items():
            taken[name].append(turn())
    assert len({turn.digest for of in taken.values() for turn in of}) == 1
    median = {name: statistics.median(turn.seal + turn.draw for turn in of) for name, of in taken.items()}
    for name, all_turns in taken.items():
        seal = statistics.median(turn.seal for turn in all_turns)
        draw = statistics.median(turn.draw for turn in all_turns)
        print(f"{name:8} seal {seal:.3f} s, draw {draw:.3f} s, together {median[name] / median['rust']:.2f} of Rust")
    rust_peak = taken["rust"][0].peak
    print(f"memory at the peak: Rust {rust_peak:.0f} MiB; Python {before:.0f} with the frames, {peak():.0f} after")
    return int(max(median.values()) > 1.25 * median["rust"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
