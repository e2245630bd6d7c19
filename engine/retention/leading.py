"""Who answers for what an agency keeps, and how what they do is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from engine import access
from engine.errors import NotAllowed
from engine.model import Actor, Event
from engine.ports import Store, Unit


@contextmanager
def leading(store: Store, actor: Actor) -> Iterator[Unit]:
    """Open a transaction for one who answers for the archive, in their own name, or NotAllowed."""
    if not access.may_dispose(actor):
        raise NotAllowed(f"{actor.id} does not answer for the archive of {actor.agency}")
    with store.transaction() as unit:
        yield unit


def require_own(actor: Actor, agency: str) -> None:
    """Refuse what is another agency's."""
    if actor.agency != agency:
        raise NotAllowed(f"{actor.agency} does not answer for {agency}")


def told(kind: str, actor: Actor, case_id: str, now: datetime, **facts: str) -> Event:
    """Return the entry of something that was done about the erasing of a case."""
    return Event(case_id, kind, now, actor.id, actor.agency, details=facts)
