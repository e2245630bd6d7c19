"""No run of a process gets stuck, goes round for ever or opens a task twice: proved, not sampled.

docs/sundhet.md says what the proof is of; each kind of fault is a rule by its own name there.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.bpmn.soundness.findings import soundness_findings
from engine.model import Finding


def soundness(diagram: Diagram, processes: ProcessSet) -> Iterator[Finding]:
    """Yield everything that can go wrong in a run, with the shortest run in which it does."""
    yield from soundness_findings(diagram, processes)
