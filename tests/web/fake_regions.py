"""Regions as the pages ask for them, with canned answers."""

from dataclasses import dataclass
from typing import Any

from engine.casebook.regions import RegionOfCase
from engine.errors import InvalidAnswers, NotFound
from engine.model import Actor


@dataclass
class FakeRegions:
    """Both sides of the regions of cases; `told` is the engine's own account."""

    told: Any

    def choices(self) -> dict[str, str]:
        return {"syd": "Syd", "ost": "Öst", "okand": "Inte känd än"}

    def shown(self, actor: Actor, case_id: str) -> RegionOfCase | None:
        if actor.agency != "socialtjansten":
            return None
        return RegionOfCase(case_id, "SSP-2026-0142", "ost", self.choices())

    def to_change(self, actor: Actor, case_id: str) -> RegionOfCase:
        found = self.shown(actor, case_id)
        if found is None:
            raise NotFound(case_id)
        return found

    def change(
        self, actor: Actor, case_id: str, region: str, reason: str, _command: Any = None
    ) -> None:
        if not reason:
            raise InvalidAnswers({"skal": "Välj varför regionen ändras"})
        self.told.did("region", actor, case_id, region, reason)
