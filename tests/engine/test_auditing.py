"""What auditors do at the command line, run as they would run it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import delete

from engine import auditing
from engine.__main__ import main
from engine.bootstrap import Engine
from engine.db.connection import writing
from engine.db.tables import events
from engine.errors import NotFound
from engine.model import Case

Run = Callable[..., Result]


@pytest.fixture
def run(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `skydd audit` with the test's own engine."""
    monkeypatch.setattr(auditing, "build", lambda: engine)
    return lambda *arguments: CliRunner().invoke(main, ["audit", *map(str, arguments)])


@pytest.fixture
def case(engine: Engine) -> Case:
    person = engine.queries.person("polis")
    assert person is not None
    return engine.casework.open_case(person)


def break_(engine: Engine) -> None:
    with writing(engine.database) as connection:
        connection.execute(delete(events).where(events.c.sequence == 2))


def test_a_whole_log_is_said_to_be(run: Run, case: Case) -> None:
    run("anchor")
    told = run("verify")

    assert told.exit_code == 0
    assert "Loggen stämmer." in told.output
    assert "Nyare än det senaste ankaret: 1." in told.output


def test_what_is_wrong_is_said_with_its_place(run: Run, engine: Engine, case: Case) -> None:
    break_(engine)
    told, machine = run("verify"), run("verify", case.number, "--json")

    assert (told.exit_code, machine.exit_code) == (1, 1)
    assert f"{case.id}, post 2: saknas (post 2 till 2 är borttagna)" in told.output
    (checked,) = json.loads(machine.output)["checked"]
    assert (checked["what"], checked["chains"]) == (case.number, 1)
    assert checked["findings"][0]["entry"] == 2


def test_a_bundle_is_exported_and_checked(run: Run, case: Case, tmp_path: Path) -> None:
    run("anchor")
    file = tmp_path / "logg.zip"
    made = run("export", case.number, "--to", file)
    assert (made.exit_code, file.exists()) == (0, True)

    assert "Loggen stämmer." in run("verify", file).output
    wrong = run("verify", file, "--key", "ab" * 32)
    assert (wrong.exit_code, "fel nyckel" in wrong.output) == (1, True)


def test_a_case_that_is_not_there_is_said(run: Run) -> None:
    told = run("verify", "2026-99999")

    assert isinstance(told.exception, NotFound)


def test_anchors_are_listed_and_their_files_told_of(run: Run, engine: Engine, case: Case) -> None:
    told = run("anchor")
    listed = json.loads(run("anchors", "--json").output)

    assert str(engine.settings.anchors) in told.output.replace("\n", "")
    assert [each["statement"]["number"] for each in listed] == [1]
    assert json.loads(run("anchor", "--json").output)["statement"]["number"] == 2
    assert run("anchors").exit_code == 0
