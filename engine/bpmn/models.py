"""What pages show of the process models: the port `engine.ports.Models`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import SOFT_HYPHEN
from engine.bpmn.drawing.svg import render
from engine.caseviews import Place
from engine.deadlines import Deadline
from engine.forms import Form
from engine.lists.worklist import StepLine
from engine.registers import Registers
from engine.retention.rules import Rule
from engine.secrecy.handovers import Handover

STEPS = ("1", "2", "3", "4", "5", "6")


@dataclass(frozen=True)
class ProcessModels:
    """Reads names, guidance and drawings out of published process sets."""

    published: Callable[[str], ProcessSet]

    def registers(self, version: str) -> Registers:
        """Return the registers of a version."""
        return self.published(version).registers

    def retention(self, version: str) -> Mapping[str, Rule]:
        """Return how long each agency keeps what; nothing of a version from before the rules."""
        return self.published(version).retention

    def handovers(self, version: str, process: str, element: str) -> tuple[Handover, ...]:
        """Return what an element hands over to others when it is completed."""
        return self.published(version).handed_over_by(process, element)

    def approval(self, version: str, process: str, element: str) -> str | None:
        """Return the role whose approval an element asks for before it is completed."""
        return self.published(version).element(process, element).properties.get("godkannande")

    def decide(self, version: str, table: str, values: Mapping[str, str]) -> Sequence[str]:
        """Return the codes that a decision table collects for these values."""
        return self.published(version).collected(table, values)

    def form(self, version: str, name: str) -> Form | None:
        """Return a form, or None for a record that was not made by one of the forms."""
        return self.published(version).forms.get(name)

    def process_name(self, version: str, process: str) -> str:
        """Return the name of a process in Swedish."""
        return self.published(version).diagram(process).name

    def guidance(self, version: str, process: str, element: str) -> str | None:
        """Return the guidance to the caseworker, from the element's documentation."""
        return self.published(version).element(process, element).guidance

    def law(self, version: str, process: str, element: str) -> tuple[str, ...]:
        """Return the law references of an element."""
        text = self.published(version).element(process, element).properties.get("lagrum", "")
        return tuple(part.strip() for part in text.split(";") if part.strip())

    def responsibilities(self, version: str, process: str, element: str) -> tuple[str, ...]:
        """Return the ids of the duties that an element fulfils."""
        return self.published(version).element(process, element).words("ansvar")

    def deadline(self, version: str, name: str | None) -> Deadline | None:
        """Return a deadline of the registry."""
        return self.published(version).deadlines.get(name or "")

    def task_deadlines(self, version: str, agency: str = "") -> tuple[Deadline, ...]:
        """Return the deadlines that tasks of an agency are under, or of all; by id."""
        published = self.published(version)
        named = {
            element.properties.get("frist", "")
            for diagram in published.diagrams.values()
            for element in diagram.of_kind("userTask")
            if agency in {"", element.agency}
        }
        return tuple(published.deadlines[name] for name in sorted(named & set(published.deadlines)))

    def step(self, version: str, process: str, element: str) -> str:
        """Return the step of the manual that an element belongs to, `1` to `6`; `0` for none.

        It is that of its duties, and without such that of most duties in its diagram.
        """
        duties = self.registers(version).duties
        places = self.published(version).diagram(process).elements
        for among in ([places[element]], places.values()):
            named = [duties[d].step for each in among for d in each.words("ansvar") if d in duties]
            if single := Counter(step for step in named if step in STEPS):
                return min(single, key=lambda step: (-single[step], step))
        return "0"

    def drawing(self, version: str, process: str) -> str:
        """Return a diagram as BPMN XML."""
        processes = self.published(version)
        return processes.files[processes.diagram(process).file]

    def picture(self, version: str, process: str, marks: Mapping[str, str]) -> str:
        """Return a diagram as SVG, with marks on elements (see `engine.bpmn.drawing.svg`)."""
        return render(self.drawing(version, process).encode(), marks)

    def places(self, version: str, process: str, path: str) -> Iterator[tuple[str, str]]:
        """Yield (process, element) of a path: each call activity on the way, then the element."""
        for element in path.partition("#")[0].split("/"):
            yield process, element
            process = self.published(version).element(process, element).called or process

    def steps(self, version: str, agency: str) -> tuple[StepLine, ...]:
        """Return the tasks that are drawn in an agency's lanes."""
        return self.published(version).steps.get(agency, ())

    def statutory(self, version: str) -> frozenset[str]:
        """Return the ids of the limits set by law; a target is none, whoever set it."""
        registered = self.published(version).deadlines.values()
        return frozenset(each.id for each in registered if each.binds)

    def starts(self, version: str, message: str) -> str | None:
        """Return the process that a message starts, if any."""
        return self.published(version).started_by(message)

    def place(self, version: str, process: str, path: str) -> Place:
        """Return what a path leads to: an open task, or an event that is waited for."""
        found, element = list(self.places(version, process, path))[-1]
        drawn = self.published(version).element(found, element)
        name = drawn.name.replace(SOFT_HYPHEN, "")
        return Place(drawn.agency, name, self.law(version, found, element))

    def waits_alone(self, version: str, process: str, message: str) -> str | None:
        """Return the agency in whose lanes alone a process waits for a message between its steps.

        None where another lane, or a boundary event, listens for it too: then nobody can tell who
        it is that waits, and that may be secret (OSL 8:1).
        """
        heard = self.published(version).listeners(process).get(message, ())
        agencies = {e.agency for e in heard}
        between = all(e.kind == "intermediateCatchEvent" for e in heard)
        return next(iter(agencies)) if between and len(agencies) == 1 else None
