"""Counts cases for the analysis: at night, each that has changed, out of its log."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from engine.analysis.following import taken_by
from engine.analysis.tally import TallyShelf
from engine.analysis.tallying import counted
from engine.bpmn.definitions import ProcessSet
from engine.deadlines import ZONE
from engine.journal import is_erased
from engine.ports import Clock, Store
from engine.retry import retried

LOG = logging.getLogger(__name__)
CHORE = "analys"


@dataclass(frozen=True)
class Tallying:
    """The worker's nightly count of how the processes are run."""

    store: Store
    clock: Clock
    shelf: TallyShelf
    published: Callable[[str], ProcessSet]

    def nightly(self, day: str) -> int | None:
        """Count what has changed, once a day (ISO, Stockholm); None if another worker does."""
        if not self.store.take_chore(CHORE, day, self.clock.now()):
            return None
        return self.count()

    def count_now(self) -> int:
        """Count without waiting for the night, and let the pages tell the day."""
        self.store.take_chore(CHORE, self.today().isoformat(), self.clock.now())
        return self.count()

    def today(self) -> date:
        """Return the day in Stockholm."""
        return self.clock.now().astimezone(ZONE).date()

    def count(self) -> int:
        """Count the cases whose log has grown since last time, and what is open."""
        changed = self.shelf.uncounted()
        for case_id in changed:
            try:
                self._count(case_id)
            except Exception:  # one broken case may not stop all the others
                LOG.exception("case %s could not be counted", case_id)
        self.shelf.count_passed(self.clock.now())
        self.shelf.count_waiting(self.clock.now())
        return len(changed)

    @retried
    def _count(self, case_id: str) -> None:
        """Count a case; nobody waits while its log is run again, so it may have grown meanwhile."""
        with self.store.transaction() as unit:
            log = unit.log(case_id)
        if is_erased(log):  # it stays what it was last counted as
            return
        found = counted(log, taken_by(log, self.published))
        with self.store.transaction() as unit:
            unit.case(case_id)
            unit.tallies.keep(case_id, log[-1].sequence, unit.tallies.of(case_id), found)
