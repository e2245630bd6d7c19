"""What people are told of, on a real database of each kind."""

from datetime import date

import pytest

from engine.db import noticeboard
from engine.errors import NotFound
from engine.model import Actor, Case
from engine.staff.notices import Mailbox
from tests.conftest import MovedClock
from tests.engine.db.small import Office

ADDRESS = Mailbox("ada@exempel.se", True)


def told(office: Office, reader: Actor) -> list[str]:
    return [line.text for line in office.engine.notices.lines(reader)]


def given(office: Office, case: Case, element: str = "a") -> str:
    """Let the chef give a task to a caseworker."""
    task = office.task(case, element)
    office.engine.casework.assign(office.chef, task.id, "soc")
    return task.id


def test_one_who_is_given_a_task_is_told_with_its_name_and_case(office: Office, case: Case) -> None:
    task_id = given(office, case)
    (line,) = office.engine.notices.lines(office.soc)

    assert (line.text, line.task_name, line.case_number) == (
        "Du har fått en uppgift", "A", case.number)  # fmt: skip
    assert (line.task_id, line.case_id, line.new) == (task_id, case.id, True)
    assert told(office, office.chef) == []


def test_a_notice_is_read_when_it_is_opened_and_only_by_whom_it_is_for(
    office: Office, case: Case
) -> None:
    board = office.engine.notices
    given(office, case)
    given(office, case, "b")
    (line, _) = board.lines(office.soc)
    with pytest.raises(NotFound):
        board.opened(office.chef, line.id)
    assert board.unread(office.soc) == 2
    assert board.opened(office.soc, line.id) == line

    assert board.unread(office.soc) == 1
    assert [each.new for each in board.lines(office.soc)] == [False, True]
    board.read_all(office.soc)
    assert board.unread(office.soc) == 0


def test_a_task_that_is_over_is_named_no_more(office: Office, case: Case) -> None:
    given(office, case)
    office.complete(case, "a")
    (line,) = office.engine.notices.lines(office.soc)

    assert (line.task_id, line.task_name, line.case_id) == (None, None, case.id)


def test_a_reminder_goes_to_the_holder_and_to_who_stands_in(
    office: Office, case: Case, clock: MovedClock
) -> None:
    office.engine.casework.claim(office.soc, office.task(case, "b").id)
    days = (date(2026, 3, 3), date(2026, 3, 20))
    office.engine.staffing.arrange(office.soc, "soc", "soc.ordforande", days, "semester")
    clock.advance(days=6)
    office.engine.timers.fire_due()

    assert "En uppgift behöver göras snart" in told(office, office.soc)
    assert "En uppgift behöver göras snart" in told(office, office.person("soc.ordforande"))
    assert told(office, office.chef) == []


def test_the_day_tells_once_of_limits_that_have_passed(
    office: Office, case: Case, clock: MovedClock
) -> None:
    office.engine.casework.claim(office.soc, office.task(case, "b").id)
    clock.advance(days=5)
    office.engine.notices.tell_of_the_day()
    assert told(office, office.soc) == []
    clock.advance(days=4)
    office.engine.notices.tell_of_the_day()
    clock.advance(days=1)
    office.engine.notices.tell_of_the_day()

    assert told(office, office.soc) == ["Tiden har gått ut för en uppgift"]


def test_the_day_tells_once_of_a_substitution_that_begins(
    office: Office, clock: MovedClock
) -> None:
    days = (date(2026, 3, 3), date(2026, 3, 8))
    office.engine.staffing.arrange(office.soc, "soc", "soc.chef", days, "semester")
    office.engine.notices.tell_of_the_day()
    assert told(office, office.chef) == []
    for _ in range(3):
        clock.advance(days=1)
        office.engine.notices.tell_of_the_day()

    assert told(office, office.chef) == ["Du är ersättare för en kollega från och med nu"]


def test_nothing_is_told_when_the_verb_is_undone(office: Office, case: Case) -> None:
    task = office.task(case, "a")
    with pytest.raises(NotFound):
        office.engine.casework.assign(office.chef, task.id, "nobody")

    assert told(office, office.soc) == []


def test_a_mailbox_is_kept_and_changed(office: Office) -> None:
    board = office.engine.notices
    assert board.mailbox(office.soc) == Mailbox()
    for mailbox in (ADDRESS, Mailbox("ny@exempel.se", False)):
        board.keep_mailbox(office.soc, mailbox)
        assert board.mailbox(office.soc) == mailbox


def test_the_count_stops_at_many(
    office: Office, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(noticeboard, "MANY", 2)
    task = office.task(case, "a")
    for _ in range(3):
        for colleague in ("soc", "soc.ordforande"):
            office.engine.casework.assign(office.chef, task.id, colleague)

    assert len(told(office, office.soc)) == 3
    assert office.engine.notices.unread(office.soc) == 2
