"""What is taken out of the pages, remembered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.casebook.sheets import TaskSheet, sheet_of
from engine.forms import Form
from engine.model import Actor


@dataclass
class FakeSheets:
    """Takes out a task of an unmarked case; `told` is the engine's own account."""

    told: Any
    refuses: Exception | None = None

    def take_out(
        self, actor: Actor, task_id: str, form: Form, answers: Mapping[str, Any]
    ) -> TaskSheet:
        if self.refuses:
            raise self.refuses
        self.told.did("take_out", actor, task_id)
        return sheet_of(form, answers, None)
