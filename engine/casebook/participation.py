"""Whether an actor's agency has a part in a case; without one there is no case to be found."""

from __future__ import annotations

from engine.errors import Conflict, NotFound
from engine.model import Actor, Case
from engine.ports import Unit
from engine.staff.conflicts import require_free


def own_case(unit: Unit, actor: Actor, case_id: str) -> Case:
    """Return a case that the actor's agency takes part in, and they themselves may.

    Raises NotFound (OSL 8:1), also for one who is disqualified in it (FL 16-18 §).
    """
    case = unit.case(case_id)
    require_free(unit.staff.disqualifications, actor, case_id)
    if not unit.participates(case_id, actor.agency):
        raise NotFound(f"case {case_id}")
    return case


def own_open_case(unit: Unit, actor: Actor, case_id: str) -> Case:
    """Return it if it is not closed. Raises NotFound, or Conflict with a Swedish sentence."""
    case = own_case(unit, actor, case_id)
    if case.closed_at is not None:
        raise Conflict("Ärendet är avslutat.")
    return case
