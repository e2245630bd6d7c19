"""Extracts for a party, as rows; what was chosen is sealed in the agency's compartment."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select, update

from engine.db.protection import SqlShelter
from engine.db.queries import Queries
from engine.db.tables import extracts, people
from engine.errors import Erased, NotFound, Stale
from engine.model import Actor
from engine.secrecy.extracts import Choice, Extract
from engine.secrecy.protected import Held
from engine.secrecy.vault import Compartment, Vault


class SqlExtracts:
    """The port `engine.secrecy.extracts.ExtractDrawer`."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._db, self._vault = connection, vault

    def keep(self, extract: Extract) -> None:
        """Keep a new one."""
        choices = {key: asdict(choice) for key, choice in extract.choices.items()}
        sealed = self._vault.seal(_place(extract.case_id, extract.agency, extract.id), choices)
        self._db.execute(insert(extracts).values({**vars(extract), "choices": sealed}))

    def one(self, case_id: str, extract_id: str) -> Extract:
        """Return one, or raise NotFound."""
        this = (extracts.c.id == extract_id) & (extracts.c.case_id == case_id)
        row = self._db.execute(select(extracts).where(this)).mappings().first()
        if row is None:
            raise NotFound(f"extract {extract_id}")
        return opened(self._vault, row)

    def approve(self, extract: Extract) -> None:
        """Keep the approval. Raises Stale if somebody else was first."""
        waiting = (extracts.c.id == extract.id) & extracts.c.approved_by.is_(None)
        values = {"approved_by": extract.approved_by, "approved_at": extract.approved_at}
        if self._db.execute(update(extracts).where(waiting).values(values)).rowcount == 0:
            raise Stale(f"extract {extract.id} has changed")


def opened(vault: Vault, row: RowMapping) -> Extract:
    """Return an extract; one of an erased compartment has nothing in it."""
    values: dict[str, Any] = dict(row)
    try:
        told = vault.open(_place(row["case_id"], row["agency"], row["id"]), row["choices"])
    except Erased:
        told = {}
    values["choices"] = {key: Choice(**each) for key, each in told.items()}
    return Extract(**values)


def _place(case_id: str, agency: str, extract_id: str) -> Compartment:
    return Compartment(case_id, agency, f"partsutdrag {extract_id}")


@dataclass(frozen=True)
class ExtractPage:
    """What can be chosen, and the newest extract of the reader's agency, if there is one."""

    case_id: str
    case_number: str
    held: tuple[Held, ...]
    newest: Extract | None
    names: dict[str, str]


@dataclass(frozen=True)
class ExtractFile:
    """Reads extracts for one reader."""

    queries: Queries

    def page(self, actor: Actor, case_id: str) -> ExtractPage:
        """Return what can be chosen; NotFound for a case the agency takes no part in."""
        vault = self.queries.vault
        with self.queries.database.connect() as connection:
            number = self.queries.number(connection, actor, case_id, "extract")
            held = SqlShelter(connection, vault).all_held(actor, case_id)
            mine = (extracts.c.case_id == case_id) & (extracts.c.agency == actor.agency)
            query = select(extracts).where(mine).order_by(extracts.c.made_at.desc()).limit(1)
            row = connection.execute(query).mappings().first()
            known = select(people.c.id, people.c.name).where(people.c.agency == actor.agency)
            names = {each.id: each.name for each in connection.execute(known)}
        newest = opened(vault, row) if row else None
        return ExtractPage(case_id, number, tuple(held), newest, names)
