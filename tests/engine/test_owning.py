"""What process owners do at the command line, run as they would run it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine import owning
from engine.__main__ import main as skydd
from engine.bootstrap import Engine
from engine.errors import NotFound
from tests.engine.modelling.readers.handing import HANDING
from tests.engine.modelling.small import LIVE, MAIN, Owners, main

Run = Callable[..., Result]
MOVED = main("b", "late", "n")


@pytest.fixture
def owners(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Owners:
    monkeypatch.setattr(owning, "build", lambda: engine)
    return Owners(engine)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(skydd, list(arguments))


def folder(at: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        (at / name).parent.mkdir(parents=True, exist_ok=True)
        (at / name).write_text(text, encoding="utf-8")
    return str(at)


def test_drafts_are_listed_for_people_and_machines(owners: Owners) -> None:
    assert run("drafts").output == "Det finns inga utkast.\n"
    draft = owners.draft(main=MOVED)
    (row,) = json.loads(run("drafts", "--json").output)["drafts"]

    assert (row["id"], row["state"], row["files"]) == (draft.id, "open", [MAIN])
    assert "öppet" in run("drafts").output


def test_folders_versions_and_drafts_are_compared(owners: Owners, tmp_path: Path) -> None:
    draft = owners.draft(main=MOVED)
    new = owners.publish(LIVE | {MAIN: MOVED})
    live = folder(tmp_path / "a", LIVE)
    for before, after in ((live, new[:8]), (owners.live, draft.id), (owners.live[:4], new)):
        told = run("diff", before, after)
        assert told.exit_code == 0, told.output
        assert "banan är nu Polismyndigheten (tidigare Socialtjänsten)." in told.output
        assert "Berör: polismyndigheten, socialtjansten." in told.output
    assert run("diff", live, owners.live).output == "Ingen skillnad.\n"


def test_a_difference_is_told_to_machines(owners: Owners, tmp_path: Path) -> None:
    live, new = folder(tmp_path / "a", LIVE), folder(tmp_path / "b", LIVE | {MAIN: MOVED})
    told = json.loads(run("diff", live, new, "--json").output)

    assert told["agencies"] == ["polismyndigheten", "socialtjansten"]
    (change,) = told["changes"]
    assert (change["kind"], change["element"], change["file"]) == ("lane", "n", MAIN)


def test_a_difference_that_concerns_nobody_says_so(owners: Owners, tmp_path: Path) -> None:
    renamed = LIVE | {MAIN: LIVE[MAIN].replace('name="N"', 'name="Nytt"')}

    assert "Berör: ingen." in run("diff", owners.live, folder(tmp_path, renamed)).output


def test_what_cannot_be_read_or_found_is_told(owners: Owners, tmp_path: Path) -> None:
    broken = run("diff", owners.live, folder(tmp_path, LIVE | {MAIN: "<a"}))
    assert broken.exit_code == 1
    assert "En av dem kan inte läsas" in broken.output
    for unknown in ("okand", owners.live[:3]):
        assert isinstance(run("diff", owners.live, unknown).exception, NotFound)


def test_who_sees_what_is_told_and_how_it_differs(owners: Owners, tmp_path: Path) -> None:
    new = folder(tmp_path, HANDING)
    told = run("readers", new, "--agency", "socialtjansten")

    assert "M01 Anmälan, från Polismyndigheten till Socialtjänsten." in told.output
    (form,) = json.loads(run("readers", new, "--json").output)["forms"]
    assert form["rows"][1]["cells"] == {"socialtjansten": ["M01"]}
    assert "Socialtjänsten får läsa ”Skäl”" in run("readers", new, "--against", owners.live).output
    rows = json.loads(run("readers", new, "--against", owners.live, "--json").output)["altered"]
    assert [row["effect"] for row in rows] == ["added"]
    assert run("readers", new, "--against", new).output == "Ingen ser fler eller färre svar.\n"
