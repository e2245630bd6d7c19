"""The API: a seam. Where there is none there is nothing to send to."""

from __future__ import annotations

from importlib.util import find_spec

from bench.fuzz.tally import Tally
from bench.run import Run


def fuzz(_: Run, tally: Tally, seed: int) -> None:
    """Send nothing, and say so."""
    there = find_spec("web.api") is not None
    tally.outcomes["there is an API, and nothing is sent to it yet" if there else "no API"] = seed
    tally.wanted = 0
