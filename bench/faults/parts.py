"""The faults themselves: each part breaks an installation in one way while people work in it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator

from bench.faults import cutting, disk, shifted
from bench.faults.trial import Outcome, Trial
from bench.run import KINDS, Run

BETWEEN_KILLS = (0.3, 1.6)
BETWEEN_CUTS = (1.0, 4.0)


def kills(run: Run, seed: int, count: int) -> Iterator[Outcome]:
    """Kill web processes, gunicorn itself, workers and verbs; half on each kind of database."""
    for kind in KINDS:
        with Trial(f"kills, {kind}", run.url(kind), seed) as trial:
            while trial.programs.killed.total() < count // len(KINDS):
                done = len(trial.crowd.acknowledged)
                trial.programs.kill(trial.draws)
                time.sleep(trial.draws.uniform(*BETWEEN_KILLS))
                trial.wait_for_work(done)
            yield trial.end(trial.programs.killed)


def cuts(run: Run, seed: int, count: int) -> Iterator[Outcome]:
    """Restart PostgreSQL at once, or cut its connections."""
    done: Counter[str] = Counter()
    with Trial("cuts, postgresql", run.url("postgresql"), seed) as trial:
        for number in range(count):
            cut = cutting.restart if number % 2 else cutting.terminate
            done[cut.__name__] += 1
            cut(run.databases, trial.url)
            time.sleep(trial.draws.uniform(*BETWEEN_CUTS))
        yield trial.end(done)


def full(run: Run, seed: int, count: int) -> Iterator[Outcome]:
    """Fill the disk that an SQLite file is on, and make room again."""
    done: Counter[str] = Counter()
    with disk.small() as folder:
        url = f"sqlite:///{folder / 'db' / 'skydd.sqlite3'}"
        with Trial("disk full, sqlite", url, seed, folder=folder) as trial:
            for _ in range(count):
                with disk.filled(folder):
                    done["disk full"] += 1
                    time.sleep(trial.draws.uniform(*BETWEEN_CUTS))
                time.sleep(trial.draws.uniform(*BETWEEN_CUTS))
            yield trial.end(done)


def clocks(run: Run, seed: int, count: int) -> Iterator[Outcome]:
    """Let the clocks of all programs jump a year ahead and an hour back; kill workers meanwhile."""
    for kind in KINDS:
        yield shifted.trial(run.url(kind), kind, seed, count // len(KINDS), BETWEEN_CUTS)


PARTS = {"kills": kills, "cuts": cuts, "full": full, "clocks": clocks}
COUNTS = {"kills": 200, "cuts": 24, "full": 10, "clocks": 12}
