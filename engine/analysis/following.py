"""Which ways a case took at its gateways: the log is run again, for it does not say."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from engine.analysis.tallying import Taken
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Element
from engine.bpmn.workflow import SpiffProcesses
from engine.errors import EngineError
from engine.model import Event, Instance, Message, Step, Task, Timer
from engine.replay import rebuild

LOG = logging.getLogger(__name__)
BROKEN = (EngineError, LookupError, StopIteration, ValueError, TypeError)
"""What running a log may raise when something in it is not as it was."""
CHOOSES = ("exclusiveGateway", "eventBasedGateway")


def chooses(diagram: Diagram) -> tuple[Element, ...]:
    """Return the gateways of a drawing where a case goes one way and not another."""
    found = diagram.of_kind(*CHOOSES)
    return tuple(each for each in found if len(diagram.outgoing(each.id)) > 1)


def taken_by(log: Sequence[Event], published: Callable[[str], ProcessSet]) -> Sequence[Taken]:
    """Return the flows out of such gateways that a case took; none if its log cannot be run.

    That it cannot is what `engine.upkeep` tells of.
    """
    following = Following(published)
    try:
        rebuild(log, following)
    except BROKEN:
        LOG.warning("a log could not be run again, and is counted without its ways")
        return ()
    return following.chosen()


@dataclass(frozen=True)
class Following(SpiffProcesses):
    """Does what the processes do, and notes which flows were taken."""

    taken: list[Taken] = field(default_factory=list)

    def chosen(self) -> list[Taken]:
        """Return the flows that leave a gateway with a choice."""
        return [each for each in self.taken if self._is_choice(each)]

    def start(self, instance: Instance, now: datetime, message: str | None = None) -> Step:
        """Start a process."""
        return self._noted(instance, super().start(instance, now, message), now)

    def complete(
        self, instance: Instance, task: Task, variables: Mapping[str, str], now: datetime
    ) -> Step:
        """Complete a user task."""
        return self._noted(instance, super().complete(instance, task, variables, now), now)

    def fire(self, instance: Instance, timer: Timer, now: datetime) -> Step:
        """Let a timer event fire."""
        return self._noted(instance, super().fire(instance, timer, now), now)

    def catch(self, instance: Instance, message: Message, now: datetime) -> Step:
        """Let the instance catch a message or signal."""
        return self._noted(instance, super().catch(instance, message, now), now)

    def _noted(self, before: Instance, step: Step, now: datetime) -> Step:
        named = (flow.partition("/") for flow in step.taken)
        self.taken.extend(Taken(before.version, process, flow, now) for process, _, flow in named)
        return step

    def _is_choice(self, each: Taken) -> bool:
        diagram = self.published(each.version).diagram(each.process)
        ways = (flow.id for gateway in chooses(diagram) for flow in diagram.outgoing(gateway.id))
        return each.flow in ways
