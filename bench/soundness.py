"""What it takes to prove that a diagram can always come to an end, beside reading it to run it."""

from __future__ import annotations

from collections.abc import Iterator

from bench.diagrams import ours
from bench.figures import Figure, medians, ratio
from bench.office import timed
from bench.run import Run
from bench.shapes import MAIN, lanes
from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from engine.bpmn.diagram import Diagram, read_diagram
from engine.bpmn.soundness.findings import soundness_findings
from engine.bpmn.spiff import specifications
from engine.config import Settings

ROUNDS = 10
MOST = 1
"""Times what SpiffWorkflow takes to read the same diagram, and those it calls."""


def figures(_: Run) -> Iterator[Figure]:
    """Yield the ratio for the largest diagram that is shipped and for one of 118 nodes."""
    shipped = read_process_set(read_folder(Settings().processes))
    largest = max(shipped.diagrams.values(), key=lambda each: len(each.elements))
    yield _figure("prove_largest_shipped", largest, shipped)
    (shape,) = lanes().shapes
    drawn = read_diagram(f"{MAIN}.bpmn", ours(shape).encode())
    yield _figure("prove_118_nodes_in_7_lanes", drawn, shipped)


def _figure(name: str, diagram: Diagram, processes: ProcessSet) -> Figure:
    needed = _with_calls(diagram, processes)
    proved, read = list[float](), list[float]()
    for _ in range(ROUNDS):
        proved.append(timed(lambda: soundness_findings(diagram, processes)))
        read.append(timed(lambda: specifications(needed)))
    return Figure(name, ratio(proved, read), MOST, medians(proved=proved, read=read))


def _with_calls(diagram: Diagram, processes: ProcessSet) -> list[Diagram]:
    needed = {diagram.process: diagram}
    left = [diagram]
    for each in left:
        for called in {e.called for e in each.elements.values() if e.called} - set(needed):
            needed[called] = processes.diagrams[called]
            left.append(needed[called])
    return list(needed.values())
