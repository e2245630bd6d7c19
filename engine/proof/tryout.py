"""Runs the scenarios on a set that is not published, in a process of its own: `tried_out`."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.config import ROOT
from engine.modelling.rehearsals import Failure, Result
from engine.proof.coverage import measured
from engine.proof.recording import Recording, read_recording
from engine.proof.rehearsal import COMMAND

OWN = ("SKYDD_", "PORT", "PYTEST_")
"""Variables of this process that the scenarios must not see: they have a database of their own."""
GENTLE = 10
"""How much the run stands back for whoever works in cases meanwhile."""
NOT_HERE = "Scenarierna finns inte på den här maskinen (tests/, features/ och pytest)."


def tried_out(
    files: Mapping[str, str],
    only: Iterable[str] = (),
    command: Sequence[str] = COMMAND,
    workers: int = 1,
    first: bool = False,
) -> Result:
    """Run the scenarios on a set, and return which do not hold; nothing is published or stored.

    `only` are the titles (`feature: scenario`) to run, all if there are none; with `first` the run
    ends at the first that fails. What no scenario passes is told when all are run.
    """
    if command is COMMAND and not runnable():
        return Result(0, broken=NOT_HERE)
    with tempfile.TemporaryDirectory(prefix="skydd-prov-") as name:
        folder = Path(name)
        chosen = tuple(only)
        options = _options(folder, chosen, workers, first)
        _write(folder / "processes", files)
        done = subprocess.run(  # noqa: S603, PLW1510  our own tests
            [sys.executable, *command, *options], cwd=ROOT, capture_output=True, text=True,
            env=_environment(folder / "processes"), preexec_fn=_stand_back,
        )  # fmt: skip
        outcomes = _outcomes(folder / "outcomes.json")
        if not outcomes:
            return Result(0, broken=(done.stdout[-1500:] + done.stderr[-500:]).strip())
        untried = {} if chosen else _untried(folder / "recording.json", files)
    failures = tuple(Failure(**each["failure"]) for each in outcomes if each["failure"])
    return Result(len(outcomes) - len(failures), failures, untried)


def runnable() -> bool:
    """Say whether there are scenarios here, and something that runs them."""
    there = (ROOT / "tests" / "test_features.py").exists() and (ROOT / "features").is_dir()
    return there and importlib.util.find_spec("pytest_bdd") is not None


def untried_in(processes: ProcessSet, recording: Recording) -> dict[str, tuple[str, ...]]:
    """Return process → the flows, and limits kept or expired, that no scenario passes."""
    found = {c.process: (*c.flows.missing, *c.deadlines.missing)
             for c in measured(processes, recording)}  # fmt: skip
    return {process: missing for process, missing in found.items() if missing}


def _options(folder: Path, only: Sequence[str], workers: int, first: bool) -> list[str]:
    options = ["--outcomes", str(folder / "outcomes.json")]
    if only:
        chosen = folder / "only.json"
        chosen.write_text(json.dumps(list(only), ensure_ascii=False), encoding="utf-8")
        options += ["--only-scenarios", str(chosen)]
    else:
        options += ["--recording", str(folder / "recording.json")]
    if workers > 1:
        options += ["--numprocesses", str(workers)]
    return [*options, "--exitfirst"] if first else options


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def _environment(processes: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OWN)}
    return {**kept, "SKYDD_PROCESSES": str(processes)}


def _stand_back() -> None:
    os.nice(GENTLE)


def _outcomes(file: Path) -> list[dict[str, Any]]:
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _untried(file: Path, files: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    try:
        recording = read_recording(file)
    except (OSError, ValueError):
        return {}
    return untried_in(read_process_set(files), recording)
