"""What the check says of a mutant, held against what the engine does with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random

from engine.bpmn.check.rules import SHAPE
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, read_diagram
from engine.bpmn.soundness.findings import Flaw, soundness_findings
from tests.engine.bpmn.soundness.mutants import mutant
from tests.engine.bpmn.soundness.real import started
from tests.engine.bpmn.soundness.replayed import Replay, chance, moved

LONGEST = 25
WALKS = 3
ENGINE_DIFFERS = {"twin", "join-in-loop"}
"""Rules that refuse what the engine runs otherwise than it is drawn: there it is not asked."""


@dataclass(frozen=True)
class Verdict:
    """A mutant with its verdict."""

    published: ProcessSet
    xml: str
    diagram: Diagram
    spoiled: str

    @cached_property
    def refused(self) -> set[str]:
        """The rules that need no game to refuse it."""
        return {each.rule for rule in SHAPE for each in rule(self.diagram, self.published)}

    @cached_property
    def flaws(self) -> dict[tuple[str, str], Flaw]:
        """What the games found, by rule and element."""
        found = soundness_findings(self.diagram, self.published)
        return {(f.rule, f.element or ""): f for f in found if isinstance(f, Flaw)}

    @property
    def sound(self) -> bool:
        """Say whether the check lets it through."""
        return not self.refused and not soundness_findings(self.diagram, self.published)

    def deviations(self) -> Iterator[str]:
        """Yield each thing in which the engine does not do as the verdict says."""
        rules = {rule for rule, _ in self.flaws}
        if "spin" in rules:  # the engine would never come back
            return
        try:
            started(self.published, self.xml, {})
        except Exception as error:
            if self.sound:
                yield f"the engine does not take it: {error!r}"
            return
        if not self.refused & ENGINE_DIFFERS:
            yield from (f"{key} is not so" for key, flaw in self.flaws.items()
                        if not self._shown(flaw))  # fmt: skip
        for seed in range(WALKS):
            if (fault := self._fault_of(Random(f"{self.xml} {seed}"))) and not self._known(fault):  # noqa: S311
                yield f"nothing is said of {fault}"

    def _shown(self, flaw: Flaw) -> bool:
        try:
            return Replay(self.published, self.xml, self.diagram).shows(flaw)
        except Exception:  # it breaks down: other rules have refused the diagram for that
            return bool(self.refused)

    def _known(self, fault: str) -> bool:
        return (
            bool(self.flaws)
            if fault in {"doubled", "stuck"} and not self.refused
            else (not self.sound)
        )

    def _fault_of(self, random: Random) -> str | None:
        """Walk through it at random; return how that went wrong, if it did."""
        try:
            real = started(self.published, self.xml, self._chance(random))
            for _ in range(LONGEST):
                if real.instance.ended:
                    return None
                commands = list(real.commands())
                if real.doubled() or not commands:
                    return "doubled" if commands else "stuck"
                real = moved(real, self.published, self.diagram, random.choice(commands), random)
        except Exception as error:
            return repr(error)
        return None

    def _chance(self, random: Random) -> dict[str, str]:
        return chance(self.published, self.diagram, random)


def verdict(published: ProcessSet, seed: int) -> Verdict:
    """Return the mutant of a seed."""
    random = Random(f"mutant {seed}")  # noqa: S311  a draw, no secret
    file = random.choice(sorted(d.file for d in published.diagrams.values()))
    spoiled, xml = mutant(published.files[file], random)
    return Verdict(published, xml, read_diagram(file, xml.encode()), spoiled)
