"""An instance carried over to another version: its tokens, open tasks and timers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from SpiffWorkflow.exceptions import SpiffWorkflowException

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.moves.clocks import Clocks
from engine.bpmn.moves.document import Document
from engine.bpmn.moves.tokens import set_down
from engine.errors import BROKEN, NO_PROCESS, Immovable, Unreadable
from engine.model import Instance


def carried_over(instance: Instance, old: ProcessSet, new: ProcessSet, now: datetime) -> Instance:
    """Return the instance as it stands in another version, to be loaded and run there.

    Its state is of the present format. Raises Immovable.
    """
    if instance.process not in new.diagrams:
        raise Immovable(NO_PROCESS, instance.process)
    document = Document.read(instance.state)
    set_down(document, instance.process, old.diagrams, new.diagrams)
    clocks = Clocks(instance, old, new, now)
    tasks = clocks.tasks()
    return replace(instance, version=new.version, state=document.write(), tasks=tasks,
                   timers=clocks.timers(tasks))  # fmt: skip


@contextmanager
def refusing() -> Iterator[None]:
    """Turn whatever goes wrong when a moved instance is loaded and run into Immovable."""
    try:
        yield
    except (Unreadable, LookupError, ValueError, TypeError, AttributeError) as error:
        raise Immovable(BROKEN, str(error)[:80]) from error
    except SpiffWorkflowException as error:
        raise Immovable(BROKEN, str(error)[:80]) from error
