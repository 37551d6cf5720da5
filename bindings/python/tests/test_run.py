"""Long calls: threads, progress, stopping, Ctrl-C, memory."""

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
from conftest import PLAN, Case, ceremony, contributions

ALL = suiji.Plan({**PLAN, "tasks": [{"id": "J1", "name": "样例", "quota": {"exactly": "100%"}}]})
# Work that takes seconds. It is stopped long before its end.
LONG = suiji.Plan({**PLAN, "tasks": [{"id": f"J{n}", "name": "样例", "quota": {"exactly": "100%"}} for n in range(7)]})


@pytest.fixture(scope="module")
def many() -> suiji.Registry:
    rows = pl.int_range(200_000, eager=True).cast(pl.String)
    return suiji.Registry(pl.DataFrame({"id": "F-" + rows, "name": "样例企业" + rows}))


@pytest.fixture
def patient() -> Iterator[None]:
    """A thread keeps the GIL until it releases it."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    yield
    sys.setswitchinterval(before)


def test_threads_change_nothing(many: suiji.Registry) -> None:
    one, three = (suiji.seal(ALL, many, ceremony(), threads=threads) for threads in (1, 3))
    assert one.commitment == three.commitment
    assert one.draw(contributions()) == three.draw(contributions(), threads=3)


def test_progress_reaches_the_end_of_each_stage(many: suiji.Registry) -> None:
    reports: list[tuple[str, int, int]] = []
    sealed = suiji.seal(ALL, many, ceremony(), progress=lambda *report: reports.append(report))
    sealed.draw(contributions(), progress=lambda *report: reports.append(report))
    stages = {stage for stage, _, _ in reports}
    assert {"hash", "frame", "tickets"} <= stages
    for stage in ("hash", "tickets"):
        assert any(done == total > 0 for name, done, total in reports if name == stage), stage
    assert all(0 <= done <= total or total == 0 for _, done, total in reports)


@pytest.mark.parametrize("call", ["read", "seal", "draw", "verify"])
def test_an_exception_in_progress_stops_the_call(many: suiji.Registry, call: str) -> None:
    class Enough(Exception):
        pass

    calls = []

    def progress(*report: Any) -> None:
        calls.append(report)
        raise Enough

    sealed = suiji.seal(ALL, many, ceremony())
    long: dict[str, Callable[[], object]] = {
        "read": lambda: suiji.Registry.from_json_lines('{"id":"A","name":"b"}\n' * 100_000, progress=progress),
        "seal": lambda: suiji.seal(ALL, many, ceremony(), progress=progress),
        "draw": lambda: sealed.draw(contributions(), progress=progress),
        "verify": lambda: suiji.verify(
            sealed.draw(contributions()), plan=ALL, registry=many, history=suiji.History(), progress=progress
        ),
    }
    with pytest.raises(Enough):
        long[call]()
    assert len(calls) == 1


def test_progress_that_is_not_callable_is_a_type_error(many: suiji.Registry) -> None:
    with pytest.raises(TypeError):
        suiji.seal(ALL, many, ceremony(), progress=5)  # type: ignore[arg-type]


@pytest.fixture
def listening() -> Iterator[None]:
    """SIGINT as in a terminal: a background job of a shell starts with it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_ctrl_c_stops_reading(tmp_path: Path, listening: None) -> None:
    # No Python code that would notice the signal runs in the call, and nothing else ends the call.
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


@pytest.mark.parametrize("call", ["seal", "draw"])
def test_ctrl_c_stops_a_long_call(many: suiji.Registry, case: Case, listening: None, call: str) -> None:
    # Only methods written in C are called, because Python code would notice the signal by itself.
    reports: Any = SimpleQueue()
    done: list[object] = []
    calls: Iterator[object]
    if call == "seal":
        calls = map(partial(suiji.seal, LONG, many, progress=reports.put), [ceremony()])
    else:
        calls = map(partial(suiji.seal(LONG, many, ceremony()).draw, progress=reports.put), [contributions()])

    def interrupt() -> None:
        reports.get()
        signal.raise_signal(signal.SIGINT)

    interrupter = threading.Thread(target=interrupt)
    interrupter.start()
    with pytest.raises(KeyboardInterrupt):
        done.extend(calls)
    interrupter.join()
    assert not done
    assert case.sealed.draw(contributions()) == case.record


def test_other_threads_run_during_a_call(many: suiji.Registry, patient: None) -> None:
    ticks, go, over = [0], threading.Event(), threading.Event()

    def tick() -> None:
        go.wait()
        while not over.is_set():
            ticks[0] += 1
            time.sleep(0)  # releases the GIL

    thread = threading.Thread(target=tick)
    thread.start()
    go.set()
    before = ticks[0]
    sealed = suiji.seal(ALL, many, ceremony())
    sealed.draw(contributions())
    during = ticks[0] - before
    over.set()
    thread.join()
    assert during > 0


def test_many_threads_share_one_sealed_value(case: Case) -> None:
    def work(_: int) -> str:
        record = case.sealed.draw(contributions())
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
        record = case.sealed.draw(contributions())
        list(record.draw("J1").teams)
        pl.DataFrame(record.draw("J1").selected)
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
    # A leak of one kilobyte each would be ten MiB.
    assert resident() - before < 8 << 20
