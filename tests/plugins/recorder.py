"""Writes down what each scenario executes: `--recording FILE`.

Each worker of pytest-xdist writes a part beside the file; the main process puts them together when
everything has passed. A recording of a part of the features would tell of gaps that are none, so
nothing is kept when a scenario failed or was not run, but where `--outcomes` tells which.
"""

import json
import os
from dataclasses import asdict
from pathlib import Path

import pytest

from engine.bpmn.definitions import read_folder, version_of
from engine.config import ROOT, Settings
from engine.proof.recorder import Notes, Recorder
from engine.proof.recording import Recording, Scenario, features_hash, merged

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
FOLDER = ROOT / "features"
FAILED = pytest.ExitCode.TESTS_FAILED


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--recording", metavar="FILE", help="where to write what the scenarios execute"
    )


def pytest_configure(config: pytest.Config) -> None:
    if file := config.getoption("--recording"):
        failing = config.getoption("--outcomes", None) is not None
        config.pluginmanager.register(Writer(Path(file).absolute(), failing), "skydd-recording")


class Writer:
    """Collects the scenarios of this process."""

    def __init__(self, file: Path, failing: bool = False) -> None:
        self.file = file
        self.failing = failing
        self.notes = Notes()
        self.scenarios: list[Scenario] = []

    def pytest_bdd_before_scenario(self, request, feature, scenario) -> None:
        self.notes = Notes()

    def pytest_bdd_after_scenario(self, request, feature, scenario) -> None:
        self.scenarios.append(self.notes.scenario(Path(feature.filename).stem, scenario.name))

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        if not hasattr(session.config, "workerinput"):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            for part in self._parts():
                part.unlink()

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        part = self.file.with_name(f"{self.file.name}.{WORKER}.part")
        part.write_text(json.dumps([asdict(each) for each in self.scenarios], ensure_ascii=False))
        if not hasattr(session.config, "workerinput"):
            parts = [
                Scenario(**each) for part in self._parts() for each in json.loads(part.read_text())
            ]
            for each in self._parts():
                each.unlink()
            if exitstatus == pytest.ExitCode.OK or (self.failing and exitstatus == FAILED):
                self._write(merged(parts))

    def _write(self, scenarios: tuple[Scenario, ...]) -> None:
        version = version_of(read_folder(Settings().processes))
        recording = Recording(version, features_hash(FOLDER), scenarios)
        self.file.write_text(recording.text(), encoding="utf-8")

    def _parts(self) -> list[Path]:
        return sorted(self.file.parent.glob(f"{self.file.name}.*.part"))


@pytest.fixture
def around(request: pytest.FixtureRequest):
    """What an engine's processes are wrapped in: a recorder in features, else nothing."""
    writer = request.config.pluginmanager.get_plugin("skydd-recording")
    if writer is None:
        return None
    return lambda processes: Recorder(processes.published, writer.notes)
