"""The small office with systems connected to it, and what they are sent."""

from collections.abc import Collection
from dataclasses import dataclass, field

from engine.exchange.carrying import Carrier
from engine.exchange.envelope import Envelope
from engine.exchange.guard import Guard
from engine.exchange.kinds import KINDS
from engine.exchange.sending import Sending
from engine.exchange.webhooks import Delivery, Webhook
from engine.model import Actor
from tests.engine.db.small import Office

BASE = "https://skydd.exempel.se"


@dataclass
class Connected:
    """What there is to do with webhooks; `url` is where they lead if nothing else is said."""

    office: Office
    url: str = "https://system.exempel.se/in"
    made: dict[str, Webhook] = field(default_factory=dict)

    def __post_init__(self) -> None:
        engine = self.office.engine
        self.outgoing = engine.exchange.sending.outgoing
        self.subscribing = engine.exchange.subscribing
        self.clock = engine.clock
        self.polis_chef = self.office.person("polis.chef")

    def connect(
        self, actor: Actor | None = None, kinds: Collection[str] = tuple(KINDS), url: str = ""
    ) -> Webhook:
        """Let the chef of Socialtjänsten, or another, make a webhook of all kinds."""
        actor = actor or self.office.chef
        guard = Guard.allowing("localhost")
        subscribing = type(self.subscribing)(
            self.office.engine.store, self.clock, guard.require_url
        )
        new = subscribing.add(actor, actor.agency, url or self.url, kinds)
        assert new is not None
        return new

    def taken(self, limit: int = 1000) -> list[Delivery]:
        """Take what is due, as a worker."""
        return list(self.outgoing.take(self.clock.now(), limit))

    def drained(self, webhook: Webhook) -> list[Delivery]:
        """Take and settle everything for a webhook, in the order in which it goes."""
        found: list[Delivery] = []
        while taken := self.taken():
            found += [each for each in taken if each.webhook.id == webhook.id]
            for each in taken:
                self.outgoing.settle(each, self.clock.now(), "sent")
        return found

    def sending(self, luck: float = 0.0) -> Sending:
        """Return a worker that may call this machine."""
        carrier = Carrier(Guard.allowing("localhost"), patience=1.0)
        return Sending(self.outgoing, carrier, Envelope(BASE), self.clock, lambda: luck)


def dead_event(connected: Connected) -> dict[str, str]:
    """Return the ids of a webhook of Socialtjänsten's, and of an event that could not be sent."""
    hook = connected.connect(kinds=["task.opened"])
    connected.subscribing.test(connected.office.chef, hook.id)
    (event,) = connected.taken()
    connected.outgoing.settle(event, connected.clock.now(), "dead", "Svarade inte i tid.")
    return {"webhook_id": hook.id, "delivery_id": event.id}


def kinds(deliveries: Collection[Delivery]) -> list[str]:
    return [each.kind for each in deliveries]
