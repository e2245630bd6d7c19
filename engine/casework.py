"""The verbs of casework. Each is one transaction, read from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from engine import access, journal
from engine.casebook.regions import require_region
from engine.completing import Completing
from engine.deadlines import ZONE
from engine.ending import require_closable, stopped
from engine.errors import Conflict, NoGround, NotAllowed, NotFound
from engine.matching import has_post
from engine.model import Actor, Case, Command, Event, Instance, Record, Step
from engine.ports import Clock, Processes, Store
from engine.proposing import propose, require_not_proposed
from engine.refusals import watched
from engine.registers import NO_REGION
from engine.retry import retried
from engine.staff.conflicts import require_free
from engine.staff.owned import own_task, standing

MAIN = "stod_och_skydd"

Typed = Mapping[str, Sequence[str]]
"""A posted form: field name → what was typed, as the browser sends it."""


@dataclass(frozen=True)
class Casework:
    """What a caseworker can do to a case."""

    store: Store
    processes: Processes
    clock: Clock
    deliver: Callable[[str], None]
    """Hands over the messages of a case, after a commit; what it leaves, the worker takes."""

    @retried
    def open_case(
        self, actor: Actor, command_id: str | None = None, region: str = NO_REGION
    ) -> Case:
        """Open a case on the newest published processes; the first task is the actor's own.

        The same command asked for again returns the same case, here and in the verbs below.
        Raises NotAllowed for an agency that does not identify victims (process.md step 1), and
        InvalidAnswers for a region that there is not.
        """
        now, command = self.clock.now(), Command.given(command_id, actor, "open_case")
        with self.store.transaction() as unit:
            if opened_before := unit.result_of(command):
                return unit.case(opened_before)
            version = unit.current_version()
            registers = self.processes.registers(version)
            if actor.agency not in registers.variables["kalla"].codes:
                raise NotAllowed(f"{actor.agency} may not open a case")
            require_region(registers, region)
            number = unit.next_number(now.astimezone(ZONE).year)
            case = Case(str(uuid4()), number, version, now, actor.agency)
            unit.add_case(case)
            unit.regions.keep(case.id, region)
            new = Instance(str(uuid4()), case.id, MAIN, version, variables={"kalla": actor.agency})
            step = self.processes.start(new, now)
            unit.add_instance(step.instance)
            about = {"number": number, "version": version, "region": region}
            opened = Event(case.id, "case_opened", now, actor.id, actor.agency, details=about)
            started = journal.started(step, now, None, new)
            unit.keep_command(command, now, case.id)
            unit.record([opened, started, *journal.consequences(new, step, now, None)])
        return case

    @watched
    @retried
    def claim(self, actor: Actor, task_id: str) -> None:
        """Take a free task of one's own agency. Raises NotFound, NotAllowed or Conflict."""
        now = self.clock.now()
        with self.store.transaction() as unit:
            task = own_task(unit, actor, task_id)[1]
            actor = standing(unit, actor, task, now)
            access.require_can_claim(actor, task)
            unit.give(task, actor.acting_for or actor.id)  # a substitute leaves it with the absent
            unit.record([journal.handled("task_claimed", task, actor, now)])

    @watched
    @retried
    def release(self, actor: Actor, task_id: str) -> None:
        """Give back a task that one holds. Raises NotFound, NotAllowed or Conflict."""
        now = self.clock.now()
        with self.store.transaction() as unit:
            task = own_task(unit, actor, task_id)[1]
            actor = standing(unit, actor, task, now)
            access.require_unclaimed_by_others(actor, task)
            unit.give(task, None)
            unit.record([journal.handled("task_released", task, actor, now)])

    @watched
    @retried
    def assign(self, actor: Actor, task_id: str, colleague_id: str, reason: str = "") -> None:
        """Give a task to a colleague in the same agency who has the role it asks for.

        `reason` is a code: the log keeps no free text about anybody.
        """
        now, why = self.clock.now(), {"reason": reason} if reason else {}
        with self.store.transaction() as unit:
            task = own_task(unit, actor, task_id)[1]
            actor = standing(unit, actor, task, now)
            colleague = unit.person(colleague_id)
            access.require_own(colleague, task)
            access.require_role(colleague, task)
            require_free(unit.staff.disqualifications, colleague, task.case_id)
            unit.give(task, colleague.id, access.given_by_other(actor, colleague, now))
            entry = journal.handled("task_assigned", task, actor, now, assignee=colleague.id, **why)
            unit.record([entry])

    @watched
    @retried
    def save_draft(
        self,
        actor: Actor,
        task_id: str,
        typed: Typed,
        seen: int | None = None,
        by_itself: bool = False,
    ) -> int:
        """Keep what has been typed so far, unchecked, and return the version of the draft.

        `seen` is the version that was on the page: Outdated if another page has saved since.
        A page that saves `by_itself` every few seconds is told of once in the log.
        Raises NotFound, NotAllowed or Conflict.
        """
        now = self.clock.now()
        with self.store.transaction() as unit:
            instance, task = own_task(unit, actor, task_id)
            actor = standing(unit, actor, task, now)
            access.require_can_claim(actor, task)
            require_not_proposed(unit, task)
            answers = self.processes.form(instance, task).parse(typed)
            version = unit.papers.keep_draft(task, answers, actor.id, now, seen)
            if task.assignee is None:
                unit.give(task, actor.id)
            if not by_itself or version == 1:
                unit.record([journal.handled("draft_saved", task, actor, now)])
        return version

    def complete_task(
        self,
        actor: Actor,
        task_id: str,
        typed: Typed,
        command_id: str | None = None,
        confirmed: Collection[str] = (),
    ) -> None:
        """Complete a user task with the answers of its form.

        Where the element asks for a second person the answers become a proposal instead; see
        `engine.approvals`. Raises NotFound, NotAllowed, Conflict (somebody was first, or its time
        ran out), InvalidAnswers with one Swedish sentence per field, or Expiring when the answers
        would at once end something whose key is not among the `confirmed`; then nothing has
        changed. So is it without a ground to hand over what the answers would (NoGround), but that
        is logged.
        """
        try:
            case_id = self._complete(actor, task_id, typed, command_id, confirmed)
        except NoGround as refused:
            self._note_refusal(actor, task_id, refused)
            raise
        if case_id is not None:
            self.deliver(case_id)

    @watched
    @retried
    def _complete(
        self,
        actor: Actor,
        task_id: str,
        typed: Typed,
        command_id: str | None = None,
        confirmed: Collection[str] = (),
    ) -> str | None:
        """Return the case if it has something to deliver now: sent, or awaited from now on."""
        now, command = self.clock.now(), Command.given(command_id, actor, "complete_task", task_id)
        with self.store.transaction() as unit:
            try:
                instance, task = own_task(unit, actor, task_id)
            except (NotFound, Conflict):
                if done_before := unit.result_of(command):
                    return done_before
                raise
            access.require_can_complete(actor := standing(unit, actor, task, now), task)
            completing = Completing(self.processes, instance, task)
            if role := completing.approver():
                if unit.result_of(command):
                    return None
                require_not_proposed(unit, task)
            done = completing.weigh(actor, typed, confirmed, now)
            if role:
                propose(unit, done, typed, command)
                return None
            done.write(unit, command)
        return task.case_id if has_post(instance, done.step) else None

    @retried
    def _note_refusal(self, actor: Actor, task_id: str, refused: NoGround) -> None:
        """Keep, in the sender's part of the log, that a hand-over was stopped."""
        now = self.clock.now()
        with self.store.transaction() as unit:
            task = own_task(unit, actor, task_id)[1]
            actor = standing(unit, actor, task, now)
            named = {"message": refused.handover, "handover": refused.name}
            unit.record([journal.handled("disclosure_denied", task, actor, now, **named)])

    @watched
    @retried
    def close_case(
        self, actor: Actor, case_id: str, end_state: str, reason: str,
        command_id: str | None = None,
    ) -> None:  # fmt: skip
        """End a case by hand: open tasks are withdrawn, running processes stop.

        For what the processes do not foresee, such as a case opened by mistake.
        Raises NotFound, NotAllowed, Conflict, or InvalidAnswers without a reason.
        """
        now, command = self.clock.now(), Command.given(command_id, actor, "close_case", case_id)
        with self.store.transaction() as unit:
            if unit.result_of(command):
                return
            case = unit.case(case_id)
            require_free(unit.staff.disqualifications, actor, case_id)
            if not (access.may_close(actor) and unit.participates(case_id, actor.agency)):
                raise NotAllowed(f"{actor.id} may not close case {case_id}")
            codes = self.processes.registers(case.version).variables["sluttillstand"].codes
            require_closable(case, codes, end_state, reason)
            entries: list[Event] = []
            for instance in unit.instances(case_id):
                after = stopped(instance)
                unit.save(after)
                entries += journal.consequences(instance, Step(after), now, None)
            unit.end_case(replace(case, end_state=end_state, closed_at=now))
            closed = Event(case_id, "case_closed", now, actor.id, actor.agency,
                           details={"end_state": end_state, "by_hand": True})  # fmt: skip
            reasons = {"sluttillstand": end_state, "skal": reason}
            record = Record(str(uuid4()), case_id, str(uuid4()), actor.agency,
                            "stangning", reasons, now, actor.id)  # fmt: skip
            unit.keep_record(record)
            unit.keep_command(command, now, case_id)
            unit.record([*entries, closed])
