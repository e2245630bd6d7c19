"""The rules on variables: they need the whole set, and diagrams that can be played."""

from __future__ import annotations

from engine.bpmn.check.races import race_findings
from engine.bpmn.check.unset import unset_findings
from engine.bpmn.dataflow.expected import read_expected
from engine.bpmn.dataflow.whole import Whole
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.soundness.findings import playable
from engine.model import Finding


def data_findings(processes: ProcessSet) -> list[Finding]:
    """Return where variables are read unset, or set by two at once.

    While a diagram cannot be played, or processes call each other in a circle, nothing is said:
    other rules tell why.
    """
    expected, found = read_expected(processes.files)
    if found or not all(map(playable, processes.diagrams.values())) or _circular(processes):
        return found
    whole = Whole(processes)
    return [*unset_findings(whole, expected), *race_findings(whole)]


def _circular(processes: ProcessSet) -> bool:
    calls = {d.process: {e.called for e in d.elements.values() if e.called in processes.diagrams}
             for d in processes.diagrams.values()}  # fmt: skip
    while leaves := {process for process, called in calls.items() if not called}:
        calls = {p: called - leaves for p, called in calls.items() if p not in leaves}
    return bool(calls)
