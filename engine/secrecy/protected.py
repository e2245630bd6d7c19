"""Protected personal data: how a case is marked, what is masked, who may see or print it after all.

OSL 21:3, 22:1, 26:14 b-d; folkbokföringslagen 16-17 a §§; lag (1991:483) om fingerade uppgifter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from engine.forms import Form
from engine.model import Actor

UNMARKED = "ingen"
QUESTION = "skyddsmarkering"
"""The key of the question whose answer marks the case."""
LASTS = timedelta(minutes=30)
"""How long an approved print may be made: a proposal, no law says."""
LONGEST_REASON = 300


@dataclass(frozen=True)
class Marking:
    """A level of protection, in Swedish, and what it asks of whoever works in the case."""

    name: str
    advice: str


MARKINGS: Mapping[str, Marking] = {
    "sekretessmarkering": Marking(
        "Sekretessmarkering",
        "Uppgifterna är markerade i folkbokföringen (OSL 22:1). Pröva varje utlämnande för sig.",
    ),
    "skyddad_folkbokforing": Marking(
        "Skyddad folkbokföring",
        "Personen bor inte där hen är folkbokförd. Skriv aldrig ner var hen finns. Post går genom "
        "Skatteverkets förmedling.",
    ),
    "fingerade_uppgifter": Marking(
        "Fingerade personuppgifter",
        "Personen har fått andra personuppgifter (lag 1991:483). Skriv aldrig ner de nya "
        "tillsammans med de gamla.",
    ),
    "skyddat_boende": Marking(
        "Skyddat boende",
        "Adressen är hemlig (OSL 26:14 b–d). En begäran om den går till chefen.",
    ),
}
REASONS: Mapping[str, str] = {
    "kontakt": "Jag ska nå personen",
    "skydd": "Jag planerar eller ändrar skyddet",
    "handling": "Jag skriver ett beslut, en ansökan eller ett utlämnande",
    "kontroll": "Jag kontrollerar att uppgiften stämmer",
    "annat": "Annat",
}
"""Why somebody may want to see what is masked: code → Swedish. The codes stand in the log."""


@dataclass(frozen=True)
class Marked:
    """How a case is marked, and by which agency: only that one lifts it."""

    case_id: str
    code: str
    agency: str
    actor: str
    at: datetime


@dataclass(frozen=True)
class Held:
    """Answers that are masked somewhere: a record of one's own, or a copy of another's."""

    case_id: str
    form: str
    version: str
    name: str | None
    """The name of the hand-over; None for one's own answers."""
    answers: Mapping[str, Any]
    at: datetime
    what: str = ""
    id: str = ""

    @property
    def key(self) -> str:
        """Name it among all that a compartment holds."""
        return f"{self.what}.{self.id}"


@dataclass(frozen=True)
class Sheet:
    """One form's answers in clear, as they are seen or printed."""

    title: str
    at: datetime
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Permit:
    """A wish to print or export what a compartment holds, and a colleague's yes to it."""

    id: str
    case_id: str
    agency: str
    asked_by: str
    asked_at: datetime
    reason: str
    approved_by: str | None = None
    until: datetime | None = None

    def allows(self, actor: Actor, now: datetime) -> bool:
        """Say whether this person may print now."""
        return self.asked_by == actor.id and self.until is not None and now < self.until

    def waits(self, now: datetime) -> bool:
        """Say whether a colleague may still approve it; after a day it is asked for anew."""
        return self.approved_by is None and now < self.asked_at + timedelta(days=1)


def masked_keys(form: Form, marking: str | None) -> frozenset[str]:
    """Return the answers of a form that are not shown as they are.

    Who somebody is and where they are is always masked; in a marked case also every free text and
    other answer that is protected, for it may tell the same.
    """
    marked = marking in MARKINGS
    return frozenset(f.key for f in form.fields if f.masked or (marked and f.protected))


class Shelter(Protocol):
    """What the verbs of protection do inside a transaction; see `engine.db.protection`."""

    def marked(self, case_id: str) -> Marked | None:
        """Return how a case is marked, if it ever was."""
        ...

    def mark(self, marked: Marked) -> None:
        """Mark a case, in place of what it was before."""
        ...

    def held(self, actor: Actor, case_id: str, what: str, id_: str) -> Held:
        """Return answers of the actor's compartment, or raise NotFound."""
        ...

    def all_held(self, actor: Actor, case_id: str) -> Sequence[Held]:
        """Return all answers of the actor's compartment, the oldest first."""
        ...

    def ask(self, permit: Permit) -> None:
        """Keep that somebody wants to print."""
        ...

    def permit(self, case_id: str, permit_id: str) -> Permit:
        """Return a request to print, or raise NotFound."""
        ...

    def may_print(self, actor: Actor, case_id: str, now: datetime) -> bool:
        """Say whether a colleague has approved a print by this person that may be made now."""
        ...

    def approve(self, permit: Permit) -> None:
        """Keep a colleague's approval. Raises Stale if somebody else was first."""
        ...
