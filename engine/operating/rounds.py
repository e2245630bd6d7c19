"""A worker's rounds, measured: how long each took, what it did, and when the last one ended."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from engine.config import Settings
from engine.errors import Unavailable
from engine.operating.logs import tell_uncaught
from engine.operating.measures import DONE, LAST, ROUNDS, Stopwatch
from engine.operating.safety import require_safe

ROUND = 2.0
"""Seconds until the next round, when the database was away in this one."""
LOG = logging.getLogger(__name__)


def prepare(settings: Settings, warm: Callable[[], None]) -> None:
    """Refuse unsafe settings (Unsafe), let even what ends the worker be told, and warm it up."""
    require_safe(settings)
    tell_uncaught()
    warm()


@contextmanager
def one_round(
    now: Callable[[], datetime], last: bool = True
) -> Iterator[Callable[[str, int], int]]:
    """Measure a round; what it gives takes what was done and how many, and returns how many.

    One that finds the database away is broken off, and the next one begins after a pause; after
    the `last` one Unavailable is raised.
    """
    watch = Stopwatch()
    with outlasting(last):
        yield _done
        ROUNDS.observe(watch.seconds)
        LAST.set(now().timestamp())


@contextmanager
def outlasting(last: bool, pause: float = ROUND) -> Iterator[None]:
    """Let a round of a program that goes on find the database away: wait, to begin the next one.

    After the `last` round there is none, and Unavailable goes through.
    """
    try:
        yield
    except Unavailable as error:
        if last:
            raise
        LOG.warning("the round was broken off: %s", error)
        time.sleep(pause)


def _done(what: str, number: int) -> int:
    DONE.labels(what).inc(number)
    return number
