"""SpiffWorkflow as we use it: our parser, gateway, timer and script engine.

Each piece answers a trap of SpiffWorkflow 3.2 that was reproduced before it was avoided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from lxml import etree
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser
from SpiffWorkflow.bpmn.parser.event_parsers import (
    BoundaryEventParser,
    IntermediateCatchEventParser,
)
from SpiffWorkflow.bpmn.parser.task_parsers import GatewayParser
from SpiffWorkflow.bpmn.parser.TaskParser import TaskParser
from SpiffWorkflow.bpmn.parser.util import full_tag
from SpiffWorkflow.bpmn.parser.ValidationException import ValidationException
from SpiffWorkflow.bpmn.script_engine.python_engine import PythonScriptEngine
from SpiffWorkflow.bpmn.specs.defaults import (
    BoundaryEvent,
    IntermediateCatchEvent,
    ParallelGateway,
)
from SpiffWorkflow.bpmn.specs.event_definitions.base import EventDefinition
from SpiffWorkflow.bpmn.specs.mixins.bpmn_spec_mixin import BpmnSpecMixin
from SpiffWorkflow.util.task import TaskState

from engine import expressions
from engine.bpmn.diagram import Diagram
from engine.bpmn.tree import Workflow
from engine.errors import ModelError
from engine.model import Finding


class LazyParallelGateway(ParallelGateway):  # type: ignore[misc]
    """A parallel gateway that predicts nothing beyond a join until the join fires.

    The stock one multiplies predictions: five joins in a row made 92,438 task objects.
    """

    def _predict_hook(self, task: Any) -> None:
        if len(self.inputs) > 1 and not task.has_state(TaskState.READY | TaskState.COMPLETED):
            task._sync_children([], TaskState.FUTURE)
        else:
            super()._predict_hook(task)

    def _run_hook(self, task: Any) -> Any:
        result = super()._run_hook(task)
        if len(self.inputs) > 1:
            task._sync_children(self.outputs, TaskState.FUTURE)
            for child in task.children:
                mask = TaskState.FUTURE | TaskState.PREDICTED_MASK
                child.task_spec._predict(child, mask=mask)
        return result


class RuleTask(BpmnSpecMixin):  # type: ignore[misc]
    """A business rule task: a step that waits for nobody. Its table is read by `engine.bpmn.run`.

    The stock one hands the cells of the table to `eval`.
    """


class DueDefinition(EventDefinition):  # type: ignore[misc]
    """A timer that never looks at a clock: it fires when our timer table says so.

    The stock one reads the server's time inside, takes naive times for the offset at import and
    counts months wrongly. Its name is the BPMN id of the event, which tells timers apart.
    """

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DueDefinition) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)


class _DueTimers:
    """Makes DueDefinitions of timer events."""

    node: etree._Element

    def parse_timer_event(self, event: etree._Element) -> DueDefinition:
        """Read a timer event; its time is ours to compute (`engine.bpmn.due`)."""
        return DueDefinition(self.node.get("id"))


class _CatchParser(_DueTimers, IntermediateCatchEventParser):  # type: ignore[misc]
    pass


class _BoundaryParser(_DueTimers, BoundaryEventParser):  # type: ignore[misc]
    pass


class Parser(BpmnParser):  # type: ignore[misc]
    """SpiffWorkflow's parser with our gateway, rule task and timers."""

    OVERRIDE_PARSER_CLASSES = {  # noqa: RUF012  the library reads a class attribute
        full_tag("businessRuleTask"): (TaskParser, RuleTask),
        full_tag("parallelGateway"): (GatewayParser, LazyParallelGateway),
        full_tag("intermediateCatchEvent"): (_CatchParser, IntermediateCatchEvent),
        full_tag("boundaryEvent"): (_BoundaryParser, BoundaryEvent),
    }


class ConditionEngine(PythonScriptEngine):  # type: ignore[misc]
    """Evaluates gateway conditions in our closed language, on the instance's variables.

    The stock engine hands any text in the diagram to `eval` and `exec`.
    """

    def __init__(self, variables: Mapping[str, str]) -> None:
        super().__init__()
        self.variables = variables

    def evaluate(self, task: Any, expression: str, external_context: Any = None) -> bool:
        """Return whether the condition holds."""
        return expressions.parse(expression).holds(self.variables)

    def execute(self, task: Any, script: str, external_context: Any = None) -> None:
        """Refuse: our diagrams have no scripts."""
        raise PermissionError("scripts are not allowed")

    def call_service(self, task: Any, **kwargs: Any) -> None:
        """Refuse: our diagrams have no service tasks."""
        raise PermissionError("service tasks are not allowed")


class Specification:
    """A parsed process and those it calls; never changed, shared by all its instances."""

    def __init__(self, process: str, parser: Parser) -> None:
        self.spec = parser.get_spec(process)
        self.called = parser.get_subprocess_specs(process)

    def new(self) -> Workflow:
        """Return a workflow that has just been started."""
        workflow = self.empty()
        workflow.begin()
        return workflow

    def empty(self) -> Workflow:
        """Return a workflow to be filled from a saved state."""
        return Workflow(self.spec, self.called, deserializing=True)


def specifications(diagrams: Iterable[Diagram]) -> dict[str, Specification]:
    """Hand the checked diagrams of one version to SpiffWorkflow: process id → specification.

    Raises ModelError with a finding about the one that it cannot read.
    """
    parser = Parser()
    known, read = list(diagrams), dict[str, Specification]()
    for diagram in known:
        with _said_of(diagram):
            parser.add_bpmn_xml(diagram.root, filename=diagram.file)
    for diagram in known:
        with _said_of(diagram):
            read[diagram.process] = Specification(diagram.process, parser)
    return read


@contextmanager
def _said_of(diagram: Diagram) -> Iterator[None]:
    try:
        yield
    except ValidationException as error:
        why = f"motorn kan inte läsa diagrammet: {error}"
        raise ModelError([Finding(diagram.file, None, "engine", why)]) from error
