"""Webhooks as rows: sealed, and another agency's do not exist."""

import pytest
from sqlalchemy import select

from engine.db.tables import outgoing, webhooks
from engine.errors import NotFound
from tests.engine.db.connected import Connected
from tests.engine.db.small import Office


@pytest.fixture
def connected(office: Office) -> Connected:
    return Connected(office)


def test_a_webhook_is_read_as_it_was_kept(office: Office, connected: Connected) -> None:
    made = connected.connect(kinds=["task.opened", "case.closed"])
    (found,) = office.engine.exchange.page(office.chef).webhooks

    assert found == made
    assert found.kinds == ("case.closed", "task.opened")


def test_address_and_secrets_lie_sealed(office: Office, connected: Connected) -> None:
    made = connected.connect(url="https://hemlig.exempel.se/in")
    with office.engine.database.connect() as connection:
        (row,) = connection.execute(select(webhooks)).all()

    assert b"hemlig" not in row.sealed
    assert made.secret not in repr(row)
    assert "hemlig" not in repr(row)


def test_another_agencys_webhook_and_its_events_do_not_exist(
    office: Office, connected: Connected
) -> None:
    made = connected.connect(kinds=["case.opened"])
    office.open()
    (event,) = connected.taken()
    connected.outgoing.settle(event, connected.clock.now(), "dead")
    with office.engine.store.transaction() as unit:
        for asked in (
            lambda: unit.webhooks.one("polismyndigheten", made.id),
            lambda: unit.webhooks.revive("polismyndigheten", event.id, connected.clock.now()),
        ):
            with pytest.raises(NotFound):
                asked()
        assert unit.webhooks.lines(connected.polis_chef, 10) == []


def test_the_dead_come_first_then_what_waits_then_what_was_sent(
    office: Office, connected: Connected
) -> None:
    connected.connect(kinds=["case.opened"])
    for _ in range(3):
        office.open()
    sent, dead, _ = connected.taken()
    connected.outgoing.settle(sent, connected.clock.now(), "sent")
    connected.outgoing.settle(dead, connected.clock.now(), "dead", "Svarade med felkoden 500.")
    lines = office.engine.exchange.page(office.chef).deliveries

    assert [line.outcome for line in lines] == ["dead", None, "sent"]
    assert lines[0].cause == "Svarade med felkoden 500."
    assert (lines[1].next_at is None, lines[2].next_at) == (False, None)
    assert all(line.case_number for line in lines)


def test_of_one_that_has_ended_nothing_is_left_to_send_or_to_open(
    office: Office, connected: Connected
) -> None:
    made = connected.connect()
    office.open()
    connected.subscribing.end(office.chef, made.id)
    with office.engine.database.connect() as connection:
        (row,) = connection.execute(select(webhooks)).all()
        outcomes = set(connection.scalars(select(outgoing.c.outcome)))

    assert (row.sealed, outcomes) == (b"", {"ended"})
    assert office.engine.exchange.page(office.chef).webhooks == []
    assert connected.taken() == []
