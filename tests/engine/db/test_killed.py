"""A process that dies between two statements of a completion: before or after, never between."""

import os

import pytest
from sqlalchemy import event

from engine.bootstrap import Engine
from engine.replay import differences, rebuild
from tests.steps.desk import Desk

MORE_THAN_THERE_ARE = 40
KILLED = 9


def complete_and_die(desk: Desk, at: int) -> int:
    """Complete the first task in a process that dies at a statement; return how it ended."""
    child = os.fork()
    if child == 0:
        own = desk.engine
        own.database.dispose(close=False)  # the connections are the parent's
        count = 0

        def die(*_: object) -> None:
            nonlocal count
            count += 1
            if count == at:
                os._exit(KILLED)

        task = desk.tasks()[0]
        posted, person = desk.posted(task), desk.person(task.agency)
        event.listen(own.database, "before_cursor_execute", die)
        event.listen(own.database, "commit", die)
        own.casework.complete_task(person, task.id, posted)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def desk(engine_on_both: Engine) -> Desk:
    desk = Desk(engine_on_both)
    desk.case_id = engine_on_both.casework.open_case(desk.person("Polismyndigheten")).id
    desk.answers |= {"akut_fara": "nej", "behov_konsultation": "nej", "misstanke": "kvarstar"}
    return desk


def test_killed_at_any_statement_the_case_is_as_before_or_as_after(desk: Desk) -> None:
    before, entries = desk.open_now(), len(desk.log())
    for at in range(1, MORE_THAN_THERE_ARE):
        ended = complete_and_die(desk, at)
        saved, log = desk.instances(), desk.log()
        done = len(log) != entries

        assert (desk.open_now() == before) is not done
        rebuilt = rebuild(log, desk.engine.processes)
        assert [differences(saved[i], rebuilt[i]) for i in saved] == [[]] * len(saved)
        if done:
            break

    assert done
    assert at > 5, "it was killed at every statement before the commit"
    assert ended in {0, KILLED}
