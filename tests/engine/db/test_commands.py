"""Commands with an id: done once, whoever asks again."""

from dataclasses import replace

import pytest

from engine.db import commands
from engine.db.unit import SqlUnit
from engine.errors import Conflict, Stale
from engine.model import Command
from tests.conftest import MONDAY

COMMAND = Command("k1", "ada", "complete_task", "t")


def test_a_command_is_known_when_it_has_been_done(unit: SqlUnit) -> None:
    assert unit.result_of(COMMAND) is None
    unit.keep_command(COMMAND, MONDAY, "c")

    assert unit.result_of(COMMAND) == "c"


@pytest.mark.parametrize("other", [{"actor": "siv"}, {"verb": "close_case"}, {"target": "u"}])
def test_its_id_does_for_nothing_else(unit: SqlUnit, other: dict[str, str]) -> None:
    unit.keep_command(COMMAND, MONDAY, "c")

    with pytest.raises(Conflict) as refused:
        unit.result_of(replace(COMMAND, **other))
    assert str(refused.value) == commands.REUSED


def test_a_command_without_an_id_is_never_known(unit: SqlUnit) -> None:
    unit.keep_command(None, MONDAY, "c")

    assert unit.result_of(None) is None


def test_of_the_same_command_twice_at_once_one_is_tried_again(unit: SqlUnit) -> None:
    unit.keep_command(COMMAND, MONDAY, "c")

    with pytest.raises(Stale):
        unit.keep_command(COMMAND, MONDAY, "c")
