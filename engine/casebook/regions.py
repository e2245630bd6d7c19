"""Which region a case belongs to: what coordination and statistics are divided by.

It says roughly where somebody is. So it is not a part of the case that all who take part read:
those who open a case may say it, and Socialtjänsten and the regionkoordinator keep it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from engine.errors import InvalidAnswers, NotAllowed, NotFound
from engine.model import Actor, Command, Event
from engine.ports import Clock, Processes, Store
from engine.refusals import watched
from engine.registers import Registers, regions_of
from engine.retry import retried
from engine.staff.conflicts import require_free

KEEPERS = frozenset({"socialtjansten", "regionkoordinator"})
REASONS = {
    "okand_forst": "Regionen var inte känd när ärendet öppnades",
    "flyttat": "Personen vistas i en annan region",
    "samrad": "Regionkoordinatorerna har kommit överens",
    "fel": "Fel region hade angetts",
}
"""Why a case changes region: the code stands in the log, and no free text about anybody."""


class RegionBook(Protocol):
    """What a transaction can do to the region of a case; see `engine.db.regions`."""

    def of(self, case_id: str) -> str:
        """Return its code; NO_REGION while nobody has said."""
        ...

    def keep(self, case_id: str, region: str) -> None:
        """Write it down."""
        ...


@dataclass(frozen=True)
class RegionOfCase:
    """A case's region as its keepers see it, and those there are to choose from."""

    case_id: str
    number: str
    code: str
    choices: Mapping[str, str]
    """Code → name."""

    @property
    def name(self) -> str:
        """Return the name of the region."""
        return self.choices.get(self.code, self.code)


def keeps_region(actor: Actor) -> bool:
    """Say whether an actor's agency may read and change the regions of its cases."""
    return actor.agency in KEEPERS


def require_region(registers: Registers, region: str) -> None:
    """Refuse a code that is none of the register's. Raises InvalidAnswers."""
    if region not in regions_of(registers):
        raise InvalidAnswers({"region": "Välj en region, eller att den inte är känd än"})


@dataclass(frozen=True)
class Regions:
    """What the keepers of a case's region can do."""

    store: Store
    processes: Processes
    clock: Clock

    @watched
    @retried
    def change(
        self, actor: Actor, case_id: str, region: str, reason: str, command_id: str | None = None
    ) -> None:
        """Let a case belong to another region, for a reason (a code); the log tells both.

        Raises NotFound for those who do not take part, NotAllowed for those who do not keep it,
        or InvalidAnswers without a region of the register or a reason.
        """
        now, command = self.clock.now(), Command.given(command_id, actor, "change_region", case_id)
        with self.store.transaction() as unit:
            if unit.result_of(command):
                return
            case = unit.case(case_id)
            require_free(unit.staff.disqualifications, actor, case_id)
            if not unit.participates(case_id, actor.agency):
                raise NotFound(f"{actor.agency} takes no part in case {case_id}")
            if not keeps_region(actor):
                raise NotAllowed(f"{actor.agency} does not keep the region")
            before = unit.regions.of(case_id)
            _require_change(self.processes.registers(case.version), before, region, reason)
            unit.regions.keep(case_id, region)
            unit.keep_command(command, now, case_id)
            details = {"region": region, "before": before, "reason": reason}
            unit.record([Event(case_id, "region_changed", now, actor.id, actor.agency,
                               details=details)])  # fmt: skip


def _require_change(registers: Registers, before: str, region: str, reason: str) -> None:
    require_region(registers, region)
    problems = {}
    if region == before:
        problems["region"] = "Välj en annan region än den som ärendet har"
    if reason not in REASONS:
        problems["skal"] = "Välj varför regionen ändras"
    if problems:
        raise InvalidAnswers(problems)
