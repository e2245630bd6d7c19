"""Nouns become rows and come back as they were, on both kinds of database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from engine.bootstrap import Engine
from engine.db import rows
from engine.db.tables import open_tasks
from engine.db.unit import SqlUnit
from engine.model import Case, Event, Instance, Message, Task, Timer
from tests.conftest import MONDAY

TASK = Task("t", "c", "i", "ca/a#1", "q", "a", "Anmäl åäö", "soc", "f", MONDAY, "chef",
            MONDAY + timedelta(days=7), "DL-10", "ada")  # fmt: skip
PLAIN = Task("u", "c", "i", "ca/b#1", "q", "b", "B", "polis", "f", MONDAY)
TIMERS = (Timer("i", "ca/a#1@P3D", MONDAY, "DL-10", "t"), Timer("i", "t#1", MONDAY))
MESSAGE = Message("m", "c", "hej", "meddelande", {"val": "ja"}, "i")


@pytest.fixture
def case(engine_on_both: Engine) -> Case:
    version = engine_on_both.publications.current()
    assert version is not None
    return Case("c", "2026-00001", version, MONDAY, "soc", None, "A1")


@pytest.fixture
def instance(case: Case) -> Instance:
    return Instance(
        "i", "c", "p", case.version, 0, '{"format":1}', {"val": "ja"}, {"ca/a": 1}, (TASK, PLAIN),
        TIMERS, ("hej", "slut"),
    )  # fmt: skip


@pytest.fixture
def unit(engine_on_both: Engine, case: Case, instance: Instance) -> Iterator[SqlUnit]:
    with engine_on_both.store.transaction() as unit:
        unit.add_case(case)
        unit.add_instance(instance)
    with engine_on_both.store.transaction() as unit:
        yield unit


def test_a_case_comes_back_as_it_was(unit: SqlUnit, case: Case) -> None:
    assert unit.case("c") == case


def test_an_instance_comes_back_with_its_tasks_and_timers(
    unit: SqlUnit, instance: Instance
) -> None:
    assert unit.instance("i") == instance


def test_an_ended_instance_comes_back_as_ended(unit: SqlUnit) -> None:
    ended = replace(unit.instance("i"), state="", tasks=(), timers=(), waiting=(), ended=True,
                    end_state="A1")  # fmt: skip
    unit.save(ended)

    assert unit.instance("i") == replace(ended, revision=1)


def test_a_message_comes_back_as_it_was(unit: SqlUnit) -> None:
    unit.send([MESSAGE])

    assert unit.pending("c") == [MESSAGE]


@pytest.mark.parametrize(
    "details",
    [{"task_id": "t", "path": "a#1", "variables": {"val": "ja"}, "passed": ["a", "b"]}, {}],
)
def test_a_log_entry_comes_back_as_it_was(
    engine_on_both: Engine, unit: SqlUnit, details: dict[str, object]
) -> None:
    entry = Event("c", "task_completed", MONDAY, "ada", "soc", "i", details)
    unit.record([entry])
    unit._db.commit()

    assert engine_on_both.casefile.log("c") == [replace(entry, sequence=1)]


def test_a_row_of_a_task_has_more_than_the_task(unit: SqlUnit) -> None:
    unit.remind("t", TIMERS[0])
    row = unit._db.execute(select(open_tasks).where(open_tasks.c.id == "t")).mappings().one()

    assert row["reminded_at"] == MONDAY
    assert rows.task(row) == TASK


def test_a_person_comes_back_with_the_roles_as_a_set(unit: SqlUnit) -> None:
    assert unit.person("soc.chef").roles == {"chef", "handlaggare", "skyddsbehorig"}
