"""The verbs of stopping: a case that somebody still needs is not erased until a person says so."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from engine.errors import Conflict, InvalidAnswers, NotFound
from engine.model import Actor
from engine.ports import Clock, Store, Unit
from engine.refusals import watched
from engine.retention.holdings import Hold
from engine.retention.leading import leading, require_own, told
from engine.retry import retried
from engine.staff.conflicts import require_free
from engine.texts import clean_line

LONGEST = 500
NO_CASE = "Det finns inget sådant ärende hos er"


@dataclass(frozen=True)
class Stops:
    """What those who answer for an agency's archive do about what must not be erased."""

    store: Store
    clock: Clock

    @watched
    @retried
    def hold(self, actor: Actor, number: str, reason: str) -> None:
        """Stop the erasing of a case. Raises NotAllowed, InvalidAnswers, or Conflict if it is."""
        with leading(self.store, actor) as unit:
            case_id, why = _asked(unit, actor, number, reason)
            unit.case(case_id)  # whoever erases it waits
            if unit.retention.held(case_id, actor.agency):
                raise Conflict("Gallringen är redan stoppad för ärendet.")
            now = self.clock.now()
            unit.retention.hold(Hold(str(uuid4()), case_id, actor.agency, why, now, actor.id))
            unit.record([told("retention_held", actor, case_id, now)])

    @watched
    @retried
    def lift(self, actor: Actor, hold_id: str) -> None:
        """End a stop of one's own agency. Raises NotFound or NotAllowed."""
        with leading(self.store, actor) as unit:
            found, now = unit.retention.hold_named(hold_id), self.clock.now()
            require_own(actor, found.agency)
            require_free(unit.staff.disqualifications, actor, found.case_id)
            unit.retention.lift(found, now, actor.id)
            unit.record([told("retention_released", actor, found.case_id, now)])


def _asked(unit: Unit, actor: Actor, number: str, reason: str) -> tuple[str, str]:
    """Return the case and the reason; InvalidAnswers with all that is wrong."""
    problems, case_id = {}, ""
    try:
        case_id = unit.retention.own_case(actor.agency, number.strip())
        require_free(unit.staff.disqualifications, actor, case_id)
    except NotFound:
        problems["nummer"] = NO_CASE
    why = clean_line(reason)
    if not why:
        problems["skal"] = "Ange varför ärendet inte ska gallras"
    elif len(why) > LONGEST:
        problems["skal"] = f"Skriv högst {LONGEST} tecken"
    if problems:
        raise InvalidAnswers(problems)
    return case_id, why
