"""The second person: approves what a colleague has proposed, or sends it back with a reason.

A task asks for one by `skydd.godkannande`, a role; nobody approves their own proposal.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from engine import journal
from engine.access import require_can_approve
from engine.completing import Completing
from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from engine.matching import has_post
from engine.model import Actor, Command, Task
from engine.papers import RETURNED, Note, Proposal
from engine.ports import Clock, Processes, Store, Unit
from engine.refusals import watched
from engine.retry import retried
from engine.staff.owned import own_task, standing
from engine.texts import clean

NOT_WAITING = "Förslaget väntar inte längre. Någon hann godkänna det eller ta tillbaka det."
RETURN, TAKE_BACK = "task_returned", "proposal_taken_back"
REASON_MISSING = "Skriv varför förslaget skickas tillbaka"


@dataclass(frozen=True)
class Approvals:
    """What can be done to a proposal."""

    store: Store
    processes: Processes
    clock: Clock
    deliver: Callable[[str], None]
    """Hands over the messages of a case, after a commit."""

    def approve(
        self,
        actor: Actor,
        task_id: str,
        command_id: str | None = None,
        confirmed: Collection[str] = (),
    ) -> None:
        """Complete a task with the answers of a colleague; both are in the log.

        The answers are weighed again, by the day and the grounds of now. Raises NotFound,
        NotAllowed, Conflict, InvalidAnswers or Expiring; then the proposal still waits.
        """
        case_id = self._approve(actor, task_id, command_id, confirmed)
        if case_id is not None:
            self.deliver(case_id)

    @watched
    @retried
    def _approve(
        self, actor: Actor, task_id: str, command_id: str | None, confirmed: Collection[str]
    ) -> str | None:
        now, command = self.clock.now(), Command.given(command_id, actor, "approve", task_id)
        with self.store.transaction() as unit:
            try:
                instance, task = own_task(unit, actor, task_id)
            except (NotFound, Conflict):
                if done_before := unit.result_of(command):
                    return done_before
                raise
            proposal = _waiting(unit, task)
            completing = Completing(self.processes, instance, task)
            require_can_approve(actor, task, completing.approver(), proposal.actor)
            proposer = replace(unit.person(proposal.actor), acting_for=proposal.acting_for)
            done = completing.weigh(proposer, proposal.typed, confirmed, now)
            done.write(unit, command, approved=actor)
        return task.case_id if has_post(instance, done.step) else None

    @watched
    @retried
    def send_back(self, actor: Actor, task_id: str, reason: str = "") -> None:
        """Let the proposer go on with the task: the answers become a draft, the reason a note.

        The proposer, or who stands in for them, may take it back without a reason. Raises
        NotFound, NotAllowed, Conflict, or InvalidAnswers without one.
        """
        now = self.clock.now()
        with self.store.transaction() as unit:
            instance, task = own_task(unit, actor, task_id)
            proposal = _waiting(unit, task)
            role = Completing(self.processes, instance, task).approver()
            acting = standing(unit, actor, task, now)
            kind, actor = _as_whom(actor, acting, task, role, proposal)
            if kind == RETURN:
                unit.papers.note(_reason(task, actor, now, reason))
            unit.papers.withdraw(task_id)
            answers = self.processes.form(instance, task).parse(proposal.typed)
            unit.papers.keep_draft(task, answers, proposal.actor, now, None)
            unit.record([journal.handled(kind, task, actor, now, proposed_by=proposal.actor)])


def _as_whom(
    actor: Actor, acting: Actor, task: Task, role: str | None, proposal: Proposal
) -> tuple[str, Actor]:
    """Say what sending back means for this person: as proposer, substitute, or second person."""
    if proposal.actor == actor.id:
        return TAKE_BACK, acting
    try:
        require_can_approve(actor, task, role, proposal.actor)
    except NotAllowed:
        if acting.acting_for and acting.acting_for in (proposal.actor, proposal.acting_for):
            return TAKE_BACK, acting
        raise
    return RETURN, actor


def _reason(task: Task, actor: Actor, now: datetime, reason: str) -> Note:
    if not (text := clean(reason)):
        raise InvalidAnswers({"_skal": REASON_MISSING})
    return Note(str(uuid4()), task.case_id, task.id, task.agency, RETURNED, text, now, actor.id)


def _waiting(unit: Unit, task: Task) -> Proposal:
    proposal = unit.papers.proposal(task.id)
    if proposal is None:
        raise Conflict(NOT_WAITING)
    return proposal
