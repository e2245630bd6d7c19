"""From each duty of the source text to what fulfils it, and back: `rows`, `gaps`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element
from engine.proof.recording import Recording
from engine.registers import Duty

TASK = re.compile(r'\b(?:uppgiften|slutför\w*|fram till|för sent|påmints om|tar?|har) "([^"<]+)"')
"""How the steps name a task; the rows of an outline name theirs when they are run."""
PROCESS = re.compile(r"(?:pågår|har) ([a-z0-9]+_\w+)(?: inte startats| avslutats)?$", re.MULTILINE)
SCENARIO = re.compile(r"^\s*Scenario(?:mall)?:\s*(.+?)\s*$")


@dataclass(frozen=True)
class Row:
    """A duty, with all that fulfils it."""

    id: str
    agency: str
    step: str
    text: str
    kind: str
    elements: tuple[str, ...]
    """`process/element` of the tasks and calls."""
    tasks: tuple[str, ...]
    """Their names."""
    forms: tuple[str, ...]
    law: tuple[str, ...]
    scenarios: tuple[str, ...]
    """Those that execute one of the elements."""
    reason: str | None
    """Why no case has a task for it."""

    @property
    def covered(self) -> bool:
        """Say whether it is executed, or has its reason not to be."""
        return bool(self.scenarios) if self.elements else self.reason is not None

    def gap(self) -> str | None:
        """Say in Swedish what is missing, or None."""
        if self.covered:
            return None
        if not self.elements:
            return f"{self.id}: inget element fullgör ansvaret, och inget skäl är angivet"
        return f"{self.id}: inget scenario utför {' eller '.join(self.elements)}"


def rows(processes: ProcessSet, recording: Recording | None) -> tuple[Row, ...]:
    """Return a row per duty, in the order of the register; scenarios only from a recording."""
    executed, fulfilling = _executed(recording), _fulfilling(processes)
    return tuple(
        _row(duty, fulfilling.get(duty.id, []), processes, executed)
        for duty in processes.registers.duties.values()
    )


def as_numbers(traced: Iterable[Row], gaps: Iterable[str]) -> dict[str, object]:
    """Return the figures for machines."""
    all_ = list(traced)
    covered = sum(row.covered for row in all_)
    told = [asdict(row) | {"covered": row.covered} for row in all_]
    return {"covered": covered, "total": len(all_), "gaps": list(gaps), "rows": told}


def gone(processes: ProcessSet, features: Mapping[str, str]) -> Iterator[str]:
    """Yield what the features (name → text) speak of that the diagrams do not have.

    "Nobody has the task …" would go on being true of a task that got another name.
    """
    elements = [e for d in processes.diagrams.values() for e in d.elements.values()]
    names = {e.name for e in elements if e.kind == "userTask"}
    for feature, text in features.items():
        said = set(TASK.findall(text))
        yield from (f"{feature}: ingen uppgift heter ”{name}”" for name in sorted(said - names))
        for process in sorted(set(PROCESS.findall(text)) - set(processes.diagrams)):
            yield f"{feature}: processen {process} finns inte"
        yield from _twice(feature, text)


def _twice(feature: str, text: str) -> Iterator[str]:
    titles = Counter(found[1] for line in text.splitlines() if (found := SCENARIO.match(line)))
    for title, count in titles.items():
        if count > 1:
            yield f"{feature}: {count} scenarier heter ”{title}”"


def _executed(recording: Recording | None) -> dict[str, list[str]]:
    executed: dict[str, list[str]] = {}
    for scenario in recording.scenarios if recording else ():
        for place in scenario.passed:
            executed.setdefault(place, []).append(scenario.title)
    return executed


def _fulfilling(processes: ProcessSet) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = {}
    for diagram in processes.diagrams.values():
        for element in diagram.elements.values():
            for duty in dict.fromkeys(element.words("ansvar")):
                found.setdefault(duty, []).append(element)
    return found


def _row(
    duty: Duty, found: list[Element], processes: ProcessSet, executed: Mapping[str, list[str]]
) -> Row:
    places = tuple(f"{e.process}/{e.id}" for e in found)
    agency = processes.registers.agencies[duty.agency]
    law = [reference for e in found for reference in _law(e, processes)]
    return Row(
        duty.id, agency.name, duty.step, duty.text, duty.kind,
        elements=places,
        tasks=_once(e.name for e in found),
        forms=_once(form for e in found if (form := e.properties.get("form"))),
        law=_once(law),
        scenarios=_once(title for place in places for title in executed.get(place, ())),
        reason=duty.reason,
    )  # fmt: skip


def _law(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield the references of an element; without any, those of the deadline it is under."""
    deadline = processes.deadlines.get(element.properties.get("frist", ""))
    text = element.properties.get("lagrum") or (deadline.law if deadline else "")
    yield from (part.strip() for part in text.split(";") if part.strip())


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
