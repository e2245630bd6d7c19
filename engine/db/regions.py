"""Keeps the region of a case, and reads it for those who may know it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from engine.casebook.regions import RegionOfCase, keeps_region
from engine.db.casefile import CaseFile
from engine.db.publications import current_version
from engine.db.tables import cases
from engine.errors import NotFound
from engine.model import Actor
from engine.registers import NO_REGION, regions_of


class SqlRegions:
    """The part `regions` of a unit; the port `engine.casebook.regions.RegionBook`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, case_id: str) -> str:
        """Return the code of a case's region."""
        found = self._db.execute(select(cases.c.region).where(cases.c.id == case_id)).scalar()
        return found or NO_REGION

    def keep(self, case_id: str, region: str) -> None:
        """Write down which region a case belongs to."""
        self._db.execute(update(cases).where(cases.c.id == case_id).values(region=region))


@dataclass(frozen=True)
class RegionFile:
    """The read side."""

    casefile: CaseFile

    def choices(self) -> dict[str, str]:
        """Return what can be chosen when a case is opened; nothing if there is no register."""
        queries = self.casefile.queries
        with queries.database.connect() as connection:
            registers = queries.models.registers(current_version(connection))
        return regions_of(registers) if registers.regions else {}

    def shown(self, actor: Actor, case_id: str) -> RegionOfCase | None:
        """Return the region of a case; None for those who do not keep it, or without a register.

        Raises NotFound, and keeps the attempt, for one who does not take part.
        """
        if not keeps_region(actor):
            return None
        with self.casefile.queries.database.connect() as connection:
            case = self.casefile.require(connection, actor, case_id)
            code = SqlRegions(connection).of(case_id)
        registers = self.casefile.queries.models.registers(case.version)
        if not registers.regions:
            return None
        return RegionOfCase(case.id, case.number, code, regions_of(registers))

    def to_change(self, actor: Actor, case_id: str) -> RegionOfCase:
        """Return the same for the page that changes it. Raises NotFound where there is none."""
        found = self.shown(actor, case_id)
        if found is None:
            self.casefile.queries.deny(actor, "change_region", case_id)
            raise NotFound(f"region of case {case_id}")
        return found
