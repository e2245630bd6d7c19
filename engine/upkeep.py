"""Holds every saved case against its log: what is broken is healed, what differs is an incident."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from engine.errors import Deviation, Unreadable
from engine.failures import failed
from engine.journal import is_erased
from engine.model import Event, Instance
from engine.ports import Clock, Processes, Store
from engine.replay import Replayed, differences, replayed
from engine.retry import retried

CHORE = "ombyggnad"


@dataclass(frozen=True)
class Rebuilt:
    """What came of holding one case against its log."""

    case_id: str
    healed: tuple[str, ...] = ()
    """Processes whose saved state was broken or missing, and is made anew."""
    deviations: tuple[str, ...] = ()
    """`process: what differs`; nothing of it was changed."""


@dataclass(frozen=True)
class Upkeep:
    """The worker's nightly round, and the operator's `skydd rebuild`."""

    store: Store
    processes: Processes
    clock: Clock

    def nightly(self, day: str) -> list[Rebuilt] | None:
        """Rebuild the cases that have changed since the last round; None if another worker does.

        `day` is the ISO date in Stockholm; each day has one round, whoever of the workers starts.
        """
        if not self.store.take_chore(CHORE, day, self.clock.now()):
            return None
        return [self.rebuild(case_id) for case_id in self.store.changed_cases()]

    def rebuild(self, case_id: str) -> Rebuilt:
        """Re-execute the log of a case and compare; heal what cannot be read.

        Raises NotFound. A deviation, or a log that cannot be executed, becomes an incident.
        """
        found = self._compared(case_id)
        if found.deviations:
            error = Deviation("; ".join(found.deviations))
            about = {"case_id": case_id}
            self.store.report(failed(error, "deviation", "rebuild", self.clock.now(), **about))
        return found

    def require_matching(self, case_id: str) -> None:
        """Raise Deviation if a case is still not what its log leads to."""
        found = self._compared(case_id)
        if found.deviations:
            raise Deviation("; ".join(found.deviations))

    def _compared(self, case_id: str) -> Rebuilt:
        try:
            return self._held_against_log(case_id)
        except (Unreadable, LookupError, StopIteration, ValueError, TypeError) as error:
            return Rebuilt(case_id, deviations=(f"loggen kan inte köras: {error}",))

    @retried
    def _held_against_log(self, case_id: str) -> Rebuilt:
        now = self.clock.now()
        with self.store.transaction() as unit:
            log = unit.log(unit.case(case_id).id)
            if is_erased(log):
                return Rebuilt(case_id)
            found = replayed(log, self.processes)
            saved = {i.id: i for i in unit.all_instances(case_id)}
            right = found.instances.values()
            healed = [each for each in right if self._is_broken(saved.get(each.id))]
            for instance in healed:
                unit.heal(instance)
            if healed:
                unit.record([_healed(instance, now) for instance in healed])
            unit.checked(case_id, len(log) + len(healed))
            deviating = self._deviations(saved, found, {i.id for i in healed})
            return Rebuilt(case_id, tuple(i.process for i in healed), tuple(deviating))

    def _is_broken(self, saved: Instance | None) -> bool:
        if saved is None:
            return True
        try:
            self.processes.renewed(saved)
        except Unreadable:
            return True
        return False

    def _deviations(
        self, saved: dict[str, Instance], found: Replayed, healed: set[str]
    ) -> Iterator[str]:
        for entry, process in found.astray:
            yield f"{process}: annat läge efter post {entry.sequence}"
        for id_, instance in saved.items():
            if id_ not in found.instances:
                yield f"{instance.process}: finns inte i loggen"
            elif id_ not in healed:
                names = differences(self.processes.renewed(instance), found.instances[id_])
                if names:
                    yield f"{instance.process}: {', '.join(names)}"


def _healed(instance: Instance, at: datetime) -> Event:
    details = {"process": instance.process, "revision": instance.revision}
    return Event(instance.case_id, "state_healed", at, instance_id=instance.id, details=details)
