"""The verbs about who does the work: standing in, jäv, giving out tasks. Each one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from engine import access, journal
from engine.deadlines import ZONE
from engine.errors import Conflict, EngineError, NotAllowed, NotFound
from engine.model import Actor, Command, Event
from engine.ports import Clock, Store, Unit
from engine.refusals import watched
from engine.retry import retried
from engine.staff.conflicts import (
    Disqualification,
    require_free,
    require_may_declare,
    require_may_lift,
    require_reason,
)
from engine.staff.owned import own_task
from engine.staff.substitution import Substitution, may_arrange, require_sound


@dataclass(frozen=True)
class Staffing:
    """What colleagues and their leaders decide about who does what."""

    store: Store
    clock: Clock

    @watched
    @retried
    def arrange(
        self, actor: Actor, absent_id: str, substitute_id: str, days: tuple[date, date],
        reason: str, command_id: str | None = None,
    ) -> None:  # fmt: skip
        """Let a colleague stand in for one who is away, both days included.

        Raises NotFound for somebody of another agency, NotAllowed for one who is neither the
        absent nor a leader, InvalidAnswers for what overlaps or would make a chain.
        """
        now, command = self.clock.now(), Command.given(command_id, actor, "arrange", absent_id)
        with self.store.transaction() as unit:
            if unit.result_of(command):
                return
            absent = unit.staff.colleague(absent_id, actor.agency)
            substitute = unit.staff.colleague(substitute_id, actor.agency)
            if not may_arrange(actor, absent):
                raise NotAllowed(f"{actor.id} may not find a substitute for {absent.id}")
            new = Substitution(str(uuid4()), absent.id, substitute.id, actor.agency, *days, reason,
                               actor.id, now)  # fmt: skip
            around = unit.staff.substitutions.around(sorted({absent.id, substitute.id}))
            require_sound(new, around, now.astimezone(ZONE).date())
            unit.staff.substitutions.add(new)
            unit.keep_command(command, now, new.id)

    @watched
    @retried
    def end(self, actor: Actor, substitution_id: str) -> None:
        """End a substitution before its last day. Raises NotFound, NotAllowed or Conflict."""
        with self.store.transaction() as unit:
            found = unit.staff.substitutions.one(substitution_id)
            absent = unit.staff.colleague(found.absent, actor.agency)
            if not may_arrange(actor, absent):
                raise NotAllowed(f"{actor.id} may not end substitution {found.id}")
            if found.ended_at is not None:
                raise Conflict("Ersättningen är redan avslutad.")
            unit.staff.substitutions.end(found, self.clock.now(), actor.id)

    @watched
    @retried
    def disqualify(
        self, actor: Actor, case_id: str, person_id: str, reason: str,
        command_id: str | None = None,
    ) -> None:  # fmt: skip
        """Keep somebody out of a case from now on, and give back what they hold in it.

        The one concerned says so themselves, or a chef does. Raises NotFound, NotAllowed, Conflict
        when it is known already, or InvalidAnswers without a reason.
        """
        now, command = self.clock.now(), Command.given(command_id, actor, "disqualify", case_id)
        with self.store.transaction() as unit:
            if unit.result_of(command):
                return
            self._require_part(unit, actor, case_id)
            person = unit.staff.colleague(person_id, actor.agency)
            require_may_declare(actor, person)
            if unit.staff.disqualifications.bars(person.id, case_id):
                raise Conflict("Jävet är redan antecknat.")
            new = Disqualification(str(uuid4()), case_id, person.id, person.agency,
                                   require_reason(reason), actor.id, now)  # fmt: skip
            returned = self._give_back(unit, actor, person, case_id)
            unit.staff.disqualifications.add(new)
            unit.keep_command(command, now, new.id)
            unit.record([_noted("disqualified", actor, new), *returned])

    @watched
    @retried
    def lift(self, actor: Actor, case_id: str, disqualification_id: str) -> None:
        """Let somebody into a case again. Raises NotFound, NotAllowed or Conflict."""
        with self.store.transaction() as unit:
            self._require_part(unit, actor, case_id)
            found = unit.staff.disqualifications.one(disqualification_id)
            if found.case_id != case_id:
                raise NotFound(f"{disqualification_id} is not of case {case_id}")
            require_may_lift(actor, found)
            if found.lifted_at is not None:
                raise Conflict("Jävet är redan hävt.")
            unit.staff.disqualifications.lift(found, self.clock.now(), actor.id)
            lifted = Event(case_id, "disqualification_lifted", self.clock.now(), actor.id,
                           actor.agency, details={"person": found.person})  # fmt: skip
            unit.record([lifted])

    def distribute(
        self, actor: Actor, task_ids: Sequence[str], colleague_id: str
    ) -> list[tuple[str, str | None]]:
        """Give tasks to a colleague, each by itself; return (task, why not) in order.

        Raises NotAllowed for one who does not lead.
        """
        if not access.leads(actor):
            self.store.deny(self.clock.now(), actor, "distribute", colleague_id)
            raise NotAllowed(f"{actor.id} does not lead")
        return [(each, self._given(actor, each, colleague_id)) for each in task_ids]

    def _given(self, actor: Actor, task_id: str, colleague_id: str) -> str | None:
        try:
            self._give(actor, task_id, colleague_id)
        except Conflict as error:
            return str(error)
        except NotFound:
            return "Uppgiften finns inte längre."
        except EngineError:
            return "Kollegan kan inte få uppgiften: rollen saknas eller så hindrar något annat."
        return None

    @watched
    @retried
    def _give(self, actor: Actor, task_id: str, colleague_id: str) -> None:
        now = self.clock.now()
        with self.store.transaction() as unit:
            task = own_task(unit, actor, task_id)[1]
            colleague = unit.person(colleague_id)
            access.require_own(colleague, task)
            access.require_role(colleague, task)
            if unit.staff.disqualifications.bars(colleague.id, task.case_id):
                raise NotAllowed(f"{colleague.id} is disqualified")
            if task.assignee == colleague.id:
                raise Conflict("Kollegan har redan uppgiften.")
            unit.give(task, colleague.id, access.given_by_other(actor, colleague, now))
            given = journal.handled("task_assigned", task, actor, now, assignee=colleague.id)
            unit.record([given])

    @staticmethod
    def _require_part(unit: Unit, actor: Actor, case_id: str) -> None:
        """Hide a case that is not the agency's, or from which the actor is kept out."""
        require_free(unit.staff.disqualifications, actor, unit.case(case_id).id)
        if not unit.participates(case_id, actor.agency):
            raise NotFound(f"{actor.agency} takes no part in case {case_id}")

    def _give_back(self, unit: Unit, actor: Actor, person: Actor, case_id: str) -> list[Event]:
        """Give back what somebody holds in a case; return what the log says of it."""
        held = [task for instance in unit.instances(case_id) for task in instance.tasks
                if task.assignee == person.id]  # fmt: skip
        for task in held:
            unit.give(task, None)
        now = self.clock.now()
        return [journal.handled("task_released", task, actor, now) for task in held]


def _noted(kind: str, actor: Actor, noted: Disqualification) -> Event:
    details = {"person": noted.person}
    return Event(noted.case_id, kind, noted.declared_at, actor.id, actor.agency, details=details)
