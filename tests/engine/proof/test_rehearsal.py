"""A recording is used as long as nothing has changed; else the features are run."""

from pathlib import Path

import pytest

from engine.proof.recording import Recording, features_hash
from engine.proof.rehearsal import FOLDER, features, last, rehearsed


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "features.json"
    file.write_text(Recording("v1", features_hash(FOLDER), ()).text())
    return file


PASSES = ("-c", """import sys
from engine.proof.recording import Recording
open(sys.argv[-1], "w").write(Recording("v2", "f", ()).text())""")  # fmt: skip
FAILS = ("-c", "print('1 failed'); raise SystemExit(1)")


def test_a_fresh_recording_is_used(file: Path) -> None:
    told: list[object] = []

    assert rehearsed(file, "v1", told.append).version == "v1"
    assert told == []


def test_a_recording_of_other_processes_or_features_is_not(file: Path, tmp_path: Path) -> None:
    assert last(file, "v1") is not None
    assert last(file, "v2") is None
    assert last(file, "v1", tmp_path) is None
    assert last(tmp_path / "none.json", "v1") is None


def test_the_features_are_run_when_the_processes_have_changed_and_that_is_said(file: Path) -> None:
    told: list[object] = []

    assert rehearsed(file, "v2", told.append, PASSES).version == "v2"
    assert told == ["Kör alla features; det tar någon minut."]


def test_a_scenario_that_fails_is_told(file: Path) -> None:
    with pytest.raises(ValueError, match="1 failed"):
        rehearsed(file, "v2", print, FAILS)


def test_the_features_are_read_by_name() -> None:
    assert features()["lvu"].startswith("# language: sv")
