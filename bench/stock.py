"""The other side: SpiffWorkflow as its documentation shows it, saved as JSON in SQLite.

A case is one row with the text of `BpmnWorkflowSerializer`. A completed task is: read the row,
restore the workflow, put the form's answers in the task's data, run the task and what follows,
serialize, write the row, commit. No check of the form, no log, no list of tasks: all that is left
out is to this side's advantage. Durability is the same as ours (WAL, synchronous=FULL).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from pathlib import Path
from typing import Any

from lxml import etree
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
from SpiffWorkflow.util.task import TaskState

from bench import diagrams, papers
from bench.office import timed
from bench.shapes import MAIN, Workload

SCHEMA = "CREATE TABLE cases (id TEXT PRIMARY KEY, workflow TEXT NOT NULL)"


class Stock:
    """Completes tasks of one workload's case with the stock serializer."""

    def __init__(self, file: Path, workload: Workload) -> None:
        self._workload = workload
        self._database = sqlite3.connect(file, isolation_level=None)
        for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", SCHEMA):
            self._database.execute(statement)
        self._serializer = BpmnWorkflowSerializer()
        parser = BpmnParser()
        for shape in workload.shapes:
            parser.add_bpmn_xml(etree.fromstring(diagrams.stock(shape)))
        self._specification = parser.get_spec(MAIN), parser.get_subprocess_specs(MAIN)

    def drive(self, before: Collection[int]) -> dict[int, str]:
        """Take a case all the way; return its saved text just before these tasks, by number."""
        workflow = BpmnWorkflow(*self._specification)
        workflow.do_engine_steps()
        saved = {}
        for number in range(1, self._workload.length + 1):
            if number in before:
                saved[number] = self._serializer.serialize_json(workflow)
            self._run(workflow, number)
        return saved

    def complete(self, text: str, number: int) -> float:
        """Complete the next task of a case saved as this text; return the milliseconds."""
        self._database.execute("INSERT OR REPLACE INTO cases VALUES ('1', ?)", (text,))
        return timed(lambda: self._complete(number))

    def _complete(self, number: int) -> None:
        self._database.execute("BEGIN IMMEDIATE")
        row = self._database.execute("SELECT workflow FROM cases WHERE id = '1'").fetchone()
        workflow = self._serializer.deserialize_json(row[0])
        self._run(workflow, number)
        changed = (self._serializer.serialize_json(workflow),)
        self._database.execute("UPDATE cases SET workflow = ? WHERE id = '1'", changed)
        self._database.execute("COMMIT")

    def _run(self, workflow: Any, number: int) -> None:
        ready = workflow.get_tasks(state=TaskState.READY, manual=True)
        task = min(ready, key=lambda each: each.task_spec.name)
        element = task.task_spec.name
        posted = papers.typed(self._workload, element, number)
        task.data[f"form_{element}"] = papers.data(posted)
        task.run()
        workflow.do_engine_steps()
        workflow.refresh_timers()
