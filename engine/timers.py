"""The verb of time: find what is due and move it on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from engine import journal
from engine.ending import settle_end
from engine.errors import NotFound, Stale, Unavailable
from engine.failures import failed
from engine.model import Timer
from engine.ports import Clock, Processes, Store, Unit
from engine.retry import retried

BATCH = 100
LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Timers:
    """Fires timers; any number of workers may do so at once."""

    store: Store
    processes: Processes
    clock: Clock
    deliver: Callable[[str], None]

    def fire_due(self) -> int:
        """Fire everything that is due now and return how many; what follows may be due as well.

        Other workers pass by what this one has taken. What fails becomes an incident and waits
        for a person; it never holds up the others. Raises Unavailable.
        """
        fired = 0
        while taken := self.store.take_due(self.clock.now(), BATCH):
            done = sum(self._tried(timer) for timer in taken)
            if not done:
                break  # what is left was given back: the next round tries it again
            fired += done
        return fired

    def fire_now(self, instance_id: str, path: str) -> None:
        """Fire one timer that is due, whoever has taken it; what fails is raised.

        Raises NotFound when it does not wait any more.
        """
        with self.store.transaction() as unit:
            waiting = unit.instance(instance_id).timers
        timer = next((each for each in waiting if each.path == path), None)
        if timer is None:
            raise NotFound(f"timer {path}")
        case_id = self._fire(timer)
        if case_id is not None:
            self.deliver(case_id)

    def _tried(self, timer: Timer) -> bool:
        try:
            case_id = self._fire(timer)
            if case_id is not None:
                self.deliver(case_id)
        except NotFound:
            return False  # its process has ended meanwhile
        except Stale:
            self.store.give_back(timer)  # others write in the case all the time
            return False
        except Unavailable:
            raise  # no fault of the timer's: when its lease has ended it is taken again
        except Exception as error:  # the worker is an end: one broken timer stops no other
            LOG.exception("timer %s of instance %s failed", timer.path, timer.instance_id)
            self._report(timer, error)
            return False
        return case_id is not None

    def _report(self, timer: Timer, error: Exception) -> None:
        place = {"instance_id": timer.instance_id, "element": timer.path}
        self.store.report(failed(error, "timer", "fire", self.clock.now(), **place))

    @retried
    def _fire(self, timer: Timer) -> str | None:
        """Fire one timer and return its case; None when another worker has done it."""
        now = self.clock.now()
        with self.store.transaction() as unit:
            instance = unit.instance(timer.instance_id)
            if timer not in instance.timers:
                return None
            if timer.reminds:
                return self._remind(unit, timer, now)
            step = self.processes.fire(instance, timer, now)
            unit.save(step.instance)
            unit.send(step.sent)
            ended = settle_end(unit, step, now)
            followed = journal.consequences(instance, step, now, None)
            unit.record([journal.fired(instance, step, timer, now), *followed, *ended])
        return instance.case_id

    @staticmethod
    def _remind(unit: Unit, timer: Timer, now: datetime) -> str | None:
        task = unit.instance(timer.instance_id).task(timer.reminds or "")
        if task is None:
            return None
        unit.remind(task.id, timer)
        unit.record([journal.reminded(task, timer, now)])
        return task.case_id
