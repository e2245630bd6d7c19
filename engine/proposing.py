"""How answers come to wait for a second person, where the element asks for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine import journal
from engine.completing import Completion
from engine.errors import Conflict
from engine.model import Command, Task
from engine.ports import Unit

WAITING = (
    "Förslaget är redan lämnat och väntar på att en kollega godkänner det. "
    "Den som lämnade det kan ta tillbaka det och ändra."
)


def propose(
    unit: Unit,
    done: Completion,
    typed: Mapping[str, Sequence[str]],
    command: Command | None,
) -> None:
    """Keep the answers as a proposal; the task stays open, with the one who proposed."""
    unit.papers.propose(done.proposal(typed))
    if done.task.assignee is None:
        unit.give(done.task, done.by.id)
    unit.keep_command(command, done.at, done.task.case_id)
    unit.record([journal.handled("task_proposed", done.task, done.by, done.at)])


def require_not_proposed(unit: Unit, task: Task) -> None:
    """Refuse to change answers that wait for approval."""
    if unit.papers.proposal(task.id):
        raise Conflict(WAITING)
