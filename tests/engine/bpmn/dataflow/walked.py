"""Walks through the real engine with real forms, and what they come to that should be told."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from random import Random

from engine.bpmn.check.unset import unset_findings
from engine.bpmn.dataflow.proof import shown_races
from engine.bpmn.dataflow.races import Race
from engine.bpmn.dataflow.unset import reads
from engine.bpmn.dataflow.whole import Whole
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.soundness.findings import Flaw
from engine.bpmn.workflow import SpiffProcesses
from engine.model import Instance, Message, Step, Task
from tests.conftest import MONDAY
from tests.engine.chance import Chance

LONGEST = 14


@dataclass
class Walked:
    """A process set that begins with one process, what is told of it, and walks through it."""

    processes: ProcessSet
    process: str
    met: set[tuple[str, str, str]] = field(default_factory=set)
    """What walks have read unset."""
    both: int = 0
    """The variables that tasks set which walks have come to together."""

    @cached_property
    def whole(self) -> Whole:
        return Whole(self.processes)

    @cached_property
    def told(self) -> list[Flaw]:
        return [f for f in unset_findings(self.whole, {}) if isinstance(f, Flaw)]

    @cached_property
    def unset(self) -> set[tuple[str, str, str]]:
        """What is told to be read unset: file, element and variable."""
        return {(f.file, f.element or "", f.about) for f in self.told if f.rule == "unset"}

    @cached_property
    def raced(self) -> int:
        """The variables that are told to be set in any order."""
        told = [shown.what for diagram in self.processes.diagrams.values()
                for shown in shown_races(self.whole, diagram)]  # fmt: skip
        names = {name for race in told if isinstance(race, Race) for name in race.variables}
        return self.whole.effects.names.mask(names)

    def untold(self, random: Random) -> Iterator[str]:
        """Yield what a walk comes to and is not told."""
        chance = Chance(random, self.processes.registers)
        engine = SpiffProcesses(lambda _: self.processes)
        trigger = self.processes.diagrams[self.process].start().trigger
        known = self.processes.registers.messages
        fields = known[trigger.value].fields if trigger else ()
        new = Instance("i", "c", self.process, "v", variables=chance.values(fields, MONDAY))
        try:
            step = engine.start(new, MONDAY, trigger.value if trigger else None)
            yield from self._seen(new, step, new.variables)
            for _ in range(LONGEST):
                if step.instance.ended:
                    return
                before = step.instance
                given, step = self._moved(engine, before, chance)
                yield from self._seen(before, step, given)
        except KeyError as error:  # a timer's day
            day = str(error).strip("'")
            self.met |= {each for each in self.unset if each[2] == day}
            if day not in {variable for _, _, variable in self.unset}:
                yield f"no day {error}"

    def _moved(
        self, engine: SpiffProcesses, at: Instance, chance: Chance
    ) -> tuple[dict[str, str], Step]:
        timers = [timer for timer in at.timers if not timer.reminds]
        what = chance.random.choice([*at.tasks, *at.tasks, *timers, *at.waiting])
        if what in at.tasks:
            form = engine.form(at, what)
            answers = form.accept(chance.typed(form, MONDAY), MONDAY.date())
            given = {**at.variables, **answers.variables}
            return given, engine.complete(at, what, answers.variables, MONDAY)
        if what in timers:
            return dict(at.variables), engine.fire(at, what, MONDAY)
        known = self.processes.registers.messages[what]
        names = [name for name in known.fields if chance.random.random() < 0.5]
        message = Message("m", "c", what, known.kind, chance.values(names, MONDAY))
        return {**at.variables, **message.payload}, engine.catch(at, message, MONDAY)

    def _seen(self, before: Instance, step: Step, given: dict[str, str]) -> Iterator[str]:
        after = step.instance.variables
        for taken in step.taken:
            process, flow = taken.split("/")
            diagram = self.processes.diagrams[process]
            gateway = next(f.source for f in diagram.flows if f.id == flow)
            choice = self.whole.effects.choice(diagram, diagram.elements[gateway])
            if diagram.elements[gateway].kind != "exclusiveGateway" or len(choice.flows) == 1:
                continue
            if any(given.get(name) != after.get(name) for name in choice.read):
                continue  # set on the way: it is not known when
            values = tuple(after.get(name, "") for name in choice.read)
            if flow not in choice.opened(values):
                yield f"{taken} is taken, not {choice.opened(values)}"
            for name in choice.read:
                if reads(choice, values, name, self.whole.effects):
                    self.met.add((diagram.file, gateway, name))
                    if (diagram.file, gateway, name) not in self.unset:
                        yield f"{gateway} in {process} reads {name} unset"
        yield from self._open_together(step.instance)

    def _open_together(self, at: Instance) -> Iterator[str]:
        own = [task for task in at.tasks if "/" not in task.path]
        for one, other in combinations(sorted(own, key=lambda task: task.element), 2):
            read_later = self._later(one) | self._later(other)
            self.both |= (same := self._may_set(one) & self._may_set(other) & read_later)
            if same & ~self.raced:
                yield f"{one.element} and {other.element} set the same"

    def _may_set(self, task: Task) -> int:
        form = self.processes.forms[task.form]
        return self.whole.effects.names.mask(f.variable for f in form.fields if f.variable)

    def _later(self, task: Task) -> int:
        return self.whole.later.after(self.processes.element(task.process, task.element))
