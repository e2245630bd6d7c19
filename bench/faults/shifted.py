"""The product's programs with a clock that a file moves: read at each look, in every process.

python -m bench.faults.shifted worker          the worker
gunicorn "bench.faults.shifted:create_app()"   the web processes
"""

from __future__ import annotations

import os
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bench.faults.programs import WORKER
from engine.bootstrap import SystemClock

if TYPE_CHECKING:
    from flask import Flask

    from bench.faults.trial import Outcome

FILE = "SKYDD_BENCH_SHIFT"
YEAR, BACK = timedelta(days=365), timedelta(hours=-1)
CASES = 100
AHEAD = (timedelta(days=30), timedelta(days=-10))
"""How far ahead the days of forms are: some due only while the clock is a year ahead."""
TAKING = (0.2, 1.2)
"""Seconds after which a worker is killed: it has taken what came due by the jump."""


class Shift:
    """How far the clocks of all programs are from the right time."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def set(self, by: timedelta) -> None:
        """Move the clocks at once."""
        new = self._file.with_suffix(".new")
        new.write_text(str(by.total_seconds()))
        new.replace(self._file)

    def now(self) -> datetime:
        """Return what the clocks show."""
        return datetime.now(UTC) + timedelta(seconds=float(self._file.read_text()))


def install() -> None:
    """Let this process go by the moved clock."""
    shift = Shift(Path(os.environ[FILE]))
    SystemClock.now = lambda _: shift.now()  # type: ignore[method-assign]


def create_app() -> Flask:
    """Return the web application, on the moved clock."""
    from web import create_app as ours  # noqa: PLC0415  (the clock first)

    install()
    return ours()


def trial(url: str, kind: str, seed: int, count: int, between: tuple[float, float]) -> Outcome:
    """Jump to and fro under load. In the end the clock is right again."""
    from bench.faults.trial import Trial  # noqa: PLC0415  (it starts programs that import us)

    shift_file = Path(f"/tmp/skydd-shift-{os.getpid()}-{kind}")  # noqa: S108
    os.environ[FILE] = str(shift_file)
    shift = Shift(shift_file)
    shift.set(timedelta())
    install()
    tried = Trial(
        f"clocks, {kind}", url, seed, "bench.faults.shifted:create_app()",
        ("bench.faults.shifted", "worker", "--every", "0.2"), ahead=AHEAD, now=shift.now,
        with_verbs=False, cases=CASES,
    )  # fmt: skip
    done: Counter[str] = Counter()
    with tried:
        for number in range(count):
            by = (YEAR, BACK)[number % 2]
            shift.set(by)
            done["a year ahead" if by is YEAR else "back, an hour behind"] += 1
            time.sleep(tried.draws.uniform(*TAKING))
            tried.programs.kill(tried.draws, WORKER)  # what it had taken is left
            time.sleep(tried.draws.uniform(*between))
        shift.set(timedelta())
        outcome = tried.end(done + tried.programs.killed)
    shift_file.unlink()
    return outcome


if __name__ == "__main__":
    from engine.__main__ import run

    install()
    run()
