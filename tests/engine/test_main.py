"""The command line, run as one would run it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine import demo
from engine.__main__ import main
from engine.bootstrap import build
from engine.config import Settings
from engine.model import Actor
from tests.conftest import MovedClock
from tests.engine.bpmn.samples import REGISTERS, bpmn, drawn, node, straight, timer
from tests.engine.db.small import FILES

Run = Callable[..., Result]
SOC = Actor("soc", "Ada Ek", "socialtjansten")
LONG_AGO = datetime(2020, 3, 2, 9, tzinfo=UTC)
START, END = node("startEvent", "start"), node("endEvent", "end")
WAITS = bpmn(
    "stod_och_skydd",
    [START, node("intermediateCatchEvent", "t", timer("P1D")), END],
    "start -> t\nt -> end",
    lane="socialtjansten",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small folder of processes that the command line looks at."""
    folder = tmp_path / "processes"
    write(folder, REGISTERS | {"p.bpmn": drawn(straight("a", "b"))})
    monkeypatch.setenv("SKYDD_PROCESSES", str(folder))
    return folder


@pytest.fixture
def run(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `skydd` on a database of its own."""
    monkeypatch.setenv("SKYDD_DATABASE_URL", f"sqlite:///{tmp_path / 'cli.sqlite'}")
    monkeypatch.setenv("SKYDD_SECRET_KEY", "only for tests, " * 3)
    return lambda *arguments: CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def published(run: Run, monkeypatch: pytest.MonkeyPatch, migrated_sqlite_url: str) -> Run:
    """Run `skydd` where the real processes are published and the people are there."""
    monkeypatch.setenv("SKYDD_DATABASE_URL", migrated_sqlite_url)
    return run


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_migrate_makes_the_tables_and_publishes_the_folder(run: Run) -> None:
    first, second = run("migrate"), run("migrate")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "Databasen är uppdaterad" in first.output
    assert first.output == second.output
    assert run("cases", "--json").output == "[]\n"


def test_migrate_leaves_alone_what_has_been_live_since(run: Run, folder: Path) -> None:
    run("migrate")
    live = build().publish("agare", REGISTERS | {"p.bpmn": drawn(straight("a", "c"))})[:12]

    assert f"nu är orört.\nDatabasen är uppdaterad. Processversion {live}." in run("migrate").output
    write(folder, {"p.bpmn": drawn(straight("a", "e"))})
    assert live not in run("migrate").output


def test_migrate_tells_every_fault_and_publishes_nothing(run: Run, folder: Path) -> None:
    write(folder, {"q.bpmn": "<x", "forms/g.form": "{"})
    result = run("migrate")

    assert result.exit_code == 1
    assert "q.bpmn" in result.output
    assert "forms/g.form" in result.output
    assert "publicerades inte" in result.output
    assert build(Settings()).publications.current() is None


def test_check_of_a_right_folder_is_quiet(run: Run) -> None:
    result = run("check")

    assert (result.exit_code, result.output) == (0, "Inga fel.\n")


def test_check_tells_every_fault_and_fails(run: Run, folder: Path) -> None:
    write(folder, {"q.bpmn": "<x", "forms/g.form": "{"})
    result = run("check")

    assert result.exit_code == 1
    assert "q.bpmn: filen är inte giltig XML" in result.output
    assert "forms/g.form: filen är inte läsbar JSON" in result.output
    assert result.output.endswith(" fel.\n")


def test_check_for_machines_is_json(run: Run, folder: Path) -> None:
    write(folder, {"q.bpmn": "<x"})
    result = run("check", "--json")
    (finding,) = json.loads(result.output)["findings"]

    assert result.exit_code == 1
    assert (finding["file"], finding["rule"]) == ("q.bpmn", "xml")
    assert set(finding) == {"file", "element", "rule", "message"}


def test_check_for_machines_of_a_right_folder_is_an_empty_list(run: Run) -> None:
    result = run("check", "--json")

    assert (result.exit_code, json.loads(result.output)) == (0, {"findings": []})


def test_a_changed_file_is_checked_against_the_rest_of_the_folder(run: Run, tmp_path: Path) -> None:
    changed = tmp_path / "p.bpmn"
    changed.write_text(drawn(straight("a")).replace('value="f"', 'value="finns_inte"'))
    result = run("check", changed)

    assert result.exit_code == 1
    assert "formuläret finns_inte finns inte" in result.output
    assert run("check").exit_code == 0


def test_check_of_one_file_is_silent_about_the_others(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    right = tmp_path / "p.bpmn"
    right.write_text(drawn(straight("a")))
    broken = drawn(straight("a")).replace('value="f"', 'value="finns_inte"')
    write(folder, {"q.bpmn": broken.replace('"p"', '"q"')})

    assert run("check").exit_code == 1
    assert run("check", right).exit_code == 0


def test_a_changed_form_takes_the_place_of_the_one_in_the_folder(run: Run, tmp_path: Path) -> None:
    changed = tmp_path / "f.form"
    changed.write_text("{")
    result = run("check", changed)

    assert result.exit_code == 1
    assert "forms/f.form" in result.output


def test_check_of_a_file_that_is_not_there_says_how_to_use_it(run: Run) -> None:
    assert run("check", "no-such.bpmn").exit_code == 2


def test_layout_draws_a_copied_file_and_keeps_its_process(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "p.bpmn"
    copy.write_text(straight("a", "b"), encoding="utf-8")
    result = run("layout", copy)

    assert result.exit_code == 0
    assert "BPMNShape" in copy.read_text(encoding="utf-8")
    assert copy.read_text(encoding="utf-8") == drawn(straight("a", "b"))
    assert run("check", copy).exit_code == 0


def test_layout_of_what_is_no_diagram_fails_and_leaves_the_file(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "p.bpmn"
    copy.write_text("<x")

    result = run("layout", copy)

    assert (result.exit_code, type(result.exception)) == (1, SystemExit)
    assert "p.bpmn" in result.output
    assert copy.read_text() == "<x"


def test_the_book_is_written_where_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    result = run("book", tmp_path / "book")

    assert result.exit_code == 0
    assert "processer.pdf är skriven." in result.output
    assert {path.name for path in (tmp_path / "book").iterdir()} == {"p.svg", "processer.pdf"}


def test_the_book_is_not_written_of_what_cannot_be_read(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    write(folder, {"q.bpmn": "<x"})
    result = run("book", tmp_path / "book")

    assert result.exit_code == 1
    assert "q.bpmn: filen är inte giltig XML" in result.output
    assert not (tmp_path / "book").exists()


def test_cases_are_told_by_number_state_and_open_tasks(published: Run) -> None:
    engine = build(Settings(), MovedClock())
    case = engine.casework.open_case(SOC)
    (row,) = json.loads(published("cases", "--json").output)
    table = published("cases").output

    assert (row["number"], row["end_state"], row["open_tasks"]) == (case.number, None, 1)
    assert case.number in table
    assert "pågår" in table
    engine.database.dispose()


def test_demo_adds_people_and_cases(published: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "STORIES", [replace(story, tasks_done=1) for story in demo.STORIES])
    result = published("demo")
    cases = json.loads(published("cases", "--json").output)

    assert result.exit_code == 0
    assert len(cases) == len(demo.STORIES)


def test_demo_if_empty_leaves_cases_that_are_there(
    published: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "STORIES", demo.STORIES[-1:])
    first, second = published("demo", "--if-empty"), published("demo", "--if-empty")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert len(json.loads(published("cases", "--json").output)) == 1


def test_the_worker_fires_what_is_due_and_stops_when_told_once(published: Run) -> None:
    clock = MovedClock()
    engine = build(Settings(), clock)
    clock.advance(minutes=1)
    engine.publications.publish("small", FILES | {"stod_och_skydd.bpmn": WAITS}, "t", clock.now())
    clock.set(LONG_AGO)
    engine.casework.open_case(SOC)
    result = published("worker", "--once")

    assert (result.exit_code, result.output) == (0, "1 tider utlösta.\n")
    assert published("worker", "--once").output == "0 tider utlösta.\n"
    engine.database.dispose()


def test_without_a_command_the_commands_are_told(run: Run) -> None:
    result = run("--help")

    assert all(name in result.output for name in ("migrate", "demo", "serve", "worker", "check"))
