"""One difference, and how the parts of two things of one sort are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
STEP, FLOW, CONDITION, LANE, FORM, FIELD = "step", "flow", "condition", "lane", "form", "field"
DEADLINE, MESSAGE, WORDING, LAW = "deadline", "message", "wording", "law"
APPROVAL, ROLE, ACCESS, TABLE, VARIABLE = "approval", "role", "access", "table", "variable"
KINDS = {
    STEP: "Steg", FLOW: "Flöden", CONDITION: "Villkor", LANE: "Banor: vem som har uppgiften",
    FORM: "Formulär", FIELD: "Frågor i formulär", ACCESS: "Vem som får läsa",
    DEADLINE: "Frister", MESSAGE: "Meddelanden", ROLE: "Roller", APPROVAL: "Godkännanden",
    LAW: "Lagrum och ansvar", TABLE: "Beslutstabeller", VARIABLE: "Vägvalsvariabler",
    WORDING: "Ordalydelser",
}  # fmt: skip
"""The kinds of differences in the order they are told, with their Swedish headings."""

Named = Callable[[str], str]


@dataclass(frozen=True)
class Change:
    """One difference, as a Swedish sentence."""

    kind: str
    words: str
    file: str
    element: str | None = None
    """The element of the diagram, the key of the question, or the row of the register."""
    effect: str = CHANGED
    process: str | None = None
    """The process whose drawing shows it."""
    agencies: tuple[str, ...] = ()
    """Those whose tasks, access or deadlines it changes; none for a mere wording."""
    before: str = ""
    after: str = ""
    """Long texts, to be read beside each other."""

    def __str__(self) -> str:
        return self.words


def own(name: str) -> str:
    """Return a name as it is."""
    return name


@dataclass(frozen=True)
class Part:
    """One thing to compare: what it is called in a sentence, and how it is read and shown.

    `value` gives a text, None, or a tuple of texts whose order means nothing.
    """

    label: str
    kind: str
    value: Callable[[Any], Any]
    show: Named = own


@dataclass(frozen=True)
class Switch:
    """Something that holds or does not: what is said when it begins, and when it ceases."""

    on: str
    off: str
    kind: str
    value: Callable[[Any], Any]


@dataclass(frozen=True)
class Passage:
    """A text too long for a sentence: it is shown as it was and as it is."""

    label: str
    kind: str
    value: Callable[[Any], Any]


Spec = Sequence[Part | Switch | Passage]


def compared(subject: str, pair: tuple[Any, Any], spec: Spec, place: Change) -> Iterator[Change]:
    """Yield what differs between two things, each part a sentence; `place` says where they are."""
    for part in spec:
        old, new = (part.value(each) for each in pair)
        if isinstance(part, Part) and isinstance(old, tuple):
            said = listed(part.label, old, new, part.show)
        elif old == new:
            continue
        else:
            said = _said(part, old, new)
        texts = (old or "", new or "") if isinstance(part, Passage) else ("", "")
        if said:
            yield replace(place, kind=part.kind, words=f"{subject}: {said}.",
                          before=texts[0], after=texts[1])  # fmt: skip


def listed(label: str, old: Sequence[str], new: Sequence[str], show: Named = own) -> str:
    """Say what has come to a list and what has gone; nothing if only the order differs."""
    come = [show(each) for each in new if each not in old]
    gone = [show(each) for each in old if each not in new]
    said = [f"tillagt: {', '.join(come)}"] if come else []
    said += [f"borttaget: {', '.join(gone)}"] if gone else []
    return f"{label} – {'; '.join(said)}" if said else ""


def _said(part: Part | Switch | Passage, old: Any, new: Any) -> str:
    if isinstance(part, Switch):
        return part.on if new else part.off
    if isinstance(part, Passage):
        verb = "är ändrad" if old and new else "har tillkommit" if new else "har tagits bort"
        return f"{part.label} {verb}"
    if not old:
        return f"{part.label} – tillagt: {part.show(new)}"
    if not new:
        return f"{part.label} – borttaget: {part.show(old)}"
    return f"{part.label} är nu {part.show(new)} (tidigare {part.show(old)})"
