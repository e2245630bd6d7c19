from dataclasses import replace

import pytest

from engine.fingerprint import fingerprint, is_other
from engine.model import STATE_FORMAT, Instance
from tests.conftest import MONDAY
from tests.engine.rowed import Rows
from tests.engine.test_replay import CHANGES

INSTANCE = Rows({"p": ("task soc a",)}).start(Instance("i", "c", "p", "v1"), MONDAY).instance
COUNTED = CHANGES | {
    "rounds": lambda i: replace(i, rounds={"t": 2}),
    "version": lambda i: replace(i, version="v2"),
    "pause": lambda i: replace(i, paused_at=MONDAY),
}
del COUNTED["revision"]


@pytest.mark.parametrize("name", COUNTED)
def test_whatever_the_next_command_builds_on_is_in_it(name: str) -> None:
    assert is_other(fingerprint(INSTANCE), COUNTED[name](INSTANCE))


def test_who_holds_a_task_and_how_often_it_was_saved_are_not() -> None:
    held = INSTANCE.with_task(replace(INSTANCE.tasks[0], assignee="ada"))

    assert not is_other(fingerprint(INSTANCE), replace(held, revision=7))


def test_an_entry_that_tells_nothing_or_of_an_older_format_is_no_other_state() -> None:
    assert not is_other(None, INSTANCE)
    assert not is_other(f"{STATE_FORMAT - 1}:00", INSTANCE)
    assert is_other(f"{STATE_FORMAT}:00", INSTANCE)
