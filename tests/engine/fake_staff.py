"""Who stands in for whom, and who is disqualified, in the fake store."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from engine.errors import NotFound, Stale
from engine.model import Actor
from engine.staff.conflicts import Disqualification
from engine.staff.substitution import Substitution


class MemoryStaff:
    """The port `engine.ports.Staff`, and both of its parts at once."""

    def __init__(self, kept: Any, people: Mapping[str, Actor]) -> None:
        self._kept, self._people = kept, people
        self.substitutions = MemorySubstitutions(kept, people)
        self.disqualifications = MemoryDisqualifications(kept)

    def colleague(self, person_id: str, agency: str) -> Actor:
        person = self._people.get(person_id)
        if person is None or person.agency != agency:
            raise NotFound(person_id)
        return person


class MemorySubstitutions:
    def __init__(self, kept: Any, people: Mapping[str, Actor]) -> None:
        self._kept, self._people = kept, people

    def held_by(self, substitute: str, absent: str, day: date) -> Actor | None:
        pair = (absent, substitute)
        kept = self._kept.substitutions.values()
        found = any((s.absent, s.substitute) == pair and s.covers(day) for s in kept)
        return self._people[absent] if found else None

    def around(self, people: Sequence[str]) -> Sequence[Substitution]:
        kept = self._kept.substitutions.values()
        return [s for s in kept if {s.absent, s.substitute} & set(people) and not s.ended_at]

    def one(self, substitution_id: str) -> Substitution:
        if substitution_id not in self._kept.substitutions:
            raise NotFound(substitution_id)
        found: Substitution = self._kept.substitutions[substitution_id]
        return found

    def add(self, substitution: Substitution) -> None:
        self._kept.substitutions[substitution.id] = substitution

    def end(self, substitution: Substitution, at: datetime, by: str) -> None:
        ended = replace(substitution, ended_at=at, ended_by=by)
        self._kept.substitutions[substitution.id] = ended


class MemoryDisqualifications:
    def __init__(self, kept: Any) -> None:
        self._kept = kept

    def bars(self, person: str, case_id: str) -> bool:
        kept = self._kept.disqualifications.values()
        return any((d.person, d.case_id) == (person, case_id) and not d.lifted_at for d in kept)

    def add(self, disqualification: Disqualification) -> None:
        if self.bars(disqualification.person, disqualification.case_id):
            raise Stale("twice")
        self._kept.disqualifications[disqualification.id] = disqualification

    def one(self, disqualification_id: str) -> Disqualification:
        if disqualification_id not in self._kept.disqualifications:
            raise NotFound(disqualification_id)
        found: Disqualification = self._kept.disqualifications[disqualification_id]
        return found

    def lift(self, disqualification: Disqualification, at: datetime, by: str) -> None:
        lifted = replace(disqualification, lifted_at=at, lifted_by=by)
        self._kept.disqualifications[disqualification.id] = lifted
