"""Puts together what is done with agencies' systems with what keeps it, and reads its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine import access
from engine.config import Settings
from engine.db.connection import Database
from engine.db.deliveries import SqlOutgoing
from engine.db.incoming import parked, sent
from engine.db.store import SqlStore
from engine.db.webhooks import SqlWebhooks
from engine.exchange.background import Beside
from engine.exchange.carrying import Carrier
from engine.exchange.envelope import Envelope
from engine.exchange.guard import Guard
from engine.exchange.receiving import Receiving
from engine.exchange.room import Exchange, ExchangePage
from engine.exchange.sending import Sending
from engine.exchange.subscribing import Subscribing
from engine.model import Actor
from engine.ports import Clock, Processes
from engine.secrecy.vault import Vault

SHOWN = 100
"""How many events and messages are listed."""


@dataclass(frozen=True)
class ExchangePages:
    """Reads what a leader sees of their agency's systems."""

    database: Database
    vault: Vault

    def __call__(self, actor: Actor) -> ExchangePage:
        """Return the page. Raises NotAllowed for one who may not connect systems."""
        access.require_may_connect(actor)
        with self.database.connect() as connection:
            book = SqlWebhooks(connection, self.vault, "")
            hooks, lines = book.of_agency(actor.agency), book.lines(actor, SHOWN)
        mine, others = sent(self.database, actor, SHOWN), parked(self.database, actor, SHOWN)
        return ExchangePage(hooks, lines, mine, others)


def exchange_of(
    settings: Settings, store: SqlStore, processes: Processes, clock: Clock,
    deliver: Callable[[str], None],
) -> Exchange:  # fmt: skip
    """Return the verbs and the page, with calls guarded as the settings say."""
    guard = Guard.allowing(settings.webhook_allow)
    outgoing = SqlOutgoing(store.database, store.vault)
    carrier = Carrier(guard, settings.webhook_authorities)
    sending = Sending(outgoing, carrier, Envelope(settings.base), clock)
    return Exchange(
        Subscribing(store, clock, guard.require_url),
        Receiving(store, processes, clock, deliver),
        sending,
        Beside(sending).work,
        ExchangePages(store.database, store.vault),
    )
