"""The verbs of those who deal with what failed: try again, skip, hand over. All of it is logged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from engine.errors import Conflict, InvalidAnswers
from engine.mishaps import Incident
from engine.model import Event
from engine.ports import Clock, Store, Unit
from engine.reasons import reason_problem
from engine.retry import retried

if TYPE_CHECKING:
    from engine.audit.audit import Audit
    from engine.messages import Messages
    from engine.timers import Timers
    from engine.upkeep import Upkeep

NO_REASON = "Ange skälet"
SETTLED = frozenset({"retried", "skipped"})


@dataclass(frozen=True)
class Incidents:
    """What an operator can do to an incident; `by` names the operator."""

    store: Store
    clock: Clock
    again: Mapping[str, Callable[[Incident], None]]
    """How each kind of incident is tried again; what fails is raised."""

    def unsettled(self) -> Sequence[Incident]:
        """Return what somebody has to deal with, the oldest first."""
        return self.store.incidents()

    def retry(self, by: str, incident_id: str) -> None:
        """Do again what failed; if it fails again, that is raised and the incident stays.

        Raises NotFound, and Conflict for one that is settled or that only its actor can do again.
        """
        incident = self._unsettled(incident_id)
        if incident.kind not in self.again:
            raise Conflict("Bara den som gav kommandot kan göra om det. Be hen försöka igen.")
        self.again[incident.kind](incident)
        self._settle(incident_id, by, partial(replace, state="retried", handled_by=by))

    def ask_skip(self, by: str, incident_id: str, reason: str) -> None:
        """Propose, with a reason, to leave undone what failed; a second person decides."""
        self._require(reason)
        asked = partial(replace, state="skip_asked", reason=reason, handled_by=by)
        self._settle(incident_id, by, asked)

    def approve_skip(self, by: str, incident_id: str) -> None:
        """Leave undone what failed. Raises Conflict unless another person has proposed it."""
        incident = self._unsettled(incident_id)
        if incident.state != "skip_asked":
            raise Conflict("Ingen har föreslagit att hoppa över den.")
        if incident.handled_by == by:
            raise Conflict("Den som föreslog det får inte själv godkänna det.")
        self._settle(incident_id, by, partial(replace, state="skipped", approved_by=by))

    def hand_over(self, by: str, incident_id: str, to: str, reason: str) -> None:
        """Give an incident to somebody else, with a reason."""
        self._require(reason)
        self._require(to)
        given = partial(replace, state="handed_over", handed_to=to, reason=reason, handled_by=by)
        self._settle(incident_id, by, given)

    def _unsettled(self, incident_id: str) -> Incident:
        with self.store.transaction() as unit:
            return _open(unit, incident_id)

    @retried
    def _settle(self, incident_id: str, by: str, change: Callable[[Incident], Incident]) -> None:
        now = self.clock.now()
        with self.store.transaction() as unit:
            before = _open(unit, incident_id)
            after = replace(change(before), handled_at=now)
            unit.settle_incident(before, after)
            if before.case_id:
                unit.record([_entry(before.case_id, after, by, now)])

    @staticmethod
    def _require(text: str) -> None:
        if problem := reason_problem(text, NO_REASON):
            raise InvalidAnswers({"reason": problem})


def _open(unit: Unit, incident_id: str) -> Incident:
    incident = unit.incident(incident_id)
    if incident.state in SETTLED:
        raise Conflict("Någon har redan tagit hand om den.")
    return incident


def _entry(case_id: str, incident: Incident, by: str, at: datetime) -> Event:
    details = {
        "incident": incident.id,
        "kind": incident.kind,
        "became": incident.state,
        "reason": incident.reason,
        "approved_by": incident.approved_by,
        "handed_to": incident.handed_to,
    }
    return Event(case_id, "incident_handled", at, by, details=details)


def ways_again(
    timers: Timers, messages: Messages, upkeep: Upkeep, audit: Audit
) -> dict[str, Callable[[Incident], None]]:
    """Say how what failed is tried again; what a person asked for, only they can ask for again."""

    def fire(incident: Incident) -> None:
        timers.fire_now(incident.instance_id or "", incident.element or "")

    def resend(incident: Incident) -> None:
        messages.resend("incident", incident.element or "")

    def rebuild(incident: Incident) -> None:
        upkeep.require_matching(incident.case_id or "")

    def check(_incident: Incident) -> None:
        audit.require_whole("incident")

    return {"timer": fire, "message": resend, "deviation": rebuild, "log": check}
