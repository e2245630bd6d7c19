"""What somebody asks to see of the work list, what they have arranged there, and what they get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import TYPE_CHECKING

from engine.texts import clean_line

if TYPE_CHECKING:
    from engine.views import TaskLine

WORDS = {
    "visa": "scope", "process": "process", "steg": "step", "frist": "due", "lag": "statutory",
    "prioritet": "priority", "hos": "assignee", "nya": "new", "ordning": "order", "sok": "search",
    "efter": "after",
}  # fmt: skip
"""The words of an address, and what they are here."""
CHOICES = {
    "scope": ("", "mina", "enheten", "otilldelade"),
    "step": ("", "1", "2", "3", "4", "5", "6"),
    "due": ("", "passerad", "idag", "vecka"),
    "statutory": ("", "ja"),
    "priority": ("", "hog", "vanlig", "utan"),
    "new": ("", "ja"),
    "order": ("", "oppnad", "arende", "process"),
}
"""What may be chosen; the first is what an address that does not say means."""
LONGEST = 120
REASONS = {
    "fordelning": "Jämnare fördelning",
    "franvaro": "Frånvaro",
    "kompetens": "Rätt kompetens",
    "jav": "Jäv",
    "onskemal": "Handläggarens önskemål",
}
"""Why somebody is handed a task: the code stands in the log, and no free text about anybody."""


@dataclass(frozen=True)
class Wanted:
    """Which tasks, in which order; every field is empty until something is chosen."""

    scope: str = ""
    """`mina`, `enheten` (what my unit's people hold), `otilldelade`; empty: my whole agency."""
    process: str = ""
    step: str = ""
    """A step of the manual, 1 to 6."""
    due: str = ""
    """`passerad`, `idag`, `vecka` (the rest of this one)."""
    statutory: str = ""
    """`ja`: only limits set by law."""
    priority: str = ""
    """`hog`: a limit in law that has passed or soon will; `vanlig`: any other; `utan`: none."""
    assignee: str = ""
    new: str = ""
    """`ja`: only what came since the reader's last visit."""
    order: str = ""
    """`oppnad` (the newest first), `arende` (the newest first), `process`; empty: by due time."""
    search: str = ""
    after: str = ""
    """Where the page begins: the place that the page before ended with."""

    @classmethod
    def read(cls, typed: Mapping[str, str]) -> Wanted:
        """Read the words of an address; what is not understood counts as not said."""
        said = {WORDS[word]: clean_line(typed[word])[:LONGEST] for word in typed if word in WORDS}
        known = {name: value for name, value in said.items() if value in CHOICES.get(name, [value])}
        return cls(**known)

    def words(self) -> dict[str, str]:
        """Return the words of the address that asks for this."""
        return {word: value for word, name in WORDS.items() if (value := getattr(self, name))}

    def kept(self) -> Wanted:
        """Return what a saved list keeps: never what was searched for, nor a place in the list."""
        return replace(self, search="", after="")

    @property
    def narrowed(self) -> bool:
        """Say whether anything but the scope, the order and the place leaves tasks out."""
        whole = {"scope", "order", "after"}
        return any(getattr(self, each.name) for each in fields(self) if each.name not in whole)


@dataclass(frozen=True)
class SavedList:
    """A choice that somebody has given a name."""

    id: str
    owner: str
    name: str
    wanted: Wanted


@dataclass(frozen=True)
class Habit:
    """How somebody uses the work list."""

    person: str
    seen_at: datetime | None = None
    """When they last looked at it."""
    new_since: datetime | None = None
    """When the visit before this one ended; None on the first visit, when nothing is new."""
    keys: bool = True
    """Whether single keys move through the list (WCAG 2.1.4: they can be turned off)."""
    lists: tuple[SavedList, ...] = ()


@dataclass(frozen=True)
class StepLine:
    """A task as it is drawn: where it stands, and which steps of the manual it belongs to."""

    process: str
    process_name: str
    element: str
    name: str
    steps: frozenset[str] = frozenset()


@dataclass(frozen=True)
class WorklistPage:
    """A page of the work list."""

    wanted: Wanted
    lines: tuple[TaskLine, ...]
    after: str = ""
    """Where the next page begins; empty on the last."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Tasks by scope (`alla` for the agency), and in this scope by `passerad`, `idag` … `nya`.

    Nobody counts further than MANY.
    """
    processes: tuple[tuple[str, str], ...] = ()
    """(id, name) of those in which the reader's agency has tasks."""
    colleagues: tuple[tuple[str, str], ...] = ()
    """(id, name) of the reader's unit, the reader first; without units, of the agency."""


MANY = 1000
