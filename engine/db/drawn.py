"""Which diagrams of a case a reader has a part in, with the steps that are done and those to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import RowMapping

from engine.ports import Models
from engine.views import DiagramLine, TaskLine

Marks = defaultdict[tuple[str, str], dict[str, None]]
"""(instance, process) → elements, in order."""


def drawn(
    models: Models,
    log: Iterable[Mapping[str, Any]],
    open_now: Iterable[TaskLine],
    running: Iterable[RowMapping],
) -> Iterator[DiagramLine]:
    """Yield the diagrams; `log` and `open_now` hold what the reader may know, and nothing else."""
    started = {row["id"]: row for row in running}
    current: Marks = defaultdict(dict)
    done: Marks = defaultdict(dict)
    for entry in log:
        if entry["kind"] == "task_completed":
            _mark(models, done, started[entry["instance_id"]], entry["details"]["path"])
    for line in open_now:
        _mark(models, current, started[line.task.instance_id], line.task.path)
    for instance, process in dict.fromkeys([*current, *done]):
        name = models.process_name(started[instance]["version"], process)
        now = tuple(current[instance, process])
        past = tuple(e for e in done[instance, process] if e not in now)
        yield DiagramLine(instance, process, name, now, past)


def _mark(models: Models, marks: Marks, row: RowMapping, path: str) -> None:
    for process, element in models.places(row["version"], row["process"], path):
        marks[row["id"], process][element] = None
