"""Puts together what an agency takes out of a case on paper: all it has, or a party's extract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from babel.dates import format_datetime

from engine.audit.moments import KEPT, MISSED, Drawing, History
from engine.book.dossier import Answers, Dossier, Happening, Picture, Withheld
from engine.deadlines import ZONE
from engine.secrecy.protected import Sheet
from engine.texts import swedish_date

OWN = "Myndighetens del av ärendet"
CARE = (
    "Innehåller skyddade uppgifter. Förvara inlåst och förstör när det inte behövs. Sekretessen "
    "följer med till den som tar emot handlingen."
)
LIMITS = {KEPT: "Tiden hölls.", MISSED: "Efter tiden."}
Facts = tuple[tuple[str, str], ...]


def case_dossier(
    number: str, agency: str, made: datetime, facts: Facts, sheets: Iterable[Sheet],
    played: tuple[History, Sequence[tuple[Drawing, str]]],
) -> Dossier:  # fmt: skip
    """Return all that an agency has in a case: answers, timeline, and the drawings as they stand.

    The history is already what the agency may know; of others' entries there is nothing.
    """
    history, drawings = played
    timeline = tuple(_happenings(history))
    pictures = tuple(_picture(history, drawing, svg, made) for drawing, svg in drawings)
    told = (("Uttaget", moment(made)), *facts)
    return Dossier(OWN, number, agency, made, told, answers(sheets), timeline, pictures, note=CARE)


def party_dossier(
    number: str, agency: str, made: datetime, sheets: Iterable[Sheet],
    withheld: Sequence[Withheld],
) -> Dossier:  # fmt: skip
    """Return a party's extract: what they may read, and what is left out, that and why."""
    note = PARTY if withheld else WHOLE
    facts = (("Lämnas ut", moment(made)),)
    return Dossier("Utdrag för part", number, agency, made, facts, answers(sheets),
                   withheld=tuple(withheld), note=note)  # fmt: skip


RIGHT = (
    "Du är part i ärendet och har rätt att ta del av det som har tillförts det "
    "(förvaltningslagen 10 §). "
)
PARTY = RIGHT + (
    "En del lämnas inte ut (offentlighets- och sekretesslagen 10 kap. 3 §). Nedan står vad som "
    "saknas och varför. Du kan begära ett skriftligt beslut om det."
)
WHOLE = RIGHT + "Inget i det här utdraget är utelämnat."


def answers(sheets: Iterable[Sheet]) -> tuple[Answers, ...]:
    """Return forms' answers as they are set."""
    return tuple(Answers(each.title, day(each.at), each.answers) for each in sheets)


def day(at: datetime) -> str:
    """Write the day of an instant, in Stockholm."""
    return swedish_date(at.astimezone(ZONE).date())


def moment(at: datetime) -> str:
    """Write an instant: a document is in Swedish whoever takes it out."""
    return format_datetime(at, "d MMMM y 'kl.' HH.mm", tzinfo=ZONE, locale="sv")


def _happenings(history: History) -> Iterator[Happening]:
    for each in history.moments:
        if each.known and each.at is not None:
            law = "; ".join(each.law)
            said = [each.text or "", LIMITS.get(each.deadline or "", ""), law]
            text = " ".join(part for part in said if part)
            yield Happening(moment(each.at), each.title, each.by or "", text)


def _picture(history: History, drawing: Drawing, svg: str, made: datetime) -> Picture:
    """Return a drawing with what it shows, in words, for who cannot see it."""
    names = {
        change.element: each.seen.name
        for each in history.moments if each.seen
        for change in each.changes[-1:]
    }  # fmt: skip
    marks = history.marks(history.moments[-1].number, drawing.id) if history.moments else {}

    def named(mark: str) -> str:
        return ", ".join(
            names[key] for key, value in marks.items() if value == mark and key in names
        )

    about = f"Diagrammet {drawing.name} som det stod {moment(made)}."
    for words, mark in (("Klart hos er", "done"), ("Pågår hos er", "current")):
        about += f" {words}: {named(mark)}." if named(mark) else ""
    return Picture(drawing.name, about, svg)
