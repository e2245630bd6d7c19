"""`skydd rehearse`, run as a process owner would run it; and the worker's part in it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine import operation, rehearsing
from engine.__main__ import main as skydd
from engine.bootstrap import Engine
from engine.bpmn.definitions import version_of
from engine.modelling.rehearsals import Failure
from engine.modelling.rehearsals import Result as Came
from engine.proof.recording import Recording
from tests.engine.modelling.small import LIVE, MAIN, Owners, main

MOVED = main("b", "late", "n")
FAILED = Came(1, (Failure("asyl", "SC-1", "När hon söker", "ingen"),), {"p": ("f",)})


@pytest.fixture
def owners(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Owners:
    """The owners; the scenarios themselves are run by the tests of `tryout`."""

    def tried_out(files: Mapping[str, str], only: Sequence[str], workers: int) -> Came:
        return Came(2) if files == LIVE else FAILED

    for module in (rehearsing, operation):
        monkeypatch.setattr(module, "build", lambda *_, **__: engine)
    monkeypatch.setattr(rehearsing, "tried_out", tried_out)
    return Owners(engine)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(skydd, list(arguments))


def test_a_draft_is_rehearsed_and_what_came_of_it_is_kept(owners: Owners) -> None:
    draft = owners.draft(main=MOVED)
    told = run("rehearse", draft.id)

    assert told.exit_code == 1
    assert "asyl: SC-1 – vid steget ”När hon söker”. ingen" in told.stdout
    assert "1 av 2 scenarier går igenom." in told.stdout
    this = owners.engine.rehearsals.page(owners.pia, draft.id).this
    assert this is not None
    assert (this.result, this.draft_id) == (FAILED, draft.id)


def test_a_version_that_holds_is_told_to_machines(owners: Owners) -> None:
    told = run("rehearse", owners.live, "--json")

    assert told.exit_code == 0
    assert json.loads(told.stdout)["holds"] is True


def test_only_some_scenarios_say_nothing_of_the_whole(owners: Owners) -> None:
    draft = owners.draft(main=MOVED)
    run("rehearse", draft.id, "--only", "asyl: SC-1")

    assert owners.engine.rehearsals.page(owners.pia, draft.id).this is None


def test_faults_are_told_and_nothing_is_run(owners: Owners) -> None:
    told = run("rehearse", owners.draft(main=LIVE[MAIN].replace("'ja'", "'jo'")).id)

    assert told.exit_code == 1
    assert "Scenarierna kunde inte köras." in told.stdout


def test_the_worker_lets_a_run_that_was_asked_for_go_beside_it(
    owners: Owners, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Sequence[str]] = []
    monkeypatch.setattr(operation, "beside", begun.append)
    draft = owners.draft(main=MOVED)
    version = owners.engine.rehearsals.ask(owners.pia, draft.id).version
    for _ in range(2):
        run("worker", "--once")

    assert begun == [("rehearse", draft.id, "--as", version)]
    owners.save(draft, MAIN, main("b"))
    assert rehearsing.CHANGED in run(*begun[0]).stdout
    with owners.engine.store.transaction() as unit:
        kept = unit.rehearsals.one(version)
    assert kept is not None
    assert kept.state == "broken"
    assert version != version_of(LIVE)


def test_scenarios_are_begun_for_what_none_tries(owners: Owners, tmp_path: Path) -> None:
    draft = owners.draft(main=MOVED)
    told = run("skeletons", draft.id, "--to", str(tmp_path))

    assert told.exit_code == 0, told.output
    (file,) = tmp_path.glob("*_saknas.feature")
    assert file.read_text(encoding="utf-8") == run("skeletons", draft.id).stdout[:-1]
    assert "kan inte göra ”N”" in file.read_text(encoding="utf-8")


def test_faults_are_made_and_what_notices_them_is_told(
    owners: Owners, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    recording = tmp_path / "features.json"
    recording.write_text(Recording("v", "f", ()).text())
    settings = owners.engine.settings.model_copy(update={"recording": recording})
    engine = replace(owners.engine, settings=settings)
    monkeypatch.setattr(rehearsing, "build", lambda: engine)
    told = run("mutate", owners.live, "--count", "2")
    rows = json.loads(run("mutate", owners.live, "--count", "2", "--json").stdout)

    assert "Av de andra 2 märks 0 (0 %) av ett scenario." in told.stdout
    assert (rows["score"], len(rows["faults"])) == (0, 2)
    recording.unlink()
    assert "Kör först skydd coverage" in run("mutate", owners.live).output
