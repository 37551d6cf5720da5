"""Long steps: threads, progress, cancelling, Ctrl-C, memory."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import polars as pl
import pytest

import suiji
from conftest import PLAN, Case, ceremony, thrown

ALL = suiji.Plan({**PLAN, "tasks": [{"id": "J1", "name": "样例", "quota": {"exactly": "100%"}}]})
# Seconds of work, which nobody waits for where it is cut short as it should be.
LONG = suiji.Plan({**PLAN, "tasks": [{"id": f"J{n}", "name": "样例", "quota": {"exactly": "100%"}} for n in range(20)]})


@pytest.fixture(scope="module")
def many() -> suiji.Registry:
    rows = pl.int_range(200_000, eager=True).cast(pl.String)
    return suiji.Registry(pl.DataFrame({"id": "F-" + rows, "name": "样例企业" + rows}))


@pytest.fixture
def patient() -> Iterator[None]:
    """A thread loses the GIL only where it lets go of it."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    yield
    sys.setswitchinterval(before)


def test_threads_change_nothing(many: suiji.Registry) -> None:
    one, three = (suiji.seal(ALL, many, ceremony(), threads=threads) for threads in (1, 3))
    assert one.commitment == three.commitment
    assert one.draw(thrown()) == three.draw(thrown(), threads=3)


def test_progress_is_told_to_the_end_of_each_stage(many: suiji.Registry) -> None:
    told: list[tuple[str, int, int]] = []
    sealed = suiji.seal(ALL, many, ceremony(), progress=lambda *report: told.append(report))
    sealed.draw(thrown(), progress=lambda *report: told.append(report))
    stages = {stage for stage, _, _ in told}
    assert {"hash", "frame", "tickets"} <= stages
    for stage in ("hash", "tickets"):
        assert any(done == total > 0 for name, done, total in told if name == stage), stage
    assert all(0 <= done <= total or total == 0 for _, done, total in told)


@pytest.mark.parametrize("step", ["read", "seal", "draw", "verify"])
def test_what_a_callback_raises_ends_the_step(many: suiji.Registry, step: str) -> None:
    class Enough(Exception):
        pass

    calls = []

    def progress(*report: Any) -> None:
        calls.append(report)
        raise Enough

    sealed = suiji.seal(ALL, many, ceremony())
    steps: dict[str, Callable[[], object]] = {
        "read": lambda: suiji.Registry.from_json_lines('{"id":"A","name":"b"}\n' * 100_000, progress=progress),
        "seal": lambda: suiji.seal(ALL, many, ceremony(), progress=progress),
        "draw": lambda: sealed.draw(thrown(), progress=progress),
        "verify": lambda: suiji.verify(
            sealed.draw(thrown()), plan=ALL, registry=many, history=suiji.History(), progress=progress
        ),
    }
    with pytest.raises(Enough):
        steps[step]()
    assert len(calls) == 1


def test_a_callback_that_is_none_is_a_type_error(many: suiji.Registry) -> None:
    with pytest.raises(TypeError):
        suiji.seal(ALL, many, ceremony(), progress=5)  # type: ignore[arg-type]


@pytest.fixture
def listening() -> Iterator[None]:
    """SIGINT as at a terminal: a job in a shell's background starts with it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_ctrl_c_is_heard_in_the_middle_of_a_step(tmp_path: Path, listening: None) -> None:
    # No code of Python runs in the step, which would hear it by itself; and the step ends by nothing else.
    pipe, cut = tmp_path / "registry.jsonl", []
    os.mkfifo(pipe)

    def feed() -> None:
        try:
            with pipe.open("wb") as file:
                for block in range(3000):
                    if block == 100:
                        os.kill(os.getpid(), signal.SIGINT)
                    rows = range(block * 1000, block * 1000 + 1000)
                    file.write(b"".join(b'{"id": "F-%d", "name": "n"}\n' % row for row in rows))
        except BrokenPipeError:
            cut.append(True)

    feeder = threading.Thread(target=feed)
    feeder.start()
    with pytest.raises(KeyboardInterrupt):
        suiji.Registry.read(pipe)
    feeder.join()
    assert cut


@pytest.mark.parametrize("step", ["seal", "draw"])
def test_ctrl_c_ends_a_long_step_and_nothing_else(many: suiji.Registry, case: Case, listening: None, step: str) -> None:
    # Methods of C are called back and call, for code of Python would hear the signal by itself, or once all is done.
    told: Any = SimpleQueue()
    done: list[object] = []
    steps: Iterator[object]
    if step == "seal":
        steps = map(partial(suiji.seal, LONG, many, progress=told.put), [ceremony()])
    else:
        steps = map(partial(suiji.seal(LONG, many, ceremony()).draw, progress=told.put), [thrown()])

    def interrupt() -> None:
        told.get()
        signal.raise_signal(signal.SIGINT)

    interrupter = threading.Thread(target=interrupt)
    interrupter.start()
    with pytest.raises(KeyboardInterrupt):
        done.extend(steps)
    interrupter.join()
    assert not done
    assert case.sealed.draw(thrown()) == case.record


def test_other_threads_run_during_a_step(many: suiji.Registry, patient: None) -> None:
    ticks, go, over = [0], threading.Event(), threading.Event()

    def tick() -> None:
        go.wait()
        while not over.is_set():
            ticks[0] += 1
            time.sleep(0)  # lets go of the GIL, and no more

    thread = threading.Thread(target=tick)
    thread.start()
    go.set()
    before = ticks[0]
    sealed = suiji.seal(ALL, many, ceremony())
    sealed.draw(thrown())
    during = ticks[0] - before
    over.set()
    thread.join()
    assert during > 0


def test_many_threads_share_one_sheet(case: Case) -> None:
    def work(_: int) -> str:
        record = case.sealed.draw(thrown())
        suiji.verify(record, plan=case.plan, registry=case.registry, roster=case.roster, history=case.history).require()
        case.sealed.receipt(record, "F-01").check(suiji.PublicForm.of(record), plan=case.plan)
        with pytest.raises(suiji.InputError):
            suiji.Registry([{"id": "A 1"}])
        return record.digest

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(work, range(400))) == {case.record.digest}


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_does_not_grow_over_ten_thousand_draws(case: Case) -> None:
    def resident() -> int:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    frame = pl.DataFrame({"id": ["A-1", "A-2"], "name": ["甲", "乙"]})

    def work() -> None:
        record = case.sealed.draw(thrown())
        list(record.teams("J1"))
        pl.DataFrame(record.selected("J1"))
        suiji.Registry(frame)
        suiji.Registry([{"id": "A-1", "name": "甲"}])
        with pytest.raises(suiji.InputError):
            suiji.Plan.from_json("{}")
        assert suiji.verify(record).checks
        assert pickle.loads(pickle.dumps(case.sealed)) == case.sealed

    for _ in range(1000):
        work()
    before = resident()
    for _ in range(10_000):
        work()
    # A kilobyte lost in each would be ten MiB.
    assert resident() - before < 8 << 20
