"""Writes the invented frame, samples and results for R and suiji.estimate: frame.csv and results.csv.

There is one frame of four classes and three districts. Task J1 draws from it, and all its selected entities were
inspected. N1 shares its tickets and draws as many. Of the entities that N2 selected, some are closed and some have no answer.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path

HERE = Path(__file__).parent
#: Class: entities in the frame, taken by J1 and N1, taken by N2, rate of violations.
CLASSES = {"high": (12, 12, 12, 0.5), "elevated": (60, 24, 18, 0.35), "general": (250, 50, 40, 0.2), "low": (700, 35, 32, 0.08)}


def main() -> None:
    """Writes both files."""
    chance = random.Random(18)
    frame, results = [], []
    for name, (size, take, fewer, rate) in CLASSES.items():
        ids = [f"{name[0].upper()}-{number:04}" for number in range(size)]
        districts = {id: chance.choices("ABC", (5, 3, 2))[0] for id in ids}
        for task, count, tickets in (("J1", take, "shared"), ("N1", take, "shared"), ("N2", fewer, "own")):
            if tickets == "own" or task == "J1":
                order = {id: chance.getrandbits(64) for id in ids}
            first = sorted(ids, key=lambda id: order[id])[:count]
            for id in ids:
                state = "selected" if id in first else "in_frame"
                frame.append((id, task, name, districts[id], state, count, size, f"{order[id]:016x}"))
            for id in first:
                devices = 1 + int(chance.random() * 9)
                violation = int(chance.random() < rate)
                fine = round(violation * devices * (0.5 + chance.random()), 2)
                outcome = "violation" if violation else "clear"
                fate = chance.random() if task == "N2" else 1.0
                if fate < 0.06:
                    results.append((id, task, "closed", "", ""))
                elif fate < 0.12:
                    results.append((id, task, "refused", "", ""))
                elif fate > 0.18 or task != "N2":
                    results.append((id, task, outcome, fine, devices))
    write("frame.csv", ("id", "task", "stratum", "district", "state", "take", "frame_size", "ticket"), frame)
    write("results.csv", ("id", "task", "outcome", "fine", "devices"), results)


def write(name: str, head: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    """Writes a table."""
    with open(HERE / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
