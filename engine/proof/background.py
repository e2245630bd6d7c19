"""Lets a program of ours run beside the worker: `beside`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

SKYDD = (sys.executable, "-m", "engine")
_started: list[subprocess.Popen[bytes]] = []


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
