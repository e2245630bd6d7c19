"""Webhooks are a leader's to decide, and everything that is decided is kept."""

from collections.abc import Callable
from dataclasses import replace

import orjson
import pytest
from sqlalchemy import select

from engine.bootstrap import Engine
from engine.db.tables import trail
from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from engine.exchange.webhooks import MOST
from engine.model import Actor
from tests.engine.db.connected import Connected
from tests.engine.db.small import FILES, Office

URL, KINDS = "https://system.exempel.se/in", ("task.opened",)


@pytest.fixture
def connected(engine: Engine) -> Connected:
    office = Office(engine)
    office.publish(FILES)
    return Connected(office)


def noted(connected: Connected) -> list[tuple[str, str, dict[str, object]]]:
    """Return what the trail tells of webhooks: kind, actor and facts."""
    query = select(trail).where(trail.c.place == "webhooks").order_by(trail.c.sequence)
    with connected.office.engine.database.connect() as connection:
        return [(row.kind, row.actor, orjson.loads(row.facts)) for row in connection.execute(query)]


def test_everything_that_is_decided_is_kept_without_address_or_secret(connected: Connected) -> None:
    chef, verbs = connected.office.chef, connected.subscribing
    hook = connected.connect(kinds=KINDS)
    verbs.change(chef, hook.id, "https://annat.exempel.se/", ["case.closed"])
    rotated = verbs.rotate(chef, hook.id)
    verbs.test(chef, hook.id)
    verbs.pause(chef, hook.id)
    verbs.pause(chef, hook.id, active=True)
    verbs.end(chef, hook.id)
    told = noted(connected)

    assert [kind.removeprefix("webhook_") for kind, *_ in told] == [
        "added", "changed", "rotated", "tested", "paused", "resumed", "ended",
    ]  # fmt: skip
    assert {actor for _, actor, _ in told} == {chef.id}
    assert told[1][2] == {"kinds": ["case.closed"], "address": True}
    assert rotated is not None
    for secret in ("exempel", hook.secret, rotated.secret):
        assert secret not in repr(told)


def test_the_same_command_makes_one_webhook_and_changes_its_secret_once(
    connected: Connected,
) -> None:
    chef, verbs = connected.office.chef, connected.subscribing
    made = [verbs.add(chef, chef.agency, URL, KINDS, "k-1") for _ in range(2)]
    assert made[0] is not None
    assert made[1] is None
    changed = [verbs.rotate(chef, made[0].id, "k-2") for _ in range(2)]
    (kept,) = connected.office.engine.exchange.page(chef).webhooks

    assert [each and each.secret for each in changed] == [kept.secret, None]


@pytest.mark.parametrize(
    ("url", "kinds", "field"),
    [
        *(("http://system.exempel.se/", KINDS, "url"), ("", KINDS, "url"), (URL, (), "kinds")),
        *((f"https://x.se/{'a' * 500}", KINDS, "url"), (URL, ("task.hemlig",), "kinds")),
    ],
)
def test_what_cannot_be_called_or_told_is_refused(
    connected: Connected, url: str, kinds: tuple[str, ...], field: str
) -> None:
    chef = connected.office.chef
    with pytest.raises(InvalidAnswers) as refused:
        connected.subscribing.add(chef, chef.agency, url, kinds)

    assert list(refused.value.problems) == [field]
    assert connected.office.engine.exchange.page(chef).webhooks == []


def test_an_agency_has_so_many_webhooks_and_no_more(connected: Connected) -> None:
    for _ in range(MOST):
        connected.connect(kinds=KINDS)
    with pytest.raises(Conflict):
        connected.connect(kinds=KINDS)
    assert connected.connect(connected.polis_chef, KINDS)


def test_one_that_is_paused_is_not_tested(connected: Connected) -> None:
    hook = connected.connect(kinds=KINDS)
    connected.subscribing.pause(connected.office.chef, hook.id)
    with pytest.raises(Conflict):
        connected.subscribing.test(connected.office.chef, hook.id)


def test_only_those_who_lead_decide_and_only_for_their_own_agency(connected: Connected) -> None:
    hook = connected.connect(kinds=KINDS)
    verbs, office = connected.subscribing, connected.office
    tried: list[Callable[[Actor], object]] = [
        lambda by: verbs.add(by, "socialtjansten", URL, KINDS),
        lambda by: verbs.change(by, hook.id, URL, KINDS),
        *(lambda by, verb=verb: verb(by, hook.id)
          for verb in (verbs.rotate, verbs.pause, verbs.test, verbs.end)),
        lambda by: verbs.resend(by, "d", "därför"),
    ]  # fmt: skip
    substitute = replace(office.chef, id="soc", acting_for=office.chef.id)
    for by in (office.soc, substitute, connected.polis_chef):
        for verb in tried:
            with pytest.raises((NotAllowed, NotFound)):
                verb(by)
    with pytest.raises(NotAllowed):
        office.engine.exchange.page(office.soc)

    assert office.engine.exchange.page(office.chef).webhooks == [hook]
    assert office.engine.store.denials() == 3 * len(tried)


def test_an_administrator_decides_too(connected: Connected) -> None:
    admin = Actor("adm", "Adam", "socialtjansten", frozenset({"administrator"}))
    connected.connect(admin, KINDS)

    assert len(connected.office.engine.exchange.page(admin).webhooks) == 1


def test_an_event_is_sent_again_for_a_reason_that_is_kept(connected: Connected) -> None:
    connected.connect(kinds=["case.opened"])
    connected.office.open()
    (event,) = connected.taken()
    connected.outgoing.settle(event, connected.clock.now(), "dead")
    resend, chef = connected.subscribing.resend, connected.office.chef
    with pytest.raises(InvalidAnswers):
        resend(chef, event.id, "  ")
    resend(chef, event.id, "Mottagaren är lagad")
    with pytest.raises(NotFound):
        resend(chef, event.id, "En gång till")
    (again,) = connected.taken()

    assert (again.event_id, again.attempts) == (event.event_id, 0)
    assert noted(connected)[-1][2] == {"event": "case.opened", "reason": "Mottagaren är lagad"}
