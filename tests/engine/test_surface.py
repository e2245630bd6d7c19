"""Only a process set without faults gets into an engine."""

from pathlib import Path

import pytest

from engine.bootstrap import Engine
from engine.bpmn.definitions import read_folder
from engine.errors import ModelError
from tests.conftest import MovedClock
from tests.engine.bpmn.samples import REGISTERS, drawn, straight

RIGHT = REGISTERS | {"p.bpmn": drawn(straight("a", "b"))}
OTHER = REGISTERS | {"p.bpmn": drawn(straight("a", "c"))}
WRONG = RIGHT | {"q.bpmn": "<x", "forms/g.form": "{", "frister.toml": "["}


def test_a_right_set_is_published_under_its_content(empty: Engine, clock: MovedClock) -> None:
    version = empty.publish("tests", RIGHT)

    assert empty.publications.current() == version
    assert empty.publications.files(version) == RIGHT
    clock.advance(days=1)
    assert empty.publish("tests", OTHER) == empty.publications.current() != version


def test_a_wrong_set_is_refused_with_all_findings_and_nothing_is_stored(empty: Engine) -> None:
    with pytest.raises(ModelError) as refused:
        empty.publish("tests", WRONG)

    assert {f.file for f in refused.value.findings} >= {"q.bpmn", "forms/g.form", "frister.toml"}
    assert empty.publications.current() is None


def test_a_set_that_can_be_read_but_is_not_sound_is_refused(empty: Engine) -> None:
    stuck = RIGHT | {"p.bpmn": drawn(straight("a")).replace('value="f"', 'value="finns_inte"')}
    with pytest.raises(ModelError, match="formuläret finns_inte finns inte"):
        empty.publish("tests", stuck)

    assert empty.publications.current() is None


def test_a_wrong_set_leaves_the_one_in_force(empty: Engine) -> None:
    version = empty.publish("tests", RIGHT)
    with pytest.raises(ModelError):
        empty.publish("tests", WRONG)

    assert empty.publications.current() == version


def test_publishing_the_same_set_again_writes_nothing(
    empty: Engine, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = empty.publish("tests", RIGHT)
    clock.advance(days=1)
    monkeypatch.setattr("engine.db.publications.Publications.publish", None)

    assert empty.publish("tests", RIGHT) == version


def test_the_processes_of_the_folder_are_published_unless_others_are_named(
    engine: Engine, processes_folder: Path
) -> None:
    current = engine.publications.current()

    assert current is not None
    assert engine.publications.files(current) == read_folder(processes_folder)


def test_warmed_up_nobody_waits_for_the_processes_to_be_read(engine: Engine) -> None:
    engine.warm()
    processes = engine.processes.published(engine.publications.current() or "")

    assert "specifications" in vars(processes)


def test_an_installation_without_processes_is_not_warmed_up_and_starts(empty: Engine) -> None:
    empty.warm()

    assert empty.publications.current() is None
