"""Who stands in for whom, from which day to which: rules and nouns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from engine.access import leads
from engine.errors import InvalidAnswers
from engine.model import Actor
from engine.texts import swedish_days

REASONS = {
    "semester": "Semester",
    "ledig": "Annan ledighet eller frånvaro",
    "resa": "Tjänsteresa eller utbildning",
    "uppdrag": "Annat uppdrag",
}
"""A choice, not a text: why somebody is away may be about their health."""


@dataclass(frozen=True)
class Substitution:
    """One colleague in the place of another, both days included, as days are in Stockholm."""

    id: str
    absent: str
    substitute: str
    agency: str
    first_day: date
    last_day: date
    reason: str
    """A code of `REASONS`."""
    made_by: str
    made_at: datetime
    ended_at: datetime | None = None
    ended_by: str | None = None

    def covers(self, day: date) -> bool:
        """Say whether it is in force on a day."""
        return self.ended_at is None and self.first_day <= day <= self.last_day

    def meets(self, other: Substitution) -> bool:
        """Say whether both are in force on some day."""
        alive = self.ended_at is None and other.ended_at is None
        return alive and self.first_day <= other.last_day and other.first_day <= self.last_day


class Substitutions(Protocol):
    """What the verbs ask of the store, inside their transaction."""

    def held_by(self, substitute: str, absent: str, day: date) -> Actor | None:
        """Return the absent colleague if the other stands in for them on that day."""
        ...

    def around(self, people: Sequence[str]) -> Sequence[Substitution]:
        """Return those not ended that any of these people are in; others wait to write one."""
        ...

    def one(self, substitution_id: str) -> Substitution:
        """Return a substitution, or raise NotFound."""
        ...

    def add(self, substitution: Substitution) -> None:
        """Keep a new one."""
        ...

    def end(self, substitution: Substitution, at: datetime, by: str) -> None:
        """End one from now on. Raises Stale if somebody has."""
        ...


def may_arrange(actor: Actor, absent: Actor) -> bool:
    """Say whether the actor may decide who stands in: the absent, or who leads them."""
    return actor.id == absent.id or (actor.agency == absent.agency and leads(actor))


def require_sound(new: Substitution, others: Iterable[Substitution], today: date) -> None:
    """Raise InvalidAnswers, one sentence per question, unless the substitution may be made."""
    problems = _problems_of_days(new, today)
    if new.reason not in REASONS:
        problems["skal"] = "Välj skälet till frånvaron"
    if new.substitute == new.absent:
        problems["ersattare"] = "Välj någon annan än den som är borta"
    elif not problems and (problem := _problem_with(new, others)):
        problems["ersattare"] = problem
    if problems:
        raise InvalidAnswers(problems)


def _problems_of_days(new: Substitution, today: date) -> dict[str, str]:
    if new.last_day < new.first_day:
        return {"till": "Sista dagen måste vara samma dag som den första, eller senare"}
    if new.last_day < today:
        return {"till": "Sista dagen har redan varit"}
    return {}


def _problem_with(new: Substitution, others: Iterable[Substitution]) -> str | None:
    """Say what stands in the way: a second substitute, or a substitute of a substitute."""
    for other in others:
        if not new.meets(other):
            continue
        days = swedish_days(other.first_day, other.last_day)
        if other.absent == new.absent:
            return f"Det finns redan en ersättare {days}. Avsluta den först."
        if other.absent == new.substitute:
            return f"Den du valde är själv borta {days} och kan inte vara ersättare då."
        if other.substitute == new.absent:
            return (
                f"Den som är borta är själv ersättare {days}. "
                "En ersättare kan inte ersättas: avsluta det uppdraget först."
            )
    return None
