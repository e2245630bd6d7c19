"""What there is to do with the systems of agencies, together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.exchange.incoming import ParkedLine, Receipt
from engine.exchange.receiving import Receiving
from engine.exchange.sending import Sending
from engine.exchange.subscribing import Subscribing
from engine.exchange.webhooks import DeliveryLine, Webhook
from engine.model import Actor


@dataclass(frozen=True)
class ExchangePage:
    """What a leader sees of their agency's systems."""

    webhooks: Sequence[Webhook]
    deliveries: Sequence[DeliveryLine]
    """What waits, what could not be sent, and what was sent last."""
    sent: Sequence[Receipt]
    """Messages that the agency's own systems have sent to cases."""
    parked: Sequence[ParkedLine]
    """Messages from anybody that could not be taken in, in cases that the agency opened."""


@dataclass(frozen=True)
class Exchange:
    """The verbs and the page."""

    subscribing: Subscribing
    receiving: Receiving
    sending: Sending
    work: Callable[[float | None], None]
    """Sends events beside other work, every so many seconds; None: now, and no more."""
    page: Callable[[Actor], ExchangePage]
    """Raises NotAllowed for one who may not connect systems."""
