"""A verdict on a real installation: nothing is wrong, until something is taken out of it."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import delete, update

from bench.faults import workload
from bench.faults.place import Place, any_task
from bench.faults.reading import seen
from bench.faults.verbs import Diary
from bench.faults.verdict import violations
from engine.bootstrap import Engine
from engine.bpmn.check import findings
from engine.db.connection import writing
from engine.db.tables import commands, messages

TASKS = 6


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(f"sqlite:///{tmp_path / 'skydd.sqlite3'}", tmp_path)


@pytest.fixture
def engine(place: Place) -> Iterator[Engine]:
    engine = place.engine()
    place.prepare(engine)
    yield engine
    engine.database.dispose()


def test_what_is_taken_out_of_an_installation_is_seen(place: Place, engine: Engine) -> None:
    people, done = place.people(), dict[str, str]()
    draws = random.Random(1)  # noqa: S311  no secret
    engine.casework.open_case(people[workload.SOC], first := str(uuid4()))
    for _ in range(TASKS):
        task = any_task(engine)
        assert task is not None
        id_ = str(uuid4())
        engine.casework.complete_task(people[task.agency], task.id, workload.answers(draws), id_)
        done[id_] = "complete_task"
        engine.timers.fire_due()
    done[first] = "open_case"
    assert violations(seen(place, engine, done, asks_programs=False), datetime.now(UTC)) == []

    lost = next(iter(done))
    with writing(engine.database) as connection:
        connection.execute(delete(commands).where(commands.c.id == lost))
        connection.execute(update(messages).values(receiver_instance=None))
    told = violations(seen(place, engine, done, asks_programs=False), datetime.now(UTC))
    assert f"acknowledged and lost: complete_task {lost}" in told
    assert any("took in 1 messages of 0" in each for each in told)


def test_the_processes_of_the_bench_are_right_but_for_their_drawings() -> None:
    assert {each.rule for each in findings(workload.FILES)} == {"not-drawn"}


def test_a_diary_outlives_its_writer_and_a_line_that_was_cut_off(tmp_path: Path) -> None:
    diary = Diary(tmp_path / "d.jsonl")
    done, left = diary.begin(verb="open_case"), diary.begin(verb="open_case")
    diary.end(done, "done")
    with (tmp_path / "d.jsonl").open("a") as file:
        file.write('{"id": "x", "verb": "op')

    again = Diary(tmp_path / "d.jsonl")
    assert again.acknowledged == {done["id"]: "open_case"}
    assert [each["id"] for each in again.open] == [left["id"]]
