"""A published process set: diagrams, forms and registers that belong together."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import ParamSpec, TypeVar

from engine import registers
from engine.bpmn.diagram import Diagram, Element, read_diagram
from engine.bpmn.dmn import read_decision
from engine.bpmn.due import Dues
from engine.bpmn.spiff import Specification, specifications
from engine.deadlines import Deadline, read_deadlines
from engine.decisions import DecisionTable, evaluate
from engine.errors import ModelError, NotFound
from engine.forms import Form, read_form
from engine.lists.worklist import StepLine
from engine.model import Finding
from engine.registers import Registers
from engine.retention.rules import Rule, read_rules
from engine.secrecy.handovers import Handover, read_handovers
from engine.secrecy.visibility import Kind, read_kinds

Read = TypeVar("Read")
Given = ParamSpec("Given")

KEPT = 8
_LAST: OrderedDict[str, ProcessSet] = OrderedDict()
SHARED = 400
"""So many diagrams and forms are kept as read: versions share what none of them changed."""
_diagram = lru_cache(maxsize=SHARED)(read_diagram)
_form = lru_cache(maxsize=SHARED)(read_form)
FORMS = "forms/"
MAIN = "stod_och_skydd"


@dataclass(frozen=True)
class ProcessSet:
    """All that a case needs of `processes/`, as it was when it was published."""

    version: str
    files: Mapping[str, str] = field(repr=False)
    registers: Registers = field(repr=False)
    deadlines: Mapping[str, Deadline] = field(repr=False)
    forms: Mapping[str, Form] = field(repr=False)
    diagrams: Mapping[str, Diagram] = field(repr=False)
    decisions: Mapping[str, DecisionTable] = field(repr=False)
    handovers: Mapping[str, Handover] = field(repr=False)
    kinds: Mapping[str, Kind] = field(repr=False, default_factory=dict)
    """Of data, and who may read them; empty in sets from before there was a table."""
    retention: Mapping[str, Rule] = field(repr=False, default_factory=dict)
    """How long it is all kept; empty in sets from before there were rules."""

    @cached_property
    def specifications(self) -> Mapping[str, Specification]:
        """SpiffWorkflow's view of the diagrams, parsed once."""
        return specifications(self.diagrams.values())

    @cached_property
    def dues(self) -> Dues:
        """The clock-work of this set."""
        return Dues(self.deadlines)

    def diagram(self, process: str) -> Diagram:
        """Return a diagram, or raise NotFound."""
        if process not in self.diagrams:
            raise NotFound(f"process {process}")
        return self.diagrams[process]

    def element(self, process: str, element: str) -> Element:
        """Return an element of a diagram."""
        return self.diagram(process).elements[element]

    def form(self, name: str) -> Form:
        """Return a form, or raise NotFound."""
        if name not in self.forms:
            raise NotFound(f"form {name}")
        return self.forms[name]

    def decision(self, name: str) -> DecisionTable:
        """Return a decision table, or raise NotFound."""
        if name not in self.decisions:
            raise NotFound(f"decision {name}")
        return self.decisions[name]

    def collected(self, table: str, values: Mapping[str, str]) -> list[str]:
        """Return the codes that a table with one output collects, in the order of its rules."""
        return [code for found in evaluate(self.decision(table), values) for code in found.values()]

    def handed_over_by(self, process: str, element: str) -> tuple[Handover, ...]:
        """Return what a task hands over to others when it is completed."""
        return tuple(self.handovers[n] for n in self.element(process, element).words("meddelande"))

    def started_by(self, message: str) -> str | None:
        """Return the process that a message starts, if any."""
        return self._starters.get(message)

    def listeners(self, process: str) -> Mapping[str, tuple[Element, ...]]:
        """Return what catches each message or signal in a process and all that it calls."""
        if process not in self._listening:
            heard: dict[str, tuple[Element, ...]] = {}
            for each in self._called_from(process):
                for element in self.diagram(each).of_kind(
                    "intermediateCatchEvent", "boundaryEvent"
                ):
                    for trigger in element.triggers:
                        heard[trigger.value] = (*heard.get(trigger.value, ()), element)
            self._listening[process] = heard
        return self._listening[process]

    @cached_property
    def _listening(self) -> dict[str, Mapping[str, tuple[Element, ...]]]:
        return {}

    def _called_from(self, process: str) -> tuple[str, ...]:
        found, new = [process], [process]
        while new:
            called = [e.called for e in self.diagram(new.pop()).elements.values() if e.called]
            new += [each for each in dict.fromkeys(called) if each not in found]
            found += [each for each in dict.fromkeys(called) if each not in found]
        return tuple(found)

    @cached_property
    def steps(self) -> Mapping[str, tuple[StepLine, ...]]:
        """The tasks that are drawn, by agency."""
        found: dict[str, list[StepLine]] = {}
        for diagram in self.diagrams.values():
            for each in diagram.elements.values():
                if each.kind == "userTask" and each.agency:
                    line = StepLine(diagram.process, diagram.name, each.id, each.name,
                                    self._manual(each))  # fmt: skip
                    found.setdefault(each.agency, []).append(line)
        return {agency: tuple(lines) for agency, lines in found.items()}

    def _manual(self, element: Element) -> frozenset[str]:
        """Return the steps of the manual that an element's duties belong to: `2-4` is three."""
        duties = (self.registers.duties.get(each) for each in element.words("ansvar"))
        ends = [duty.step.partition("-") for duty in duties if duty]
        return frozenset(str(n) for a, _, b in ends for n in range(int(a), int(b or a) + 1) if n)

    @cached_property
    def _starters(self) -> dict[str, str]:
        triggers = {d.process: d.start().trigger for d in self.diagrams.values()}
        return {t.value: process for process, t in triggers.items() if t and t.kind == "message"}


