"""What waits for an operator is read with the numbers of its cases, and no more."""

import pytest

from engine.errors import NotFound
from engine.failures import failed
from engine.model import Case, Message
from tests.conftest import MONDAY
from tests.engine.db.small import Office


def test_what_failed_is_told_with_the_number_of_its_case(office: Office, case: Case) -> None:
    mine = failed(KeyError("x"), "deviation", "rebuild", MONDAY, case_id=case.id)
    for each in (mine, failed(KeyError("x"), "log", "verify", MONDAY)):
        office.engine.store.report(each)
    with office.engine.store.transaction() as unit:
        unit.send([Message("m1", case.id, "hej", "meddelande", {})], "Ingen väntade.")
    waiting = office.engine.mishaps.waiting()

    assert {each.kind for each in waiting.incidents} == {"deviation", "log"}
    assert [(each.message.name, each.reason) for each in waiting.letters] == [
        ("hej", "Ingen väntade.")
    ]
    assert waiting.mails == []
    assert waiting.numbers == {case.id: case.number}
    found, number = office.engine.mishaps.one(mine.id)
    assert (found.id, number) == (mine.id, case.number)


def test_what_is_dealt_with_waits_no_more(office: Office, case: Case) -> None:
    found = failed(KeyError("x"), "deviation", "rebuild", MONDAY, case_id=case.id)
    office.engine.store.report(found)
    office.engine.incidents.retry("drift", found.id)

    assert office.engine.mishaps.waiting().incidents == []
    for gone in (found.id, "nothing"):
        with pytest.raises(NotFound):
            office.engine.mishaps.one(gone)
