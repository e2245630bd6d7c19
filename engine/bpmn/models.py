"""What pages show of the process models: the port `engine.ports.Models`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.drawing.svg import render
from engine.deadlines import Deadline
from engine.forms import Form
from engine.handovers import Handover
from engine.registers import Registers


@dataclass(frozen=True)
class ProcessModels:
    """Reads names, guidance and drawings out of published process sets."""

    published: Callable[[str], ProcessSet]

    def registers(self, version: str) -> Registers:
        """Return the registers of a version."""
        return self.published(version).registers

    def handovers(self, version: str, process: str, element: str) -> tuple[Handover, ...]:
        """Return what an element hands over to others when it is completed."""
        return self.published(version).handed_over_by(process, element)

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

    def starts(self, version: str, message: str) -> str | None:
        """Return the process that a message starts, if any."""
        return self.published(version).started_by(message)
