"""A page of the work list is the same however it is picked, and picked out of few rows."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from engine.bootstrap import Engine
from engine.db import picking
from engine.db.choosing import Chooser
from engine.db.connection import writing
from engine.db.tables import cases, instances, open_tasks
from engine.lists.worklist import CHOICES, StepLine, Wanted
from engine.model import Actor
from tests.conftest import MONDAY

READER = Actor("anna", "Anna", "socialtjansten", frozenset())
ELEMENTS = ("ut_bo", "ut_avsluta", "ut_nr")
STEPS = tuple(
    StepLine(process, process, element, element, frozenset(step))
    for process in ("akut", "lvu")
    for element, step in zip(ELEMENTS, ("1", "2", "12"), strict=True)
)
CHOOSER = Chooser(READER, MONDAY, MONDAY, set(), STEPS)
ROWS, SIZE = 60, 7
AGENCIES = ("socialtjansten", "polismyndigheten")


@pytest.fixture
def crowded(engine_on_both: Engine) -> Engine:
    """Sixty cases with a task each, of two agencies, in every place that is drawn."""
    version = engine_on_both.publications.current()
    filled = {
        cases: {"opened_at": MONDAY, "opened_by": AGENCIES[0], "version": version},
        instances: {"process": "lvu", "version": version, "revision": 0, "state": "",
                    "variables": {}, "rounds": {}, "waiting": [], "ended": False},
        open_tasks: {"path": "p", "name": "x", "form": "f"},
    }  # fmt: skip
    with writing(engine_on_both.database) as connection:
        for table, same in filled.items():
            rows = [{**_own(n), **same} for n in range(ROWS)]
            kept = [{name: row[name] for name in row if name in table.c} for row in rows]
            connection.execute(insert(table), kept)
    return engine_on_both


def _own(n: int) -> dict[str, Any]:
    step = STEPS[n % len(STEPS)]
    return {
        "id": f"t{n:02}", "case_id": f"t{n:02}", "instance_id": f"t{n:02}",
        "number": f"2026-{n:05}", "agency": AGENCIES[n % 7 == 0], "element": step.element,
        "process": step.process, "opened_at": MONDAY - timedelta(days=n % 11),
        "urgent_at": MONDAY + timedelta(days=n * 37 % 23),
    }  # fmt: skip


def picked(engine: Engine, wanted: Wanted, size: int) -> list[str]:
    with engine.database.connect() as connection:
        found = connection.execute(picking.page(CHOOSER, wanted, size)).mappings()
        return [row["id"] for row in found]


@pytest.mark.parametrize("order", CHOICES["order"])
@pytest.mark.parametrize("scope", ["", "otilldelade"])
def test_the_first_page_of_a_step_begins_the_list_of_the_step(
    crowded: Engine, scope: str, order: str
) -> None:
    everything = picked(crowded, Wanted(scope, order=order), ROWS)
    place = {f"t{n:02}": STEPS[n % len(STEPS)] for n in range(ROWS)}
    for asked, within in {
        Wanted(scope, step="2", order=order): lambda step: "2" in step.steps,
        Wanted(scope, search="ut_b", order=order): lambda step: step.element == "ut_bo",
        Wanted(scope, step="2", search="nr", order=order): lambda step: step.element == "ut_nr",
    }.items():
        expected = [task for task in everything if within(place[task])]
        assert len(expected) > SIZE
        assert picked(crowded, asked, SIZE) == expected[:SIZE]


def test_what_is_drawn_nowhere_is_not_found(crowded: Engine) -> None:
    assert picked(crowded, Wanted(step="6"), SIZE) == []
    assert picked(crowded, Wanted(search="finns inte"), SIZE) == []


def test_a_step_is_looked_for_in_each_place_by_itself() -> None:
    """Else a million rows are walked through when the step's own lie at the end of the list."""
    statement = str(picking.page(CHOOSER, Wanted(step="2"), SIZE))

    assert statement.count("open_tasks.element = ") == 2 * len(("ut_avsluta", "ut_nr"))
    assert statement.count("LIMIT") == 1 + 2 * len(("ut_avsluta", "ut_nr"))
    assert "UNION" not in str(picking.page(CHOOSER, Wanted("mina", step="2"), SIZE))
