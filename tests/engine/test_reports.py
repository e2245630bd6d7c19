"""`skydd coverage` and `skydd trace`, run as one would run them."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine.__main__ import main
from engine.bpmn.definitions import version_of
from engine.proof.recording import Recording, features_hash
from engine.proof.rehearsal import FOLDER
from tests.engine.bpmn.samples import drawn, files
from tests.engine.proof.test_coverage import IN_TIME, LATE, TEXT
from tests.engine.proof.test_trace import DUTY
from tests.engine.test_main import write

Run = Callable[..., Result]
FILES = files(p=drawn(TEXT)) | {
    "ansvar.toml": DUTY.format("SOC-01") + 'darfor = "Stående"\n' + DUTY.format("SOC-02")
}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `skydd` on a small folder of processes."""
    write(tmp_path / "processes", FILES)
    monkeypatch.setenv("SKYDD_PROCESSES", str(tmp_path / "processes"))
    monkeypatch.setenv("SKYDD_RECORDING", str(tmp_path / "features.json"))
    return lambda *arguments: CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def half(tmp_path: Path) -> Path:
    """A recording in which the time never runs out."""
    return recorded(tmp_path / "half.json", IN_TIME)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return recorded(tmp_path / "whole.json", IN_TIME, LATE)


def recorded(file: Path, *scenarios: object) -> Path:
    text = Recording(version_of(FILES), features_hash(FOLDER), scenarios).text()  # type: ignore[arg-type]
    file.write_text(text, encoding="utf-8")
    return file


def test_coverage_tells_what_is_missing_and_fails(run: Run, half: Path) -> None:
    result = run("coverage", "--from", half)

    assert result.exit_code == 1
    assert "p: t_late utförs inte" in result.output
    assert "2 av 3 flöden utförs." in result.output


def test_coverage_of_everything_is_right(run: Run, whole: Path) -> None:
    result = run("coverage", "--quiet", "--from", whole)

    assert (result.exit_code, result.output) == (0, "3 av 3 flöden utförs.\n")


def test_coverage_for_machines_is_json(run: Run, half: Path) -> None:
    result = run("coverage", "--json", "--from", half)
    told = json.loads(result.output)

    assert result.exit_code == 1
    assert told["flows"] == {"executed": 2, "total": 3}
    assert set(told) == {"flows", "nodes", "lanes", "boundary_events", "deadlines", "diagrams"}


def test_coverage_writes_a_page_for_each_diagram(run: Run, whole: Path, tmp_path: Path) -> None:
    run("coverage", "--html", tmp_path / "sidor", "--from", whole)

    assert {path.name for path in (tmp_path / "sidor").iterdir()} == {"index.html", "p.html"}


@pytest.mark.parametrize("command", ["coverage", "trace"])
def test_a_recording_of_other_processes_is_refused(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "old.json").write_text(Recording("old", "old", ()).text())
    result = run(command, "--from", tmp_path / "old.json")

    assert result.exit_code == 1
    assert "inte inspelad på dessa processer" in result.output


def test_the_last_recording_is_used_when_none_is_named(
    run: Run, whole: Path, tmp_path: Path
) -> None:
    whole.rename(tmp_path / "features.json")

    assert run("coverage", "--quiet").output == "3 av 3 flöden utförs.\n"


def test_trace_tells_the_gaps_both_ways_and_fails(run: Run, whole: Path) -> None:
    result = run("trace", "--from", whole)

    assert result.exit_code == 1
    assert "SOC-02: inget element fullgör ansvaret" in result.output
    assert "ingen uppgift heter" in result.output  # the shipped features on a small set
    assert "1 av 2 ansvar är täckta" in result.output


def test_trace_for_machines_is_json(run: Run, whole: Path) -> None:
    told = json.loads(run("trace", "--json", "--from", whole).output)

    assert (told["covered"], told["total"]) == (1, 2)
    assert set(told) == {"covered", "total", "gaps", "rows"}
    assert [row["id"] for row in told["rows"]] == ["SOC-01", "SOC-02"]


def test_trace_is_a_sheet_too(run: Run, whole: Path) -> None:
    lines = list(csv.DictReader(run("trace", "--csv", "--from", whole).output.splitlines()))

    assert [(line["id"], line["covered"]) for line in lines] == [
        ("SOC-01", "True"), ("SOC-02", "False"),
    ]  # fmt: skip
    assert lines[0]["reason"] == "Stående"