def read_folder(folder: Path) -> dict[str, str]:
    """Read every file of a folder that belongs to a process set: name → text."""
    patterns = ("*.bpmn", "*.dmn", "*.toml", f"{FORMS}*.form")
    paths = sorted(path for pattern in patterns for path in folder.glob(pattern))
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in paths
    }


def version_of(files: Mapping[str, str]) -> str:
    """Return the content hash that names a version of the process set."""
    digest = hashlib.sha256()
    for name in sorted(files):
        for part in (name, files[name]):
            data = part.encode()
            digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def read_process_set(files: Mapping[str, str]) -> ProcessSet:
    """Read a process set; raises ModelError with what cannot be read at all, file by file.

    That the set is *right* is for `engine.bpmn.check`; nothing is stored before that. The last ones
    are kept: a set is named by its contents and never changes, and reading one takes half a second.
    """
    version = version_of(files)
    found = _LAST.get(version)
    if found is None:
        found = _LAST[version] = _read(version, files)
        while len(_LAST) > KEPT:
            _LAST.popitem(last=False)
    return found


def _read(version: str, files: Mapping[str, str]) -> ProcessSet:
    findings: list[Finding] = []
    collect = _Collector(findings)
    registered = collect(registers.read_registers, files)
    due = collect(_deadlines, files)
    handovers = collect(read_handovers, files, registered)
    kinds = collect(read_kinds, files, registered)
    kept = collect(read_rules, files, registered)
    forms = {
        Path(name).stem: form
        for name in sorted(files)
        if name.startswith(FORMS) and (form := collect(_form, name, files[name]))
    }
    diagrams = [
        diagram
        for name in sorted(files)
        if name.endswith(".bpmn") and (diagram := collect(_diagram, name, files[name].encode()))
    ]
    decisions = [
        decision
        for name in sorted(files)
        if name.endswith(".dmn")
        and (decision := collect(read_decision, name, files[name].encode()))
    ]
    findings += _double_processes(diagrams)
    if findings or registered is None or due is None:
        raise ModelError(findings)
    return ProcessSet(
        version, dict(files), registered, due, forms, {d.process: d for d in diagrams},
        {d.id: d for d in decisions}, handovers or {}, kinds or {}, kept or {},
    )  # fmt: skip


@dataclass(frozen=True)
class _Collector:
    findings: list[Finding]

    def __call__(
        self, read: Callable[Given, Read], *args: Given.args, **kwargs: Given.kwargs
    ) -> Read | None:
        try:
            return read(*args, **kwargs)
        except ModelError as error:
            self.findings.extend(error.findings)
            return None


def _deadlines(files: Mapping[str, str]) -> dict[str, Deadline]:
    try:
        return read_deadlines(files.get(registers.DEADLINES, ""))
    except ValueError as error:
        found = [Finding(registers.DEADLINES, None, "register", x) for x in str(error).splitlines()]
        raise ModelError(found) from error


def _double_processes(diagrams: list[Diagram]) -> list[Finding]:
    first: dict[str, str] = {}
    return [
        Finding(d.file, d.process, "double-process", f"processen {d.process} finns redan i {other}")
        for d in diagrams
        if (other := first.setdefault(d.process, d.file)) != d.file
    ]
