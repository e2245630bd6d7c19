"""Many tasks at once: one transaction each, one answer each."""

import pytest

from engine.bootstrap import Engine
from engine.lists.bulk import GONE, MOST
from engine.model import Actor, Task
from tests.steps.desk import Desk


@pytest.fixture
def desk(engine: Engine) -> Desk:
    """Three cases, each with a first task at Socialtjänsten."""
    return Desk(engine)


@pytest.fixture
def soc(desk: Desk) -> Actor:
    return desk.person("Socialtjänsten")


@pytest.fixture
def chef(desk: Desk) -> Actor:
    return desk.person("Socialtjänsten", "chef")


@pytest.fixture
def tasks(desk: Desk, soc: Actor) -> list[Task]:
    for _ in range(3):
        desk.engine.casework.open_case(soc)
    return [line.task for line in desk.engine.worklists.page(soc).lines]


def ids(tasks: list[Task]) -> list[str]:
    return [task.id for task in tasks]


def problems(outcomes) -> list[str]:
    return [each.problem for each in outcomes]


def holders(desk: Desk, actor: Actor) -> set[str | None]:
    return {line.task.assignee for line in desk.engine.worklists.page(actor).lines}


def test_every_free_task_is_taken_and_the_others_say_why_not(
    desk: Desk, soc: Actor, chef: Actor, tasks: list[Task]
) -> None:
    desk.engine.casework.claim(chef, tasks[0].id)
    desk.engine.casework.claim(soc, tasks[1].id)
    found = desk.engine.bulk.claim(soc, [*ids(tasks), "no such"])

    assert problems(found) == ["En kollega har redan tagit uppgiften.", "Du har redan uppgiften.",
                               "", GONE]  # fmt: skip
    assert found[3].line is None
    assert found[2].line is not None
    assert holders(desk, soc) == {chef.id, soc.id}


def test_own_tasks_are_given_back(desk: Desk, soc: Actor, tasks: list[Task]) -> None:
    desk.engine.bulk.claim(soc, ids(tasks)[:2])
    found = desk.engine.bulk.release(soc, ids(tasks))

    assert problems(found)[:2] == ["", ""]
    assert "Du har inte uppgiften" in problems(found)[2]
    assert holders(desk, soc) == {None}


def test_tasks_are_handed_out_and_the_log_keeps_the_reason_as_a_code(
    desk: Desk, soc: Actor, chef: Actor, tasks: list[Task]
) -> None:
    found = desk.engine.bulk.assign(chef, ids(tasks), soc.id, "franvaro")
    again = desk.engine.bulk.assign(chef, ids(tasks), soc.id)

    assert problems(found) == ["", "", ""]
    assert set(problems(again)) == {"Kollegan har redan uppgiften."}
    for task in tasks:
        log = desk.engine.casefile.log(task.case_id)
        assigned = [e.details for e in log if e.kind == "task_assigned"]
        assert [(d["assignee"], d["reason"]) for d in assigned] == [(soc.id, "franvaro")]


def test_another_agencys_tasks_are_as_if_they_were_not(
    desk: Desk, soc: Actor, tasks: list[Task]
) -> None:
    polis = desk.person("Polismyndigheten")
    for act in (desk.engine.bulk.claim, desk.engine.bulk.release):
        found = act(polis, ids(tasks))
        assert {(each.line, each.problem) for each in found} == {(None, GONE)}
    given = desk.engine.bulk.assign(soc, ids(tasks), polis.id)

    assert all("förbehållen" in each for each in problems(given))
    assert holders(desk, soc) == {None}


def test_the_same_task_ticked_twice_is_one_and_there_is_a_limit(
    desk: Desk, soc: Actor, tasks: list[Task]
) -> None:
    many = [f"x{n}" for n in range(MOST)]

    assert problems(desk.engine.bulk.claim(soc, ids(tasks[:1]) * 3)) == [""]
    assert len(desk.engine.bulk.claim(soc, [*many, *ids(tasks)])) == MOST
