"""All running cases tried on a version, a few at a time, and what came of it kept."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.workflow import SpiffProcesses
from engine.modelling.moves import Progress
from engine.modelling.preview.predict import Predictor, Trial
from engine.ports import Clock, Store, Unit
from engine.retry import retried

KEPT = 4
"""Versions whose predictors are remembered: those that are proposed just now."""


@dataclass
class Predictors:
    """Makes a predictor for a version once."""

    moves: SpiffProcesses
    _made: OrderedDict[str, Predictor] = field(default_factory=OrderedDict)

    def known(self, version: str) -> ProcessSet | None:
        """Return the set of a version that was asked about lately."""
        made = self._made.get(version)
        return made.target if made else None

    def __call__(self, target: ProcessSet) -> Predictor:
        """Return the predictor for a set, which need not be published."""
        if target.version not in self._made:
            known = self.moves.published

            def published(version: str) -> ProcessSet:
                return target if version == target.version else known(version)

            moves = SpiffProcesses(published)
            self._made[target.version] = Predictor(moves, target)
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
        return self._made[target.version]


@dataclass(frozen=True)
class Trying:
    """Tries cases in the background: whoever has time advances it."""

    store: Store
    clock: Clock
    predictors: Predictors

    def begin(self, target: ProcessSet) -> Progress:
        """Begin to try all running cases on a set; what was tried before is tried anew."""
        now = self.clock.now()
        with self.store.transaction() as unit:
            cases = unit.moves.running_cases(target.version)
            unit.moves.begin(target.version, cases, now)
        return Progress(target.version, now, len(cases), 0)

    def advance(self, target: ProcessSet, seconds: float) -> Progress | None:
        """Try more cases, for about so long; return how far it has come, None if not begun."""
        until = time.monotonic() + seconds
        with self.store.transaction() as unit:
            left = list(unit.moves.untried(target.version, limit=1_000))
        for case_id in left:
            self._try(target, case_id)
            if time.monotonic() > until:
                break
        with self.store.transaction() as unit:
            return unit.moves.progress(target.version)

    def running(self, target: ProcessSet) -> Sequence[str]:
        """Return the cases of which something runs on another version."""
        with self.store.transaction() as unit:
            return unit.moves.running_cases(target.version)

    def one(self, target: ProcessSet, case_id: str) -> Trial | None:
        """Try a case on a set that nobody has proposed yet; nothing is kept."""
        with self.store.transaction() as unit:
            return self.trial(unit, target, case_id)

    @retried
    def _try(self, target: ProcessSet, case_id: str) -> None:
        with self.store.transaction() as unit:
            trial = self.trial(unit, target, case_id)
            unit.moves.keep(target.version, case_id, trial.outcome if trial else None)

    def trial(self, unit: Unit, target: ProcessSet, case_id: str) -> Trial | None:
        """Try one case; None if nothing of it runs on another version."""
        predictor = self.predictors(target)
        instances = unit.all_instances(case_id)
        if not predictor.concerns(instances):
            return None
        return predictor.tried(instances, unit.log(case_id), self.clock.now())
