"""Whether the scenarios notice a fault: `judged`, and what it comes to: `Score`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from engine.bpmn.check import findings
from engine.modelling.redraw import OF_DRAWING
from engine.modelling.rehearsals import Result
from engine.proof.mutants import Mutant
from engine.proof.recording import Recording
from engine.proof.tryout import tried_out

CHECK, SCENARIO, SURVIVED, BROKEN = "check", "scenario", "survived", "broken"
SAID = {CHECK: "stoppas av kontrollen", SCENARIO: "märks av", SURVIVED: "märks inte",
        BROKEN: "kunde inte prövas"}  # fmt: skip
NOBODY = "inget scenario kommer dit"

Run = Callable[..., Result]


@dataclass(frozen=True)
class Verdict:
    """What became of a fault."""

    mutant: Mutant
    outcome: str
    by: str = ""
    """The finding or the scenario that noticed it."""

    def __str__(self) -> str:
        told = f"{self.mutant.process}, {self.mutant.words}: {SAID[self.outcome]} {self.by}"
        return told.rstrip()

    def row(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        mutant = self.mutant
        return {"kind": mutant.kind, "process": mutant.process, "element": mutant.element,
                "fault": mutant.words, "outcome": self.outcome, "by": self.by}  # fmt: skip


@dataclass(frozen=True)
class Score:
    """How many faults are noticed."""

    verdicts: Sequence[Verdict]

    def count(self, outcome: str) -> int:
        """Count the verdicts of a sort."""
        return sum(1 for each in self.verdicts if each.outcome == outcome)

    @property
    def percent(self) -> int | None:
        """How many in a hundred of the faults that pass the check a scenario notices."""
        seen = self.count(SCENARIO)
        passing = seen + self.count(SURVIVED)
        return round(100 * seen / passing) if passing else None


def judged(mutant: Mutant, recording: Recording, run: Run = tried_out) -> Verdict:
    """Say whether the check, or else a scenario that comes to the place, notices a fault."""
    if found := findings(mutant.files):
        told = [each for each in found if each.rule not in OF_DRAWING]
        return Verdict(mutant, CHECK if told else BROKEN, f"[{(told or found)[0].rule}]")
    titles = coming_to(mutant, recording)
    if not titles:
        return Verdict(mutant, SURVIVED, f"({NOBODY})")
    result = run(mutant.files, titles, first=True)
    if result.broken:
        return Verdict(mutant, BROKEN, result.broken.splitlines()[-1])
    if result.failures:
        failure = result.failures[0]
        return Verdict(mutant, SCENARIO, f"{failure.feature}: {failure.scenario}")
    return Verdict(mutant, SURVIVED, f"({len(titles)} scenarier kommer dit)")


def coming_to(mutant: Mutant, recording: Recording) -> tuple[str, ...]:
    """Return the titles of the scenarios that come to the place of a fault."""
    place = f"{mutant.process}/{mutant.element}"
    return tuple(each.title for each in recording.scenarios
                 if place in each.passed or place in each.opened)  # fmt: skip
