"""Jäv: who must not take part in a case, and therefore may not see it (FL 16–18 §)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from engine.errors import InvalidAnswers, NotAllowed, NotFound
from engine.model import Actor

LONGEST = 2_000


@dataclass(frozen=True)
class Disqualification:
    """A person who has, or may be thought to have, an interest of their own in a case."""

    id: str
    case_id: str
    person: str
    agency: str
    reason: str
    """Sealed where it is kept: it is about a person."""
    declared_by: str
    declared_at: datetime
    lifted_at: datetime | None = None
    lifted_by: str | None = None


class Disqualifications(Protocol):
    """What the verbs ask of the store, inside their transaction."""

    def bars(self, person: str, case_id: str) -> bool:
        """Say whether a person is disqualified in a case now."""
        ...

    def add(self, disqualification: Disqualification) -> None:
        """Keep a new one. Raises Stale if the person is disqualified already."""
        ...

    def one(self, disqualification_id: str) -> Disqualification:
        """Return one, or raise NotFound."""
        ...

    def lift(self, disqualification: Disqualification, at: datetime, by: str) -> None:
        """End one. Raises Stale if somebody has."""
        ...


def require_free(barred: Disqualifications, actor: Actor, case_id: str) -> None:
    """Hide a case from one who is disqualified in it, as if it were not there."""
    if barred.bars(actor.id, case_id):
        raise NotFound(f"case {case_id}")


def require_may_declare(actor: Actor, person: Actor) -> None:
    """Let people speak for themselves, and a chef for the colleagues (FL 18 § second para.)."""
    if actor.id == person.id:
        return
    if actor.agency != person.agency or "chef" not in actor.roles:
        raise NotAllowed(f"{actor.id} may not declare {person.id} disqualified")


def require_may_lift(actor: Actor, found: Disqualification) -> None:
    """Let only a chef of the same agency lift it, and nobody their own (FL 18 § third para.)."""
    if actor.agency != found.agency or "chef" not in actor.roles or actor.id == found.person:
        raise NotAllowed(f"{actor.id} may not lift {found.id}")


def require_reason(reason: str) -> str:
    """Return the reason without blanks around it. Raises InvalidAnswers for none or a long one."""
    reason = reason.replace("\0", "").strip()
    if not reason:
        raise InvalidAnswers({"skal": "Ange skälet till jävet"})
    if len(reason) > LONGEST:
        raise InvalidAnswers({"skal": f"Skriv högst {LONGEST} tecken"})
    return reason
