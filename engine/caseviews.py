"""What the tabs of a case page read: values made for showing, already filtered for the reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.casebook.contacts import Contact
    from engine.casebook.errands import Errand
    from engine.views import Due

Answers = tuple[tuple[str, str], ...]
"""(question, answer), in Swedish."""


@dataclass(frozen=True)
class Place:
    """What a token stands at, in its diagram."""

    agency: str | None
    name: str
    law: tuple[str, ...] = ()


@dataclass(frozen=True)
class Clock:
    """A timer of the reader's own lanes: what follows by itself, and when."""

    name: str
    due: Due
    law: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wait:
    """One thing that the case waits for, in a Swedish sentence."""

    kind: str
    """`uppgift`, `tid`, `meddelande`, `annan` or `inget`."""
    text: str


@dataclass(frozen=True)
class Term:
    """A coming deadline of the reader's agency."""

    what: str
    due: Due
    task_id: str | None = None
    """The task it is the deadline of; None for what follows by itself."""


@dataclass(frozen=True)
class ErrandLine:
    """An errand that an agency has set itself."""

    errand: Errand
    case_number: str
    title: str
    description: str
    assignee_name: str | None
    mine: bool
    due_words: str = ""
    passed: bool = False


@dataclass(frozen=True)
class Party:
    """An agency that the reader knows takes part, and what it has to do with the reader's."""

    name: str
    own: bool = False
    sent: tuple[str, ...] = ()
    """What it has handed over to the reader's agency, by name."""
    got: tuple[str, ...] = ()
    """What it has been handed by the reader's agency."""


@dataclass(frozen=True)
class Colleague:
    """Somebody at the reader's agency who has done something in the case."""

    name: str
    did: tuple[str, ...]
    """The tasks they have completed, and the number of their other acts in words."""
    last_at: datetime
    holds: tuple[str, ...] = ()
    """The open tasks they hold now."""


@dataclass(frozen=True)
class SentLine:
    """What the reader's agency has handed over."""

    at: datetime
    name: str
    receiver: str
    ground: str
    by: str | None
    answers: Answers = ()
    """The answers that went along, from the sender's own record."""
    received_at: datetime | None = None
    """The receipt; None when the receiver stands outside and nothing tells that it arrived."""
    order: int = 0
    """Its place in the log of the case."""


@dataclass(frozen=True)
class NoticeLine:
    """An event that the reader's agency has told the case of, and what became of it."""

    at: datetime
    name: str
    by: str | None
    state: str
    """`levererat`, `väntar` or `stoppat`."""
    delivered_at: datetime | None = None


@dataclass(frozen=True)
class AktEntry:
    """A document of the agency's record, in the order of time."""

    id: str
    at: datetime
    title: str
    by: str | None
    kind: str
    """`egen`, `mottaget` or `lämnat`."""
    facts: Answers = ()
    """What is told about it: from or to whom, on which ground."""
    answers: Answers = ()
    order: int = 0
    """Its place among what came at the same moment."""
    reveals: tuple[str, str] | None = None
    """(what, id): where that which is masked can be asked for; None if nothing is."""


@dataclass(frozen=True)
class ConsentStep:
    """One answer that the person has given about a purpose."""

    at: datetime
    value: str
    source: str
    """By which form, or that another actor has it."""
    by: str | None
    record_id: str | None = None
    """The place in the agency's own record where the whole answer stands."""


@dataclass(frozen=True)
class ConsentLine:
    """A purpose that concerns the reader's agency, and what the person has answered."""

    code: str
    name: str
    value: str
    value_name: str
    history: tuple[ConsentStep, ...]
    """The newest first."""
    may_withdraw: bool = False
    may_answer: bool = False
    tasks: tuple[tuple[str, str], ...] = ()
    """(id, name) of the reader's open tasks that ask for it."""


@dataclass(frozen=True)
class ContactLine:
    """A contact as it is now."""

    contact: Contact
    name: str
    role: str
    reach: str
    blocked: bool
    versions: int
    by: str | None = None
    reveals: tuple[str, str] | None = None
    """(what, id): where the way to reach them can be asked for; None when it is not masked."""
