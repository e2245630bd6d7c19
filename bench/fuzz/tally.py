"""What came of the inputs: how many, how slow, how much memory, and what broke."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bench.faults.programs import resident_kb

PATIENCE = 10.0
"""Seconds for one input, on a busy machine."""
WARM = 0.2
"""The share of the inputs after which memory is looked at for the first time."""
GROWTH = 1.25
KEPT = 20


@dataclass
class Tally:
    """Counts the inputs of one part."""

    name: str
    wanted: int
    count: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    slowest: float = 0.0
    early_kb: int = 0
    last_kb: int = 0
    began: float = field(default_factory=time.monotonic)

    @property
    def over(self) -> bool:
        """Say whether there have been enough."""
        return self.count >= self.wanted

    @contextmanager
    def one(self, what: str) -> Iterator[None]:
        """Count an input; whatever is raised meanwhile broke on it."""
        start = time.monotonic()
        try:
            yield
        except Exception as error:
            self.breaks(what, error)
        took = time.monotonic() - start
        self.count += 1
        self.slowest = max(self.slowest, took)
        if took > PATIENCE:
            self.broken.append(f"{took:.0f} s for {what}"[:2000])
        if not self.early_kb and self.count >= self.wanted * WARM:
            self.early_kb = resident_kb(os.getpid())
        self.last_kb = resident_kb(os.getpid()) if self.over else self.last_kb

    def breaks(self, what: str, error: Exception) -> None:
        """Keep what broke, a few times."""
        self.outcomes["broken"] += 1
        if len(self.broken) < KEPT:
            self.broken.append(f"{type(error).__name__}: {error} by {what}"[:2000])

    @property
    def problems(self) -> list[str]:
        """Return everything that is wrong."""
        if not (self.early_kb and self.last_kb > self.early_kb * GROWTH):
            return self.broken
        grown = f"memory grew from {self.early_kb / 1024:.0f} to {self.last_kb / 1024:.0f} MB"
        return [*self.broken, grown]
