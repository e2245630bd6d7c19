"""The verbs of running cases when a version comes into force: chosen for, moved, moved back.

Each case is moved in a transaction of its own, so a thousand cases hold up nobody. A case that has
gone on since it was chosen for, so that the outcome is another, waits to be chosen for again.
Process owners learn numbers and grades, never which case it is.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from datetime import datetime

from engine.access import require_process_owner
from engine.bpmn.definitions import ProcessSet
from engine.errors import Conflict, InvalidAnswers, NotFound, Stale, Unavailable
from engine.model import Actor, Event
from engine.modelling.carrying import asked_agency, carry, carry_back
from engine.modelling.moves import (
    ASK,
    ASKED,
    CHOICES,
    FAILED,
    HELD,
    MOVE,
    MOVED,
    STAY,
    STAYED,
    UNDOING,
    UNDONE,
    WAITING,
    CaseMove,
)
from engine.modelling.preview.outcome import IMPOSSIBLE
from engine.modelling.proposal import DONE, RETIRE, Proposal
from engine.modelling.trying import Trying
from engine.ports import Clock, Store, Unit
from engine.refusals import watched
from engine.retry import retried
from engine.staff.conflicts import require_free
from engine.timeline import CHOSEN_FOR

LOG = logging.getLogger(__name__)
REASON_MISSING = "Välj skälet"
CHOICE_MISSING = "Välj om ärendet ska flyttas eller stanna"
CANNOT = "Ärendena kan inte flyttas dit. De får stanna."


@dataclass(frozen=True)
class Moving:
    """What becomes of the running cases."""

    store: Store
    clock: Clock
    trying: Trying

    @watched
    @retried
    def choose(self, actor: Actor, proposal_id: str, group: str, choice: str) -> None:
        """Choose what becomes of the cases with one outcome.

        Raises NotFound, InvalidAnswers, or Conflict for moving what cannot be moved.
        """
        require_process_owner(actor)
        now = self.clock.now()
        if choice not in CHOICES:
            raise InvalidAnswers({"val": CHOICE_MISSING})
        with self.store.transaction() as unit:
            proposal = unit.publications.proposal(proposal_id)
            known = {outcome.key: outcome for _, outcome in unit.moves.outcomes(proposal.version)}
            if group not in known:
                raise NotFound(f"{group[:16]} is not a group of cases")
            if choice != STAY and known[group].grade == IMPOSSIBLE:
                raise Conflict(CANNOT)
            unit.moves.choose(proposal_id, group, choice, actor.id, now)
        if proposal.state == DONE:
            self.plan(proposal)

    def execute(self, proposal: Proposal, target: ProcessSet, seconds: float) -> int:
        """Do what was chosen, for about so long, and return how many cases are left.

        Only what has taken effect is done; a case that cannot be moved is told of and left.
        """
        if proposal.state != DONE:
            return 0
        until, states = time.monotonic() + seconds, (WAITING, UNDOING)
        with self.store.transaction() as unit:
            left = list(unit.moves.moves(states, proposal.id))
        for place, move in enumerate(left):
            if time.monotonic() > until:
                return len(left) - place
            self._settle(move, target)
        return 0

    @retried
    def plan(self, proposal: Proposal) -> None:
        """Keep what is to become of each case that was chosen for, once it is in force."""
        if proposal.kind == RETIRE:
            return
        now = self.clock.now()
        with self.store.transaction() as unit:
            chosen = unit.moves.choices(proposal.id)
            known = {each.case_id for each in unit.moves.moves((), proposal.id)}
            for case_id, outcome in unit.moves.outcomes(proposal.version):
                if case_id not in known and outcome.key in chosen:
                    choice, by = chosen[outcome.key]
                    state = STAYED if choice == STAY else WAITING
                    unit.moves.plan(CaseMove(proposal.id, case_id, proposal.version, outcome.key,
                                             state, now, by))  # fmt: skip

    def _settle(self, move: CaseMove, target: ProcessSet) -> None:
        try:
            if move.state == UNDOING:
                self._back(move)
            else:
                self._over(move, target)
        except Unavailable:
            raise  # no fault of the case's: the next round moves it
        except Exception:  # one broken case may not stop all the others
            LOG.exception("case %s could not be moved", move.case_id)
            self._fail(move)

    @retried
    def _fail(self, move: CaseMove) -> None:
        with self.store.transaction() as unit:
            unit.moves.settle(move, replace(move, state=FAILED))

    def _back(self, move: CaseMove) -> None:
        try:
            self._undone(move)
        except Stale:
            raise
        except Conflict:
            with self.store.transaction() as unit:
                unit.moves.settle(move, replace(move, state=HELD))

    @retried
    def _undone(self, move: CaseMove) -> None:
        with self.store.transaction() as unit:
            unit.case(move.case_id)
            carry_back(unit, move, self.trying.predictors.moves, self.clock.now())
            unit.moves.settle(move, replace(move, state=UNDONE))

    @retried
    def _over(self, move: CaseMove, target: ProcessSet) -> None:
        """Move a case, ask for it, or let it wait to be chosen for again."""
        now = self.clock.now()
        with self.store.transaction() as unit:
            case = unit.case(move.case_id)
            trial = self.trying.trial(unit, target, case.id)
            if trial is None:
                unit.moves.settle(move, replace(move, state=STAYED))
                return
            choice = unit.moves.choices(move.proposal_id).get(trial.outcome.key, ("", ""))[0]
            if not choice or (trial.outcome.grade == IMPOSSIBLE and choice != STAY):
                unit.moves.keep(target.version, case.id, trial.outcome)
                unit.moves.forget(move)
            elif choice == ASK:
                self._ask(unit, move, asked_agency(unit.instances(case.id), case.opened_by), now)
            elif choice == MOVE:
                carry(unit, move, trial, now)
                unit.moves.settle(move, replace(move, state=MOVED, group=trial.outcome.key))
            else:
                unit.moves.settle(move, replace(move, state=STAYED))

    @staticmethod
    def _ask(unit: Unit, move: CaseMove, agency: str, now: datetime) -> None:
        asked = {"proposal": move.proposal_id, "version": move.version}
        unit.moves.settle(move, replace(move, state=ASKED, agency=agency))
        unit.record([Event(move.case_id, "move_asked", now, None, agency, details=asked)])

    @watched
    @retried
    def decide(
        self, actor: Actor, proposal_id: str, case_id: str, choice: str, reason: str
    ) -> None:
        """Move a case or let it stay, as a caseworker of the agency that was asked.

        Raises NotFound for others, Conflict if it is decided already, and InvalidAnswers.
        """
        now = self.clock.now()
        problems = {} if choice in (MOVE, STAY) else {"val": CHOICE_MISSING}
        problems |= {} if reason in CHOSEN_FOR else {"skal": REASON_MISSING}
        with self.store.transaction() as unit:
            move = unit.moves.one(proposal_id, case_id)
            if move.agency != actor.agency or not unit.participates(case_id, actor.agency):
                raise NotFound(f"{actor.agency} is not asked about case {case_id}")
            require_free(unit.staff.disqualifications, actor, case_id)
            if move.state != ASKED:
                raise Conflict("Det är redan bestämt.")
            if problems:
                raise InvalidAnswers(problems)
            by = replace(move, actor=actor.id, reason=reason, at=now)
            unit.case(case_id)
            self._decided(unit, move, by, choice, now)

    def _decided(
        self, unit: Unit, move: CaseMove, by: CaseMove, choice: str, now: datetime
    ) -> None:
        target = self.trying.predictors.moves.published(move.version)
        trial = self.trying.trial(unit, target, move.case_id) if choice == MOVE else None
        if trial is not None and not trial.steps:
            raise Conflict("Ärendet har gått vidare och kan inte längre flyttas.")
        if trial is not None:
            carry(unit, by, trial, now)
        else:
            kept = {"proposal": move.proposal_id, "version": move.version, "reason": by.reason}
            unit.record([Event(move.case_id, "move_declined", now, by.actor, move.agency,
                               details=kept)])  # fmt: skip
        unit.moves.settle(move, replace(by, state=MOVED if trial else STAYED))

    @watched
    @retried
    def undo(self, actor: Actor, proposal_id: str, group: str) -> None:
        """Move the cases of a group back, those in which nothing has happened since."""
        require_process_owner(actor)
        now = self.clock.now()
        with self.store.transaction() as unit:
            found = [m for m in unit.moves.moves((MOVED,), proposal_id) if m.group == group]
            if not found:
                raise Conflict("Inga ärenden i gruppen är flyttade.")
            for move in found:
                unit.moves.settle(move, replace(move, state=UNDOING, actor=actor.id, at=now))
