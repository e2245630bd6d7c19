"""A worker's round, measured: how long it took, what it did, and when the last one ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from engine.operating.measures import DONE, LAST, ROUNDS, Stopwatch


@contextmanager
def one_round(now: Callable[[], datetime]) -> Iterator[Callable[[str, int], int]]:
    """Measure a round; what it gives takes what was done and how many, and returns how many."""
    watch = Stopwatch()
    yield _done
    ROUNDS.observe(watch.seconds)
    LAST.set(now().timestamp())


def _done(what: str, number: int) -> int:
    DONE.labels(what).inc(number)
    return number
