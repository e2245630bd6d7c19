"""Everything that must hold of a process set before it is published: `findings`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.bpmn.check.data import data_findings
from engine.bpmn.check.elements import element_findings
from engine.bpmn.check.flows import flow_findings
from engine.bpmn.check.handovers import handover_findings
from engine.bpmn.check.references import reference_findings
from engine.bpmn.check.retention import retention_findings
from engine.bpmn.check.secrecy import secrecy_findings
from engine.bpmn.check.sources import duty_findings, source_findings
from engine.bpmn.check.tables import table_findings
from engine.bpmn.check.twins import twin_findings
from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.bpmn.diagram import Diagram
from engine.bpmn.drawing.rules import drawing_findings
from engine.bpmn.soundness.findings import soundness_findings
from engine.errors import ModelError
from engine.forms import form_findings
from engine.model import Finding

__all__ = ["findings"]


def findings(files: Mapping[str, str]) -> list[Finding]:
    """Return all that is wrong with a process set (file name → text), in Swedish; [] if nothing."""
    try:
        processes = read_process_set(files)
    except ModelError as error:
        return list(error.findings)
    return [each for part in _all(processes) for each in part] or _of_engine(processes)


def _of_engine(processes: ProcessSet) -> list[Finding]:
    """Return what the engine itself cannot read, of what is right by all our rules."""
    try:
        processes.specifications  # noqa: B018  they are read when they are asked for
    except ModelError as error:
        return list(error.findings)
    return []


def _all(processes: ProcessSet) -> Iterator[list[Finding]]:
    codes = {v.id: v.codes or None for v in processes.registers.variables.values()}
    for name, text in processes.files.items():
        if name.endswith(".form"):
            yield form_findings(name, text, codes)
    for table in processes.decisions.values():
        yield table_findings(table, processes)
    yield duty_findings(processes)
    for diagram in processes.diagrams.values():
        yield _of_diagram(diagram, processes)
    yield data_findings(processes)
    yield handover_findings(processes)
    yield secrecy_findings(processes)
    yield retention_findings(processes)


def _of_diagram(diagram: Diagram, processes: ProcessSet) -> list[Finding]:
    basic = [*element_findings(diagram), *flow_findings(diagram, processes)]
    basic += [*twin_findings(diagram), *soundness_findings(diagram, processes)]
    drawn = drawing_findings(diagram.file, processes.files[diagram.file].encode())
    referred = reference_findings(diagram, processes) + source_findings(diagram, processes)
    return [*basic, *referred, *drawn]
