"""What is told of, to whom, and what an address is."""

from datetime import timedelta

import pytest

from engine.errors import InvalidAnswers
from engine.model import Event
from engine.staff.notices import (
    BODY,
    PAUSES,
    SUBJECT,
    Mailbox,
    heard,
    mailbox_of,
    may_be_mailed,
    next_attempt,
)
from tests.conftest import MONDAY


def entry(kind: str, actor: str | None = None, **details: str) -> Event:
    return Event("c", kind, MONDAY, actor, "soc", details=details)


def test_one_who_is_given_a_task_is_told_of_it() -> None:
    (told,) = heard([entry("task_assigned", "siv", task_id="t", assignee="ada")])

    assert (told.kind, told.person, told.task_id) == ("assigned", "ada", "t")


def test_nobody_is_told_of_what_they_did_themselves() -> None:
    assert list(heard([entry("task_assigned", "ada", task_id="t", assignee="ada")])) == []


def test_a_proposal_sent_back_is_told_to_its_author() -> None:
    (told,) = heard([entry("task_returned", "siv", task_id="t", proposed_by="ada")])

    assert (told.kind, told.person) == ("returned", "ada")


def test_a_reminder_and_what_came_in_are_told_to_those_who_hold_tasks() -> None:
    told = list(heard([entry("task_reminded", task_id="t"), entry("received")]))

    assert [(each.kind, each.person, each.task_id) for each in told] == [
        ("reminder", None, "t"), ("received", None, None)]  # fmt: skip


def test_of_everything_else_nobody_is_told() -> None:
    assert list(heard([entry("task_completed", "ada"), entry("disclosed", "ada")])) == []


def test_attempts_are_further_and_further_apart_and_end() -> None:
    pauses = [next_attempt(number, MONDAY) for number in range(1, len(PAUSES) + 2)]

    assert pauses[0] == MONDAY + timedelta(minutes=1)
    assert pauses[-1] is None
    kept = [each for each in pauses if each]
    assert kept == sorted(kept)


@pytest.mark.parametrize(
    ("address", "blocked", "allowed"),
    [
        ("ada@exempel.se", (), True),
        ("ada@exempel.se", ("far@exempel.se",), True),
        ("Far@Exempel.SE ", ("far@exempel.se",), False),
        ("far@exempel.se", ("Skriv inte till FAR@exempel.se. Ring kontoret.",), False),
        ("far@exempel.se", ("far@exempel.se.annan.se",), True),
        ("far@exempel.se", ("070-123 45 67",), True),
    ],
)
def test_no_blocked_address_may_be_mailed(
    address: str, blocked: tuple[str, ...], allowed: bool
) -> None:
    assert may_be_mailed(address, blocked) is allowed


def test_a_mailbox_is_an_address_that_may_be_turned_off() -> None:
    assert mailbox_of(" ada@exempel.se ", True) == Mailbox("ada@exempel.se", True)
    assert mailbox_of("ada@exempel.se", False) == Mailbox("ada@exempel.se", False)
    assert mailbox_of("", False) == Mailbox()


@pytest.mark.parametrize(
    "address",
    ["", "ada", "ada@exempel", "a b@exempel.se", "ada@exempel.se\nBcc: x@y.se", "a@b.se,c@d.se",
     "Ada <ada@exempel.se>", "ada@exempel.se\0", f"{'a' * 250}@b.se"],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidAnswers):
        mailbox_of(address, True)


def test_an_e_mail_says_nothing_of_any_case() -> None:
    assert BODY.count("{") == 1
    assert not any(digit in SUBJECT + BODY for digit in "0123456789")
