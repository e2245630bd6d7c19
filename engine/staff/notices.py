"""What people are told of: which entries of the log, whom, and that no e-mail says more."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from engine.errors import InvalidAnswers
from engine.model import Event

TEXTS = {
    "assigned": "Du har fått en uppgift",
    "reminder": "En uppgift behöver göras snart",
    "passed": "Tiden har gått ut för en uppgift",
    "received": "Nya uppgifter har kommit in i ett ärende",
    "returned": "En uppgift har kommit tillbaka till dig",
    "moved": "En uppgift har fått ett nytt sista datum",
    "asked": "Ska ett ärende följa en ny ordning?",
    "substitute": "Du är ersättare för en kollega från och med nu",
    "proposal": "Ett förslag om processerna väntar på ditt beslut",
    "decided": "Ditt förslag om processerna är avgjort",
}
OF_PROCESSES = frozenset({"proposal", "decided"})
"""What is about the processes themselves, and no case."""
TOLD_OF = {
    "task_assigned": "assigned",
    "task_reminded": "reminder",
    "received": "received",
    "task_returned": "returned",
    "task_due_moved": "moved",
    "move_asked": "asked",
}
"""Kinds of entries in the log, and what is told of them."""
NAMED = {"assigned": "assignee", "returned": "proposed_by"}
"""Where an entry names the one to be told; else it is those who hold what it is about."""
SUBJECT = "Ny händelse i Skyddsprocessen"
BODY = "Du har en ny händelse i Skyddsprocessen. Logga in för att läsa den:\n\n{link}\n"
"""All that an e-mail says: the same for everybody, whatever has happened."""

PAUSES = (60, 300, 1_800, 7_200, 21_600, 43_200, 86_400)
"""Seconds to wait after each failed attempt; after the last of them the e-mail is dead."""
ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+\.[^\s@<>,;:\"()\[\]\\.]+")
LONGEST = 254


@dataclass(frozen=True)
class Heard:
    """An entry of the log that somebody is to be told of."""

    kind: str
    event: Event
    person: str | None = None
    """The one it names; None for those who hold the task, or tasks of the case."""

    @property
    def task_id(self) -> str | None:
        """Return the task that it is about, if it is about one."""
        return self.event.details.get("task_id")


@dataclass(frozen=True)
class NoticeLine:
    """A notice in words, with where it leads; names are those of the reader's own agency."""

    id: str
    text: str
    at: datetime
    new: bool
    case_id: str | None
    case_number: str | None
    task_id: str | None
    """The task while it is open."""
    task_name: str | None
    of_processes: bool = False


@dataclass(frozen=True)
class Mailbox:
    """Where a person wants e-mail, if they do."""

    address: str = ""
    wanted: bool = False


@dataclass(frozen=True)
class Mail:
    """An e-mail that waits to be sent: that there is something to read, and nothing else."""

    id: str
    person: str
    case_id: str | None
    attempts: int
    read: bool
    """Whether the person has read the notice meanwhile."""
    mailbox: Mailbox
    agency: str | None = None
    """The person's agency; None for one who can no longer sign in."""


def heard(entries: Iterable[Event]) -> Iterator[Heard]:
    """Yield what is to be told of; nobody is told of what they did themselves."""
    for entry in entries:
        kind = TOLD_OF.get(entry.kind)
        if kind is None:
            continue
        person = entry.details.get(NAMED.get(kind, ""))
        if person is None or person != entry.actor:
            yield Heard(kind, entry, person)


def next_attempt(attempts: int, now: datetime) -> datetime | None:
    """Return when to try again after so many failed attempts; None to give up."""
    if attempts > len(PAUSES):
        return None
    return now + timedelta(seconds=PAUSES[attempts - 1])


def plain(address: str) -> str:
    """Return an address as it is compared: written in any way, it is the same address."""
    return unicodedata.normalize("NFKC", address).strip().casefold()


def may_be_mailed(address: str, blocked: Iterable[str]) -> bool:
    """Say whether an address is none of the blocked ones, such as a suspected vårdnadshavare's.

    `blocked` are addresses, or texts in which they stand.
    """
    found = (each for text in blocked for each in ADDRESS.findall(plain(text)))
    return plain(address) not in {each.rstrip(".") for each in found}


def mailbox_of(address: str, wanted: bool) -> Mailbox:
    """Return the mailbox that a person asks for. Raises InvalidAnswers for what is no address."""
    address = address.strip()
    if not address and not wanted:
        return Mailbox()
    if not address:
        raise InvalidAnswers({"adress": "Ange en e-postadress"})
    if len(address) > LONGEST or not ADDRESS.fullmatch(address) or not address.isprintable():
        raise InvalidAnswers({"adress": "Ange en e-postadress som namn@exempel.se"})
    return Mailbox(address, wanted)
