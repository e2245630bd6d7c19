"""A task taken out of the system as a document: noted, masked, and in a marked case approved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine import journal
from engine.errors import Conflict
from engine.forms import Form
from engine.model import Actor
from engine.ports import Clock, Store
from engine.refusals import watched
from engine.retry import retried
from engine.secrecy.protected import MARKINGS, masked_keys
from engine.staff.owned import own_task

NEEDS_APPROVAL = (
    "Ärendet är skyddsmarkerat. En kollega måste godkänna utskriften innan du kan ta ut uppgiften."
)


@dataclass(frozen=True)
class TaskSheet:
    """The answers of a task as a document may tell them."""

    answers: tuple[tuple[str, str], ...]
    """(question, answer)"""
    masked: tuple[str, ...]
    """Questions whose answers are not told: who somebody is, and where."""


@dataclass(frozen=True)
class Sheets:
    """What a person can take out."""

    store: Store
    clock: Clock

    @watched
    @retried
    def take_out(
        self, actor: Actor, task_id: str, form: Form, answers: Mapping[str, Any]
    ) -> TaskSheet:
        """Return the answers of a task for a document of one's own, and note that it was taken.

        Raises NotFound, NotAllowed, or Conflict when the task is over, or when the case is marked
        as protected and no colleague has approved a print by this person just now.
        """
        now = self.clock.now()
        with self.store.transaction() as unit:
            task = own_task(unit, actor, task_id)[1]
            marked = unit.protection.marked(task.case_id)
            code = marked.code if marked else None
            if code in MARKINGS and not unit.protection.may_print(actor, task.case_id, now):
                raise Conflict(NEEDS_APPROVAL)
            unit.record([journal.handled("task_taken_out", task, actor, now)])
        return sheet_of(form, answers, code)


def sheet_of(form: Form, answers: Mapping[str, Any], marking: str | None) -> TaskSheet:
    """Return what may be told of these answers on paper."""
    keys = masked_keys(form, marking)
    told = {key: value for key, value in answers.items() if key not in keys}
    masked = (f.label for f in form.fields if f.key in keys and answers.get(f.key))
    return TaskSheet(tuple(form.shown(told)), tuple(masked))
