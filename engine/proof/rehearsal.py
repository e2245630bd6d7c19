"""Runs the features to see what they execute; not again when nothing has changed since."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from engine.config import ROOT
from engine.proof.recording import FEATURES, Recording, features_hash, read_recording

FOLDER = ROOT / "features"
COMMAND = ("-m", "pytest", "--quiet", "--no-header", "tests/test_features.py")
WORKERS = 2


def last(file: Path, version: str, features: Path = FOLDER) -> Recording | None:
    """Return the recording in a file if it is of this process set and these features."""
    try:
        found = read_recording(file)
    except (OSError, ValueError):
        return None
    return found if found.is_of(version, features_hash(features)) else None


def rehearsed(
    file: Path,
    version: str,
    tell: Callable[[str], object],
    command: Sequence[str] = COMMAND,
) -> Recording:
    """Return a recording of this process set; the features are run if there is none yet.

    Raises ValueError with the end of what pytest said when a scenario fails.
    """
    if found := last(file, version):
        return found
    tell("Kör alla features; det tar någon minut.")
    options = ("--numprocesses", str(WORKERS), "--recording", str(file))
    program = [sys.executable, *command, *options]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True)  # noqa: S603, PLW1510  our own tests
    if done.returncode:
        raise ValueError(
            "Ett scenario gick inte igenom:\n" + done.stdout[-2000:] + done.stderr[-500:]
        )
    return read_recording(file)


def features() -> dict[str, str]:
    """Return the features: name → text."""
    return {p.stem: p.read_text(encoding="utf-8") for p in sorted(FOLDER.glob(FEATURES))}
