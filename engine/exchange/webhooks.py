"""A webhook: where an agency's own system wants to be told, of what, and with which secret."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from engine.errors import InvalidAnswers
from engine.exchange.kinds import KINDS
from engine.exchange.signing import new_secret
from engine.model import Actor

BOTH_VALID = timedelta(days=7)
"""How long what is sent is signed with the old secret too, after a change."""
LONGEST = 500
MOST = 10
"""How many webhooks an agency can have."""
PAUSES = (30, 120, 600, 1_800, 7_200, 21_600, 43_200)
"""Seconds to wait after each failed attempt; after the last of them the event is dead."""
JITTER = 0.2
"""The part by which a pause is made longer at random, so that not all come back at once."""


@dataclass(frozen=True)
class Webhook:
    """A subscription of an agency. Its address and secrets are sealed where it is kept."""

    id: str
    agency: str
    url: str
    kinds: tuple[str, ...]
    created_at: datetime
    created_by: str
    secret: str = field(default_factory=new_secret, repr=False)
    previous: str | None = field(default=None, repr=False)
    """The secret before, for as long as both are valid."""
    previous_until: datetime | None = None
    active: bool = True
    """Whether events are sent; while they are not, they wait."""
    ended_at: datetime | None = None

    def secrets(self, now: datetime) -> tuple[str, ...]:
        """Return the secrets that what is sent now is signed with, the newest first."""
        both = self.previous and self.previous_until and now < self.previous_until
        return (self.secret, self.previous) if both and self.previous else (self.secret,)

    def rotated(self, now: datetime) -> Webhook:
        """Return it with a new secret; the old one is valid for some days more."""
        return replace(
            self, secret=new_secret(), previous=self.secret, previous_until=now + BOTH_VALID
        )


@dataclass(frozen=True)
class Delivery:
    """An event on its way to one webhook."""

    id: str
    event_id: str
    """Stays the same however often it is sent."""
    webhook: Webhook
    kind: str
    at: datetime
    lease: datetime
    """Until when it is ours: whoever settles it must still have it."""
    attempts: int = 0
    case_id: str | None = None
    case_number: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class DeliveryLine:
    """What has become of an event, as a person sees it; never what was sent or answered."""

    id: str
    kind: str
    at: datetime
    webhook_id: str
    case_number: str | None
    attempts: int
    outcome: str | None
    """`sent`, `dead`, `ended`; None while it waits."""
    cause: str | None
    next_at: datetime | None


class WebhookBook(Protocol):
    """Where webhooks are kept inside a transaction; see `engine.db.webhooks`."""

    def of_agency(self, agency: str) -> Sequence[Webhook]:
        """Return those that have not ended, the oldest first."""
        ...

    def one(self, agency: str, webhook_id: str) -> Webhook:
        """Return one of an agency that has not ended, or raise NotFound."""
        ...

    def add(self, webhook: Webhook) -> None:
        """Keep a new one."""
        ...

    def change(self, webhook: Webhook, now: datetime) -> None:
        """Keep it as it is now; what waits for one that has ended is settled."""
        ...

    def test(self, webhook: Webhook, now: datetime) -> None:
        """Put a test event on its way."""
        ...

    def lines(self, reader: Actor, limit: int) -> Sequence[DeliveryLine]:
        """Return what waits, what is dead, and what was sent last: the dead first.

        Nothing of a case in which the reader is disqualified.
        """
        ...

    def revive(self, agency: str, delivery_id: str, now: datetime) -> DeliveryLine:
        """Let one that is dead be sent again. Raises NotFound when there is none."""
        ...

    def note(self, kind: str, actor: Actor, now: datetime, subject: str, **facts: Any) -> None:
        """Keep, beside the log of cases, that somebody changed something here."""
        ...


def require_kinds(kinds: Collection[str]) -> tuple[str, ...]:
    """Return the chosen kinds in the order of the list. Raises InvalidAnswers."""
    if not kinds:
        raise InvalidAnswers({"kinds": "Välj minst en händelse"})
    if unknown := set(kinds) - KINDS.keys():
        raise InvalidAnswers({"kinds": f"Händelsen {min(unknown)} finns inte"})
    return tuple(kind for kind in KINDS if kind in kinds)


def next_attempt(attempts: int, now: datetime, luck: float) -> datetime | None:
    """Return when to try again after so many failed attempts; None to give up.

    `luck`, between 0 and 1, spreads those that failed at once.
    """
    if attempts > len(PAUSES):
        return None
    return now + timedelta(seconds=PAUSES[attempts - 1] * (1 + JITTER * luck))
