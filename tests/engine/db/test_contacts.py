"""Contacts as rows: sealed, one row per version, a number taken once."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from engine.casebook.contacts import BLOCKED, Contact
from engine.db import contacts
from engine.db.tables import contacts as table
from engine.db.unit import SqlUnit
from engine.errors import NotFound, Stale
from engine.model import Case
from engine.staff.notices import may_be_mailed
from tests.conftest import MONDAY
from tests.engine.db.small import Office

TOLK = Contact("k", "c", "soc", 1, {"roll": "tolk", "namn": "Påhittad tolk"}, MONDAY, "soc")
FAR = replace(TOLK, id="f", answers={"roll": "vardnadshavare", "namn": "Far", BLOCKED: True})


def test_the_newest_version_is_found_by_its_own_agency(unit: SqlUnit) -> None:
    unit.contacts.keep(TOLK)
    unit.contacts.keep(newer := replace(TOLK, version=2, answers={"roll": "tolk", "namn": "Ny"}))

    assert unit.contacts.newest("c", "soc", "k") == newer
    for place in (("c", "polis", "k"), ("annat", "soc", "k"), ("c", "soc", "x")):
        with pytest.raises(NotFound):
            unit.contacts.newest(*place)


def test_a_removed_contact_is_not_found(unit: SqlUnit) -> None:
    unit.contacts.keep(TOLK)
    unit.contacts.keep(replace(TOLK, version=2, removed=True))

    with pytest.raises(NotFound):
        unit.contacts.newest("c", "soc", "k")
    assert contacts.in_force(unit._db, unit._vault, "c", "soc") == []


def test_those_who_may_not_be_contacted_come_first(unit: SqlUnit) -> None:
    for each in (TOLK, replace(TOLK, version=2), FAR):
        unit.contacts.keep(each)

    found = contacts.in_force(unit._db, unit._vault, "c", "soc")
    assert [(each.id, each.blocked, versions) for each, versions in found] == [
        ("f", True, 1), ("k", False, 2),
    ]  # fmt: skip


def test_those_who_must_be_told_nothing_are_known_to_the_one_who_sends_e_mail(
    office: Office, case: Case
) -> None:
    words = {"roll": "vardnadshavare", "namn": "Far", "kontaktvag": "far@exempel.se", BLOCKED: True}
    mine = replace(FAR, case_id=case.id, answers=words)
    with office.engine.store.transaction() as unit:
        unit.contacts.keep(replace(TOLK, case_id=case.id))
        unit.contacts.keep(mine)
    blocked = office.engine.mailing.blocked(case.id)
    assert not may_be_mailed("far@exempel.se", blocked)
    assert may_be_mailed("tolk@exempel.se", blocked)

    with office.engine.store.transaction() as unit:
        unit.contacts.keep(replace(mine, version=2, answers={**words, BLOCKED: False}))
    assert may_be_mailed("far@exempel.se", office.engine.mailing.blocked(case.id))


def test_a_number_of_a_version_is_taken_once(office: Office, case: Case) -> None:
    mine = replace(TOLK, case_id=case.id)
    with office.engine.store.transaction() as unit:
        unit.contacts.keep(mine)

    with pytest.raises(Stale), office.engine.store.transaction() as unit:
        unit.contacts.keep(replace(mine, answers={}))


def test_nothing_of_a_contact_but_that_it_is_blocked_can_be_read(unit: SqlUnit) -> None:
    unit.contacts.keep(replace(FAR, answers={**FAR.answers, "namn": "Hemlig"}))

    assert "Hemlig" not in repr(unit._db.execute(select(table)).all())
    assert unit._db.execute(select(table.c.blocked)).scalar() is True
