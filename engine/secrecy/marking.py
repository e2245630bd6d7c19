"""A case is marked as protected by an answer of a form, or by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from engine.model import Actor, Event
from engine.ports import Unit
from engine.secrecy.protected import MARKINGS, QUESTION, Marked


def mark(unit: Unit, case_id: str, code: str, actor: Actor, now: datetime) -> Event:
    """Mark a case, and return the entry of it."""
    unit.protection.mark(Marked(case_id, code, actor.agency, actor.id, now))
    return Event(case_id, "protection_marked", now, actor.id, actor.agency,
                 details={"marking": code})  # fmt: skip


def marked_by(
    unit: Unit, case_id: str, answers: Mapping[str, Any], actor: Actor, now: datetime
) -> Sequence[Event]:
    """Mark the case if a form's answer says so.

    A "no" in a form lifts nothing: its writer may not know what another agency does.
    """
    code = answers.get(QUESTION)
    if not isinstance(code, str) or code not in MARKINGS:
        return []
    return [mark(unit, case_id, code, actor, now)]
