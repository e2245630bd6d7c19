"""A decision table gives exactly what should apply, for every combination of codes: proved."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.tables import table_findings
from engine.bpmn.definitions import ProcessSet
from engine.model import Finding


def tables(processes: ProcessSet) -> Iterator[Finding]:
    """Yield the holes, overlaps, dead rules and unknown codes of every table of a set."""
    for table in processes.decisions.values():
        yield from table_findings(table, processes)
