"""The outbox of events: taken by one worker at a time, in order, given back, and once forgotten."""

import threading
from datetime import timedelta

import pytest

from engine.db.deliveries import KEPT, KEPT_DEAD, LEASE
from engine.db.outgoing import LATE
from engine.exchange.webhooks import Delivery
from tests.conftest import MovedClock
from tests.engine.db.connected import Connected, kinds
from tests.engine.db.small import Office
from tests.engine.db.test_outgoing import rows


@pytest.fixture
def connected(office: Office) -> Connected:
    return Connected(office)


def opened(office: Office, connected: Connected) -> None:
    """Let three events of a case wait: it is opened, with tasks a and b."""
    connected.connect()
    office.open()


def test_an_event_waits_for_the_earlier_one_of_its_case(
    office: Office, connected: Connected
) -> None:
    opened(office, connected)
    (first,) = connected.taken()
    assert first.kind == "case.opened"
    assert connected.taken() == []
    connected.outgoing.settle(first, connected.clock.now(), "sent")

    assert kinds(connected.taken()) == ["task.opened"]


def test_another_case_and_another_webhook_wait_for_nobody(
    office: Office, connected: Connected
) -> None:
    connected.connect()
    connected.connect()
    office.open()
    office.open()

    assert kinds(connected.taken()) == ["case.opened"] * 4


def test_one_that_is_dead_holds_up_nothing(office: Office, connected: Connected) -> None:
    opened(office, connected)
    (first,) = connected.taken()
    connected.outgoing.settle(first, connected.clock.now(), "dead", "Svarade med felkoden 500.")

    assert kinds(connected.taken()) == ["task.opened"]


def test_one_that_waits_for_its_next_attempt_holds_up_its_case(
    office: Office, connected: Connected, clock: MovedClock
) -> None:
    opened(office, connected)
    (first,) = connected.taken()
    connected.outgoing.postpone(first, clock.now() + timedelta(minutes=5), "Svarade inte i tid.")
    assert connected.taken() == []
    clock.advance(minutes=5)
    (again,) = connected.taken()

    assert (again.id, again.event_id, again.attempts) == (first.id, first.event_id, 1)


def test_what_a_worker_that_died_had_taken_others_take_again(
    office: Office, connected: Connected, clock: MovedClock
) -> None:
    opened(office, connected)
    (lost,) = connected.taken()
    clock.advance(seconds=LEASE.total_seconds())
    (found,) = connected.taken()

    assert (found.id, found.event_id) == (lost.id, lost.event_id)


def test_a_worker_whose_lease_has_ended_settles_nothing(
    office: Office, connected: Connected, clock: MovedClock
) -> None:
    opened(office, connected)
    (slow,) = connected.taken()
    clock.advance(seconds=LEASE.total_seconds())
    (quick,) = connected.taken()
    connected.outgoing.settle(slow, clock.now(), "dead", "för sent")
    connected.outgoing.postpone(slow, clock.now(), "för sent")
    connected.outgoing.settle(quick, clock.now(), "sent")
    (row,) = [each for each in rows(office) if each["id"] == quick.id]

    assert (row["outcome"], row["cause"]) == ("sent", None)


def test_many_workers_at_once_never_take_the_same(office: Office, connected: Connected) -> None:
    connected.connect(kinds=["case.opened"])
    for _ in range(12):
        office.open()
    found: list[Delivery] = []

    def work() -> None:
        while taken := connected.taken(limit=2):
            found.extend(taken)

    workers = [threading.Thread(target=work) for _ in range(4)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()

    assert len(found) == len({each.id for each in found}) == 12


def test_a_webhook_that_is_paused_gets_nothing_until_it_is_resumed(
    office: Office, connected: Connected
) -> None:
    hook = connected.connect(kinds=["case.opened"])
    connected.subscribing.pause(office.chef, hook.id)
    office.open()
    assert connected.taken() == []
    connected.subscribing.pause(office.chef, hook.id, active=True)

    assert kinds(connected.taken()) == ["case.opened"]


def test_a_webhook_that_does_not_answer_is_left_alone_and_no_other_is(
    office: Office, connected: Connected, clock: MovedClock
) -> None:
    held, other = connected.connect(kinds=["case.opened"]), connected.connect(kinds=["case.opened"])
    for _ in range(2):
        office.open()
    first = next(each for each in connected.taken(1))
    connected.outgoing.hold(first, clock.now() + timedelta(seconds=30))
    connected.outgoing.give_back(first, clock.now())
    free = {held.id, other.id} - {first.webhook.id}
    assert {each.webhook.id for each in connected.taken()} == free
    clock.advance(seconds=30)

    assert {each.webhook.id for each in connected.taken()} == {first.webhook.id}


def test_those_who_watch_see_since_when_something_waits(
    office: Office, connected: Connected, clock: MovedClock
) -> None:
    connected.connect(kinds=["case.opened"])
    assert _age(office) == 0
    office.open()
    clock.advance(minutes=3)
    assert _age(office) == 180
    (event,) = connected.taken()
    connected.outgoing.settle(event, clock.now(), "sent")

    assert _age(office) == 0


def _age(office: Office) -> float:
    """Return what `/metrics` tells of webhooks."""
    ages = {each.name: each.values for each in office.engine.levels()}
    return ages["skydd_outbox_age_seconds"]["webhook"]


def test_what_was_sent_long_ago_is_forgotten_and_what_is_dead_later(
    office: Office, connected: Connected, clock: MovedClock
) -> None:
    opened(office, connected)
    for outcome in ("sent", "dead"):
        (each,) = connected.taken()
        connected.outgoing.settle(each, clock.now(), outcome)
    clock.advance(days=KEPT.days, minutes=1)
    connected.outgoing.prune(clock.now())
    assert {row["outcome"] for row in rows(office)} == {"dead", None}
    clock.advance(days=KEPT_DEAD.days)
    connected.outgoing.prune(clock.now())

    assert {row["outcome"] for row in rows(office)} == {None}


def test_what_is_told_of_late_tasks_is_remembered_longer_than_it_is_looked_for() -> None:
    assert KEPT > LATE
