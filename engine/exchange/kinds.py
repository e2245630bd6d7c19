"""Which entries of the log an agency's own system is told of, as which kind, and how much of them.

An event says that something has happened, never what somebody wrote: ids, kinds and times. Nor does
it say what gives away how much others do: no number of the log, no name of another agency.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine.model import Event

MISSED, INCIDENT, TEST = "deadline.missed", "incident.reported", "webhook.test"
KINDS = {
    "case.opened": "Ni har öppnat ett ärende",
    "case.moved": "Ett ärende följer en ny ordning",
    "case.closed": "Ett ärende har avslutats",
    "case.erased": "Er del av ett ärende har gallrats",
    "task.opened": "Ni har fått en uppgift",
    "task.proposed": "Ett förslag väntar på att godkännas",
    "task.returned": "Ett förslag har skickats tillbaka",
    "task.completed": "Ni har slutfört en uppgift",
    "task.withdrawn": "En uppgift har tagits bort",
    "deadline.reminded": "En uppgift behöver göras snart",
    MISSED: "Tiden har gått ut för en uppgift",
    "deadline.moved": "En uppgift har fått ett nytt sista datum",
    "handover.received": "Ni har tagit emot uppgifter från en annan aktör",
    "handover.sent": "Ni har lämnat ut uppgifter",
    "consent.changed": "Ett samtycke har ändrats",
    "protection.changed": "En skyddsmarkering har ändrats",
    INCIDENT: "Ett steg som ni bad om gick inte att göra",
}
"""What a system can ask to be told of, each in Swedish."""
OF_THE_LOG = {
    "case_opened": "case.opened",
    "case_moved": "case.moved",
    "case_move_undone": "case.moved",
    "case_closed": "case.closed",
    "retention_erased": "case.erased",
    "task_opened": "task.opened",
    "task_proposed": "task.proposed",
    "task_returned": "task.returned",
    "task_completed": "task.completed",
    "task_withdrawn": "task.withdrawn",
    "task_reminded": "deadline.reminded",
    "task_due_moved": "deadline.moved",
    "received": "handover.received",
    "disclosed": "handover.sent",
    "consent_answered": "consent.changed",
    "protection_marked": "protection.changed",
}
"""Kinds of entries in the log, and of the events that tell of them."""
OF_TASKS = ("task_id", "process", "element")
FACTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys((kind for kind in KINDS if kind.split(".")[0] == "task"), OF_TASKS),
    "deadline.reminded": (*OF_TASKS, "deadline"),
    "deadline.moved": OF_TASKS,
    MISSED: (*OF_TASKS, "deadline", "due_at"),
    "handover.received": ("message",),
    "handover.sent": ("message",),
    INCIDENT: ("incident",),
}
"""Which facts of an entry go into its event; of all other kinds there are none."""


@dataclass(frozen=True)
class Told:
    """Something that a system may be told of, if its agency may know of it."""

    kind: str
    facts: Mapping[str, str]


def told(kind: str, details: Mapping[str, Any]) -> Told:
    """Return an event of this kind, with no more of the details than its kind lets through."""
    chosen = {name: details.get(name) for name in FACTS.get(kind, ())}
    return Told(kind, {name: str(value) for name, value in chosen.items() if value is not None})


def of_log(entries: Iterable[Event], first: int) -> Iterator[tuple[int, Told]]:
    """Yield what systems may be told of, by the entry's number; `first` is that of the first."""
    for number, entry in enumerate(entries, first):
        if kind := OF_THE_LOG.get(entry.kind):
            yield number, told(kind, entry.details)
