"""What pages show of running cases and new versions, and the worker's part in it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from engine.access import require_process_owner
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.workflow import SpiffProcesses
from engine.errors import NotFound
from engine.model import Actor
from engine.modelling.moves import ASKED, UNDOING, WAITING, CaseMove, Progress
from engine.modelling.moving import Moving
from engine.modelling.preview.outcome import Group, Outcome, grouped
from engine.modelling.preview.predict import Trial
from engine.modelling.preview.words import counted
from engine.modelling.proposal import DONE, RETIRE, STANDS, Proposal
from engine.modelling.trying import Predictors, Trying
from engine.modelling.versions import Versions
from engine.ports import Clock, Store
from engine.refusals import watched

PATIENCE = 1.0
"""Seconds that a page which somebody waits for may spend on trying or moving cases."""


@dataclass(frozen=True)
class GroupLine:
    """Cases with the same outcome: how many, what was chosen, what has become of them."""

    group: Group
    choice: str | None
    states: Mapping[str, int]


@dataclass(frozen=True)
class MovePage:
    """What a process owner sees of the running cases: numbers and grades."""

    proposal: Proposal
    progress: Progress | None
    lines: tuple[GroupLine, ...]
    states: Mapping[str, int]
    left: int
    """Cases that are just being moved."""
    names: Mapping[str, str]
    """Agencies by id."""

    @property
    def counts(self) -> Mapping[str, int]:
        """Count what it comes to for all."""
        return counted([line.group for line in self.lines])

    def name(self, agency: str) -> str:
        """Name an agency."""
        return self.names.get(agency, agency)

    @property
    def busy(self) -> bool:
        """Whether there is more to see soon."""
        return bool(self.left or (self.progress and not self.progress.finished))


@dataclass(frozen=True)
class Question:
    """A case whose agency is asked whether it shall follow a new version."""

    move: CaseMove
    number: str
    reason: str
    """Why the processes were changed."""
    outcome: Outcome | None
    days: tuple[tuple[str, datetime | None, datetime | None], ...] = ()
    """The agency's own open tasks that would be due at another time: before and after."""
    lost: tuple[str, ...] = ()
    """The agency's own open tasks that would end undone, or go to others."""


@dataclass(frozen=True)
class Moves:
    """The queries, and what the worker does when it has time."""

    store: Store
    versions: Versions
    trying: Trying
    moving: Moving

    @classmethod
    def of(cls, store: Store, clock: Clock, versions: Versions, processes: SpiffProcesses) -> Moves:
        """Put together what is needed."""
        trying = Trying(store, clock, Predictors(processes))
        return cls(store, versions, trying, Moving(store, clock, trying))

    @property
    def clock(self) -> Clock:
        """The clock of the verbs."""
        return self.moving.clock

    @watched
    def begin(self, actor: Actor, proposal_id: str) -> None:
        """Begin to try the running cases on what is proposed. Raises NotFound, NotAllowed."""
        self.trying.begin(self._target(self._proposal(actor, proposal_id)))

    @watched
    def page(self, actor: Actor, proposal_id: str) -> MovePage:
        """Return the page of a proposal's running cases, a little further than last time."""
        proposal = self._proposal(actor, proposal_id)
        target = self._target(proposal)
        progress = self.trying.advance(target, PATIENCE)
        left = self.moving.execute(proposal, target, PATIENCE)
        with self.store.transaction() as unit:
            groups = grouped(unit.moves.outcomes(proposal.version))
            chosen, moves = unit.moves.choices(proposal_id), unit.moves.moves((), proposal_id)
        states = {group.key: Counter(m.state for m in moves if m.group == group.key)
                  for group in groups}  # fmt: skip
        lines = tuple(GroupLine(g, chosen.get(g.key, (None,))[0], states[g.key]) for g in groups)
        names = {id_: a.name for id_, a in target.registers.agencies.items()}
        return MovePage(proposal, progress, lines, Counter(m.state for m in moves), left, names)

    def questions(self, actor: Actor) -> Sequence[Question]:
        """Return the cases that the reader's agency is asked about; none with jäv."""
        with self.store.transaction() as unit:
            asked = [m for m in unit.moves.moves((ASKED,)) if m.agency == actor.agency
                     and unit.participates(m.case_id, actor.agency)
                     and not unit.staff.disqualifications.bars(actor.id, m.case_id)]  # fmt: skip
            reasons = {m.proposal_id: unit.publications.proposal(m.proposal_id).reason
                       for m in asked}  # fmt: skip
            numbers = {m.case_id: unit.case(m.case_id).number for m in asked}
        return [self._question(actor, m, numbers[m.case_id], reasons[m.proposal_id]) for m in asked]

    def work(self, seconds: float = 5.0) -> None:
        """Do what is left of trying and moving, for about so long: the worker's part."""
        until = time.monotonic() + seconds
        with self.store.transaction() as unit:
            untried = set(unit.moves.unfinished())
            going = {m.proposal_id for m in unit.moves.moves((WAITING, UNDOING))}
            known = [p for p in unit.publications.proposals()
                     if p.id in going or (p.version in untried and p.kind != RETIRE
                                      and p.state in STANDS | {DONE})]  # fmt: skip
        for proposal in known:
            if (left := until - time.monotonic()) <= 0:
                return
            target = self._target(proposal)
            self.trying.advance(target, left)
            self.moving.execute(proposal, target, left)

    def _question(self, actor: Actor, move: CaseMove, number: str, reason: str) -> Question:
        target = self.trying.predictors.moves.published(move.version)
        with self.store.transaction() as unit:
            trial = self.trying.trial(unit, target, move.case_id)
        if trial is None:
            return Question(move, number, reason, None)
        days, lost = _days(trial, actor.agency), _lost(trial, actor.agency)
        return Question(move, number, reason, trial.outcome, days, lost)

    def _proposal(self, actor: Actor, proposal_id: str) -> Proposal:
        require_process_owner(actor)
        found = self.versions.proposal(actor, proposal_id).proposal
        if found.kind == RETIRE:
            raise NotFound(f"{proposal_id[:36]} is not a version to move to")
        return found

    def _target(self, proposal: Proposal) -> ProcessSet:
        known = self.trying.predictors.known(proposal.version)
        return known or self.versions.proposed(proposal)


def _days(trial: Trial, agency: str) -> tuple[tuple[str, datetime | None, datetime | None], ...]:
    kept = ((task, step.instance.task(task.id)) for before, step in trial.steps
            for task in before.tasks if task.agency == agency)  # fmt: skip
    return tuple((after.name, before.due_at, after.due_at) for before, after in kept
                 if after is not None and after.due_at != before.due_at)  # fmt: skip


def _lost(trial: Trial, agency: str) -> tuple[str, ...]:
    own = ((task, step.instance.task(task.id)) for before, step in trial.steps
           for task in before.tasks if task.agency == agency)  # fmt: skip
    return tuple(task.name for task, after in own if after is None or after.agency != agency)
