"""Habits are kept on both kinds of database."""

import pytest

from engine.db.habits import habit_of
from engine.db.unit import SqlUnit
from engine.errors import NotFound
from engine.lists.worklist import Habit, SavedList, Wanted
from tests.conftest import MONDAY
from tests.engine.db.small import Office

LATE = SavedList("l1", "soc", "Sena", Wanted("mina", due="passerad"))


def test_one_who_has_never_looked_has_the_keys_and_no_lists(office: Office) -> None:
    assert habit_of(office.engine.database, "soc") == Habit("soc")


def test_what_is_kept_is_read_back(office: Office) -> None:
    with office.engine.store.transaction() as unit:
        unit.habits.use_keys("soc", False)
        unit.habits.looked("soc", MONDAY, None)
        unit.habits.looked("soc", MONDAY.replace(hour=12), MONDAY)
        unit.habits.keep_list(LATE)

    noon = MONDAY.replace(hour=12)
    assert habit_of(office.engine.database, "soc") == Habit("soc", noon, MONDAY, False, (LATE,))
    assert habit_of(office.engine.database, "polis") == Habit("polis")


def test_a_list_is_its_owners(unit: SqlUnit) -> None:
    unit.habits.keep_list(LATE)

    assert unit.habits.own_list("soc", "l1") == LATE
    for person, list_id in (("chef", "l1"), ("soc", "l2")):
        with pytest.raises(NotFound):
            unit.habits.own_list(person, list_id)
    unit.habits.drop_list(LATE)
    assert unit.habits.lists("soc") == ()
