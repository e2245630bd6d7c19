"""What things are called in sentences about differences: by the newer set, else by the older."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.book.words import length_in_words
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Element
from engine.deadlines import Deadline

NOUNS = {
    "userTask": "Steget", "callActivity": "Delprocessen", "businessRuleTask": "Regelsteget",
    "exclusiveGateway": "Vägvalet", "parallelGateway": "Förgreningen",
    "eventBasedGateway": "Väntepunkten", "startEvent": "Starten", "endEvent": "Slutet",
    "intermediateCatchEvent": "Händelsen", "intermediateThrowEvent": "Händelsen",
    "boundaryEvent": "Kanthändelsen",
}  # fmt: skip
BARE = {noun: noun[0].lower() + noun[1:] for noun in NOUNS.values()}


@dataclass(frozen=True)
class Names:
    """Names out of two sets."""

    before: ProcessSet
    after: ProcessSet

    def agency(self, id_: str) -> str:
        """Name an agency."""
        found = self._either(lambda s: s.registers.agencies, id_)
        return found.name if found else id_

    def deadline(self, id_: str) -> str:
        """Name a limit, with how long it is and its law."""
        found: Deadline | None = self._either(lambda s: s.deadlines, id_)
        if found is None:
            return id_
        about = ", ".join(x for x in (length_in_words(found.length), found.law) if x)
        return f"{id_} {found.name} ({about})"

    def handover(self, id_: str) -> str:
        """Name a hand-over."""
        found = self._either(lambda s: s.handovers, id_)
        return f"{id_} {found.name}" if found else id_

    def form(self, id_: str) -> str:
        """Name a form."""
        found = self._either(lambda s: s.forms, id_)
        return f"{id_} (”{found.title}”)" if found and found.title != id_ else id_

    def variable(self, id_: str) -> str:
        """Name a routing variable."""
        found = self._either(lambda s: s.registers.variables, id_)
        return f"{id_} (”{found.name}”)" if found else id_

    def message(self, id_: str) -> str:
        """Name a message or signal."""
        found = self._either(lambda s: s.registers.messages, id_)
        return f"”{found.name}”" if found else id_

    def end_state(self, id_: str) -> str:
        """Name an end state."""
        found = self._either(lambda s: s.registers.end_states, id_)
        return f"{id_} (”{found}”)" if found else id_

    def process(self, id_: str) -> str:
        """Name a process."""
        found: Diagram | None = self._either(lambda s: s.diagrams, id_)
        return f"”{found.name}”" if found else id_

    def signing_in(self, agencies: Iterable[str | None]) -> tuple[str, ...]:
        """Return those of some agencies that can be asked: they sign in, then or now."""
        sides = (self.before.registers.agencies, self.after.registers.agencies)
        able = {id_ for side in sides for id_, agency in side.items() if agency.signs_in}
        return tuple(each for each in dict.fromkeys(agencies) if each and each in able)

    def every_agency(self) -> tuple[str, ...]:
        """Return all agencies that sign in."""
        both = {**self.before.registers.agencies, **self.after.registers.agencies}
        return self.signing_in(both)

    def _either(self, of: Any, id_: str) -> Any:
        new: Mapping[str, Any] = of(self.after)
        return new[id_] if id_ in new else of(self.before).get(id_)


def label(element: Element) -> str:
    """Name an element in the middle of a sentence: `steget ”Ansök”`, `vägvalet gw_ansokt`."""
    return f"{BARE[NOUNS[element.kind]]} {_name(element)}"


def subject(element: Element, names: Names) -> str:
    """Name an element at the beginning of a sentence, with its agency where it has a task."""
    whose = f" ({names.agency(element.agency)})" if _is_task(element) and element.agency else ""
    return f"{NOUNS[element.kind]} {_name(element)}{whose}"


def _is_task(element: Element) -> bool:
    return element.kind == "userTask"


def _name(element: Element) -> str:
    return f"”{element.name}”" if element.name else element.id
