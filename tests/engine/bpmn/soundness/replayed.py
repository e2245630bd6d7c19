"""Plays an example in the real engine: the same commands, with answers that take the same ways."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random

from engine import expressions
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.bpmn.soundness.findings import Flaw
from engine.bpmn.soundness.net import awaited_before
from engine.bpmn.soundness.trace import Played
from engine.bpmn.soundness.values import settable
from engine.decisions import DecisionTable, evaluate
from tests.engine.bpmn.soundness.real import RESTING, Command, Real, started

Values = Mapping[str, str]
BOUNDARY = {"interrupt", "beside"}
FAR = 12
TRIES = 6


@dataclass(frozen=True)
class Replay:
    """One mutant in the real engine."""

    published: ProcessSet
    xml: str
    diagram: Diagram

    def shows(self, flaw: Flaw) -> bool:
        """Say whether the engine, led the way of the example, does what the finding says."""
        commands = self._commands(flaw.trace)
        for values in self._answers(commands[0][1], {}):
            real = started(self.published, self.xml, values)
            taken = Counter(_own(real))
            if self._led(real, commands[1:], {**values, **real.instance.variables}, taken, flaw):
                return True
        return False

    def _led(
        self, real: Real, left: Sequence[tuple[str, Sequence[Played]]], values: Values,
        taken: Counter[str], flaw: Flaw,
    ) -> bool:  # fmt: skip
        if not left:
            return self._is(flaw, real, taken)
        name, steps = left[0]
        command = self._found(real, name)
        if command is None:
            return False
        for answers in self._answers(steps, values):
            after = real.after(command, answers)
            more = taken + Counter(_own(after))
            if self._led(after, left[1:], {**answers, **after.instance.variables}, more, flaw):
                return True
        return False

    def _is(self, flaw: Flaw, real: Real, taken: Counter[str]) -> bool:
        into = [flow.id for flow in self.diagram.incoming(flaw.element or "")]
        if flaw.rule == "unsafe":
            return flaw.element in real.doubled() or any(taken[flow] > 1 for flow in into)
        if flaw.rule == "deadlock":
            return real.is_stuck()
        return flaw.rule == "endless" and not any(self._ends(real, n) for n in range(TRIES))

    def _ends(self, real: Real, seed: int) -> bool:
        random = Random(seed)  # noqa: S311  a walk, no secret
        for _ in range(FAR):
            commands = [] if real.instance.ended else list(real.commands())
            if not commands:
                return True
            real = moved(real, self.published, self.diagram, random.choice(commands), random)
        return False

    def _commands(self, trace: Sequence[Played]) -> list[tuple[str, list[Played]]]:
        """Return the example as commands: the element that each is about, and its steps."""
        found: list[tuple[str, list[Played]]] = []
        awaited = awaited_before(self.diagram)
        for step, before in zip(trace, [None, *trace], strict=False):
            kind = self.diagram.elements[step.element].kind
            if before is None or (
                not self._goes_on(step, before)
                and ((kind in RESTING and step.element not in awaited) or step.how in BOUNDARY)
            ):
                found.append((step.element, []))
            elif step.element in awaited and self._is_gateway(found[-1][0]):
                found[-1] = step.element, found[-1][1]
            found[-1][1].append(step)
        return found

    def _goes_on(self, step: Played, before: Played) -> bool:
        """Say whether a step is of the same event as the one before: all catch it at once."""
        gateways = self._is_gateway(step.element) and self._is_gateway(before.element)
        return gateways or bool(self._heard(step) & self._heard(before))

    def _is_gateway(self, element: str) -> bool:
        return self.diagram.elements[element].kind == "eventBasedGateway"

    def _heard(self, step: Played) -> set[str]:
        triggers = self.diagram.elements[step.element].triggers
        waits = step.how in BOUNDARY
        return {t.value for t in triggers if waits and t.kind in {"message", "signal"}}

    def _found(self, real: Real, name: str) -> Command | None:
        element = self.diagram.elements[name]
        wanted = {name, *(t.value for t in element.triggers if t.kind in {"message", "signal"})}
        return next((c for c in real.commands() if c.name in wanted), None)

    def _answers(self, steps: Sequence[Played], before: Values) -> Iterator[Values]:
        """Yield values that take the ways of the steps, changing only what may be changed."""
        first = self.diagram.elements[steps[0].element]
        hosts = [self.diagram.elements[first.attached_to]] if first.attached_to else []
        free = {name for e in (first, *hosts) for name in settable(e, self.published)}
        fixed = {name: value for name, value in before.items() if name not in free}
        read = sorted({n for step in steps for n in self._read(step)} - set(fixed))
        for values in product(*(["", *self.published.registers.variables[n].codes] for n in read)):
            answers = fixed | dict(zip(read, values, strict=True))
            if self._leads(steps, answers):
                yield answers

    def _table(self, step: Played) -> DecisionTable | None:
        element = self.diagram.elements[step.element]
        return self.published.decisions.get(element.properties.get("beslut", ""))

    def _read(self, step: Played) -> set[str]:
        if table := self._table(step):
            return {clause.variable for clause in table.inputs}
        if self.diagram.elements[step.element].kind != "exclusiveGateway":
            return set()
        conditions = (f.condition for f in self.diagram.outgoing(step.element) if f.condition)
        return {name for text in conditions for name in expressions.parse(text).names()}

    def _leads(self, steps: Sequence[Played], answers: Values) -> bool:
        values = {name: value for name, value in answers.items() if value}
        for step in steps:
            element = self.diagram.elements[step.element]
            if element.kind == "exclusiveGateway":
                flows = self.diagram.outgoing(element.id)
                opened = [f.id for f in flows if f.id != element.default and f.condition
                          and expressions.parse(f.condition).holds(values)]  # fmt: skip
                if (opened or [element.default])[0] not in step.flows and len(flows) > 1:
                    return False
            values |= element.sets()
            if table := self._table(step):
                values |= evaluate(table, values)[0]
        return True


def moved(
    real: Real, published: ProcessSet, diagram: Diagram, command: Command, random: Random
) -> Real:
    """Give a command, with any answers that the element may be given."""
    names = {e.id: {e.id, *(t.value for t in e.triggers)} for e in diagram.elements.values()}
    about = [diagram.elements[id_] for id_, known in names.items() if command.name in known]
    hosts = [diagram.elements[e.attached_to] for e in about if e.attached_to]
    free = {name for e in (*about, *hosts) for name in settable(e, published)}
    some = chance(published, diagram, random)
    given = {name: value for name, value in some.items() if name in free}
    return real.after(command, {**real.instance.variables, **given})


def chance(published: ProcessSet, diagram: Diagram, random: Random) -> dict[str, str]:
    """Return some value of each variable that a diagram reads."""
    texts = (flow.condition for flow in diagram.flows if flow.condition)
    names = sorted({n for text in texts for n in expressions.parse(text).names()})
    known = published.registers.variables
    return {name: random.choice(["", *known[name].codes]) for name in names if name in known}


def _own(real: Real) -> list[str]:
    """Return the flows of the diagram itself that the last command went along."""
    process = real.instance.process
    pairs = (flow.split("/") for flow in real.step.taken)
    return [flow for of, flow in pairs if of == process]
