"""Whatever receivers and workers do: every event arrives, in order, and only where it may."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from engine.bootstrap import Engine
from engine.db.deliveries import LEASE, SqlOutgoing
from engine.db.tables import events, participants
from engine.db.visible import visible
from engine.exchange.kinds import OF_THE_LOG
from engine.exchange.sending import Sending
from engine.model import Actor
from tests.conftest import MovedClock
from tests.engine.db.connected import Connected
from tests.engine.db.small import FILES, Office
from tests.engine.exchange.receiver import Receiver, listening

FAILURES = ("500", "429", "redirect", "204", "200", "200", "200")


class Mortal(SqlOutgoing):
    """A worker that may die before it can say what became of what it has sent."""

    def settle(self, *args: Any, **more: Any) -> None:
        if CHANCE.random() > 0.1:
            super().settle(*args, **more)


CHANCE = Random(20261126)  # noqa: S311  a test, no secret


@pytest.mark.parametrize("seed", [1, 2])
def test_every_event_arrives_in_order_and_none_that_an_agency_may_not_know_of(
    engine_on_both: Engine, clock: MovedClock, seed: int
) -> None:
    CHANCE.seed(seed)
    office = Office(engine_on_both)
    office.publish(FILES)
    connected = Connected(office)
    leaders = (office.chef, connected.polis_chef, office.person("mig.chef"))
    with ExitStack() as servers:
        receivers = {each.agency: servers.enter_context(listening()) for each in leaders}
        for each in leaders:
            connected.connect(each, list(set(OF_THE_LOG.values())), receivers[each.agency].url)
        worker = connected.sending()
        mortal = Mortal(connected.outgoing.database, connected.outgoing.vault)
        careless = Sending(mortal, worker.carry, worker.envelope, clock, CHANCE.random)
        for _ in range(3):
            case = office.open()
            for element in CHANCE.sample("abc", CHANCE.randint(1, 3)):
                office.complete(case, element)
                for each in receivers.values():
                    each.answers.append(CHANCE.choice(FAILURES))
                careless.send_due()
                clock.advance(seconds=CHANCE.choice((1, 30, LEASE.total_seconds())))
        for each in receivers.values():
            each.answers.clear()
        for _ in range(6):
            clock.advance(hours=2)
            worker.send_due()
        for each in leaders:
            assert_all_arrived(office, each, receivers[each.agency])


def assert_all_arrived(office: Office, reader: Actor, receiver: Receiver) -> None:
    """Hold what arrived, the first time each, against what the pages show of the log."""
    first = {event["id"]: event for event in reversed(receiver.events)}
    arrived: dict[str, list[Any]] = defaultdict(list)
    for event in sorted(first.values(), key=receiver.events.index):
        arrived[event["data"]["case"]["id"]].append(_told(event))

    assert arrived == shown(office, reader)
    assert all(event["data"]["agency"] == reader.agency for event in receiver.events)


def shown(office: Office, reader: Actor) -> dict[str, list[Any]]:
    """Return what an agency may know of each of its cases, in the order of the log."""
    part = (participants.c.case_id == events.c.case_id) & (participants.c.agency == reader.agency)
    query = (
        select(events.c.case_id, events.c.kind, events.c.task_id)
        .join(participants, part)
        .where(visible(events, reader), events.c.kind.in_(OF_THE_LOG))
        .order_by(events.c.case_id, events.c.sequence)
    )
    found: dict[str, list[Any]] = defaultdict(list)
    with office.engine.database.connect() as connection:
        for case_id, kind, task_id in connection.execute(query):
            found[case_id].append((f"skyddsprocessen.{OF_THE_LOG[kind]}", task_id))
    return found


def _told(event: dict[str, Any]) -> Sequence[Any]:
    return event["type"], event["data"].get("task", {}).get("id")
