"""How a case comes to its end, whichever command led there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from engine.deadlines import ZONE
from engine.errors import Conflict, InvalidAnswers
from engine.model import Case, Event, Instance, Step
from engine.ports import Unit
from engine.texts import swedish_moment


def stopped(instance: Instance) -> Instance:
    """Return the instance as it is when it is stopped from outside: nothing open, nothing kept."""
    return replace(instance, state="", tasks=(), timers=(), waiting=(), ended=True)


def require_closable(case: Case, codes: Collection[str], end_state: str, reason: str) -> None:
    """Refuse to end by hand a case that is closed, or without an end state and a reason."""
    if case.closed_at is not None:
        raise Conflict("Ärendet är redan avslutat.")
    problems = {}
    if end_state not in codes:
        problems["end_state"] = "Välj ett sluttillstånd"
    if not reason.strip():
        problems["reason"] = "Ange skälet till att ärendet avslutas"
    if problems:
        raise InvalidAnswers(problems)


def told_closed(kind: str, at: datetime, name: str | None) -> str:
    """Say in Swedish why a task is over, by its last log entry; `name` is None for oneself."""
    when = swedish_moment(at.astimezone(ZONE))
    if kind == "task_completed":
        return f"Uppgiften är redan slutförd av {name or 'dig'} den {when}."
    return (
        f"Uppgiften är inte längre öppen. Den togs bort den {when}, till exempel för att tiden "
        "gick ut eller för att ärendet tog en annan väg."
    )


def settle_end(unit: Unit, step: Step, now: datetime) -> list[Event]:
    """Keep the end state that the backbone reached; close the case when nothing runs any more."""
    if not step.instance.ended:
        return []
    case = unit.case(step.instance.case_id)
    end_state = step.instance.end_state or case.end_state
    running = [i for i in unit.instances(case.id) if i.id != step.instance.id]
    closes = end_state is not None and not running
    if closes or end_state != case.end_state:
        unit.end_case(replace(case, end_state=end_state, closed_at=now if closes else None))
    details = {"end_state": end_state}
    return [Event(case.id, "case_closed", now, details=details)] if closes else []
