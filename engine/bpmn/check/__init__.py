"""Everything that must hold of a process set before it is published: `findings`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.bpmn.check.rules import OF_DIAGRAM, OF_SET
from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.errors import ModelError
from engine.model import Finding

__all__ = ["findings"]


def findings(files: Mapping[str, str]) -> list[Finding]:
    """Return all that is wrong with a process set (file name → text), in Swedish; [] if nothing."""
    try:
        processes = read_process_set(files)
    except ModelError as error:
        return list(error.findings)
    return list(_by_our_rules(processes)) or _of_engine(processes)


def _by_our_rules(processes: ProcessSet) -> Iterator[Finding]:
    for diagram in processes.diagrams.values():
        for rule in OF_DIAGRAM:
            yield from rule(diagram, processes)
    for rule_of_set in OF_SET:
        yield from rule_of_set(processes)


def _of_engine(processes: ProcessSet) -> list[Finding]:
    """Return what the engine itself cannot read, of what is right by all our rules."""
    try:
        processes.specifications  # noqa: B018  they are read when they are asked for
    except ModelError as error:
        return list(error.findings)
    return []
