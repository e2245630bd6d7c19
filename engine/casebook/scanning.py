"""Lets a virus scanner of the installation look at a file before it is kept."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Callable

Scanner = Callable[[bytes], str | None]
"""Says in Swedish why a file is refused; None when nothing was found."""

PATIENCE = 60
FOUND = "Filen stoppades av viruskontrollen. Skicka den inte vidare; kontakta er it-säkerhet"
UNKNOWN = "Filen kunde inte viruskontrolleras och är därför inte sparad. Försök igen senare"


def no_scanner(_: bytes) -> str | None:
    """Find nothing: there is no scanner."""
    return None


def scanner(command: str) -> Scanner:
    """Return a scanner that hands each file to a command, by the manners of `clamdscan -`.

    The command reads the file from its input and ends with 0 when it is clean and 1 when it is not.
    What cannot be scanned is refused. Without a command nothing is scanned.
    """
    words = shlex.split(command)

    def scan(content: bytes) -> str | None:
        try:
            done = subprocess.run(  # noqa: S603  the installation's own setting
                words, input=content, capture_output=True, timeout=PATIENCE, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return UNKNOWN
        return {0: None, 1: FOUND}.get(done.returncode, UNKNOWN)

    return scan if words else no_scanner
