"""What an outcome comes to, said in Swedish: numbers, steps and agencies, never a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from engine.errors import BROKEN, GONE, NO_PROCESS, STUCK
from engine.modelling.preview.outcome import (
    AHEAD,
    CHOICE,
    COSMETIC,
    IMPOSSIBLE,
    PASSED,
    Group,
    Handed,
    Outcome,
    Shift,
)

GRADES = {
    COSMETIC: "Ingen skillnad",
    AHEAD: "Bara framåt",
    PASSED: "Ny skyldighet redan passerad",
    CHOICE: "Kräver ett val",
    IMPOSSIBLE: "Går inte",
}
WHY = {
    NO_PROCESS: "Processen {where} finns inte kvar.",
    GONE: "Steget {where}, där ärendet står, finns inte kvar, och det går inte att säga var det "
    "ska fortsätta.",
    STUCK: "Ärendet skulle fastna vid {where}.",
    BROKEN: "Ärendet kan inte köras i den nya ordningen.",
}
TOTAL = (
    "{cases} ärenden pågår. {ahead} har något nytt steg framför sig, "
    "{behind} har gått förbi något, {stuck} kan inte flyttas."
)
DAY = 24
Named = Callable[[str], str]


def said(outcome: Outcome, agency: Named = str) -> Iterator[str]:
    """Yield what the outcome comes to, a sentence at a time."""
    if outcome.why:
        yield WHY[outcome.why].format(where=outcome.where)
    if outcome.ahead:
        yield f"Har framför sig: {', '.join(outcome.ahead)}."
    if outcome.behind:
        yield f"Har redan gått förbi: {', '.join(outcome.behind)}."
    if outcome.gone:
        yield f"Avslutas ogjort: {', '.join(outcome.gone)}."
    for each in outcome.handed:
        yield _of_handed(each, agency)
    for shift in outcome.shifts:
        yield _of_shift(shift)
    if outcome.unproved:
        yield "Inte helt kontrollerat: ärendet kördes inte ända till slutet."


def counted(groups: Sequence[Group]) -> dict[str, int]:
    """Return how many cases there are, and how many have something new ahead or behind."""
    return {
        "cases": sum(len(group.cases) for group in groups),
        "ahead": sum(len(g.cases) for g in groups if g.outcome.ahead),
        "behind": sum(len(g.cases) for g in groups if g.outcome.behind),
        "stuck": sum(len(g.cases) for g in groups if g.outcome.grade == IMPOSSIBLE),
    }


def total(groups: Sequence[Group]) -> str:
    """Say what it comes to for all: how many have the new ahead, behind, and cannot be moved."""
    return TOTAL.format(**counted(groups))


def _of_handed(each: Handed, agency: Named) -> str:
    if each.before != each.after:
        return f"{each.step}: går över från {agency(each.before)} till {agency(each.after)}."
    roles = [role or "ingen" for role in (each.role_after, each.role_before)]
    return f"{each.step}: rollen är {roles[0]}, förut {roles[1]}."


def _of_shift(shift: Shift) -> str:
    about = f"{shift.step}{f' ({shift.deadline})' if shift.deadline else ''}"
    if shift.hours is None:
        said = "får ett sista datum" if shift.set else "har inte längre något sista datum"
        return f"{about}: {said}."
    count, unit = abs(shift.hours), "timmar"
    if count % DAY == 0 or count > 2 * DAY:  # a day of summer time has 23 or 25 hours
        count, unit = round(count / DAY), "dagar"
    unit = {"timmar": "timme", "dagar": "dag"}[unit] if count == 1 else unit
    return (
        f"{about}: sista datum blir {count} {unit} {'senare' if shift.hours > 0 else 'tidigare'}."
    )
