"""Notices are written with what they tell of, and e-mail only for those who want it."""

from sqlalchemy import select

from engine.db import notices
from engine.db.connection import writing
from engine.db.tables import mails
from engine.model import Case, Event
from engine.staff.notices import Mailbox
from tests.conftest import MONDAY
from tests.engine.db.small import Office
from tests.engine.db.test_noticeboard import ADDRESS, given, told


def letters(office: Office) -> list[str]:
    with office.engine.database.connect() as connection:
        return list(connection.scalars(select(mails.c.id)))


def test_e_mail_waits_for_those_who_want_it_only(office: Office, case: Case) -> None:
    given(office, case)
    assert letters(office) == []
    office.engine.notices.keep_mailbox(office.soc, ADDRESS)
    given(office, case, "b")
    assert len(letters(office)) == 1
    office.engine.notices.keep_mailbox(office.soc, Mailbox("ada@exempel.se", False))
    given(office, case, "b")

    assert len(letters(office)) == 1


def test_what_comes_in_is_told_to_those_who_hold_tasks_of_the_case_at_the_receiver(
    office: Office, case: Case
) -> None:
    office.engine.casework.claim(office.soc, office.task(case, "a").id)
    office.engine.casework.claim(office.polis, office.task(case, "c").id)
    entry = Event(case.id, "received", MONDAY, agency="polismyndigheten", details={"name": "M01"})
    with office.engine.store.transaction() as unit:
        unit.record([entry])

    assert told(office, office.polis) == ["Nya uppgifter har kommit in i ett ärende"]
    assert told(office, office.soc) == []


def test_the_same_notice_is_kept_once(office: Office) -> None:
    row = notices.begins("s1", "soc", MONDAY)
    office.engine.notices.keep_mailbox(office.soc, ADDRESS)
    for _ in range(2):
        with writing(office.engine.database) as connection:
            notices.add(connection, [row])

    assert len(told(office, office.soc)) == len(letters(office)) == 1
