"""Lets a program of ours run beside the worker: `beside`, where there is what it takes: `able`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec

from engine.config import ROOT

SKYDD = (sys.executable, "-m", "engine")
_started: list[subprocess.Popen[bytes]] = []


def able() -> bool:
    """Say whether scenarios can be run here: not where only what serves is installed."""
    return (ROOT / "features").exists() and find_spec("pytest_bdd") is not None


def beside(arguments: Sequence[str], program: Sequence[str] = SKYDD) -> int:
    """Start `skydd` with arguments, and go on at once; return the id of its process.

    It outlives us, and tells what it came to in the database.
    """
    _started[:] = [each for each in _started if each.poll() is None]
    started = subprocess.Popen(  # noqa: S603  our own program
        [*program, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    _started.append(started)
    return started.pid
