"""The books of a transaction: each is about one thing beside the processes themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection

from engine.db import contacts, errands
from engine.db.accountbook import SqlAccounts
from engine.db.analysis import SqlTallies
from engine.db.extracts import SqlExtracts
from engine.db.figures import SqlFigures
from engine.db.habits import SqlHabits
from engine.db.incoming import SqlIncoming
from engine.db.log import Ledger
from engine.db.modeldrafts import SqlDrafts
from engine.db.moves import SqlMoves
from engine.db.papers import SqlPapers
from engine.db.protection import SqlShelter
from engine.db.publishing import SqlPublications
from engine.db.regions import SqlRegions
from engine.db.rehearsals import SqlRehearsals
from engine.db.retention import SqlRetention
from engine.db.staff import SqlStaff
from engine.db.webhooks import SqlWebhooks
from engine.secrecy.vault import Vault

Kept = TypeVar("Kept")


def _book(make: Callable[[Connection, Vault], Kept]) -> cached_property[Kept]:
    """Open a book when it is first asked for: a transaction needs one or two of them."""
    return cached_property(lambda unit: make(unit._db, unit._vault))


class Books:
    """The books, on the transaction's connection."""

    def __init__(self, connection: Connection, vault: Vault, channel: str) -> None:
        self._db = connection
        self._vault = vault
        self.ledger = Ledger(connection, vault, channel)
        self._channel = channel

    contacts = _book(contacts.Book)
    errands = _book(errands.Book)
    extracts = _book(SqlExtracts)
    figures = _book(lambda db, _: SqlFigures(db))
    habits = _book(lambda db, _: SqlHabits(db))
    modeldrafts = _book(lambda db, _: SqlDrafts(db))
    moves = _book(lambda db, _: SqlMoves(db))
    papers = _book(SqlPapers)
    protection = _book(SqlShelter)
    retention = _book(SqlRetention)
    publications = _book(lambda db, _: SqlPublications(db))
    rehearsals = _book(lambda db, _: SqlRehearsals(db))
    regions = _book(lambda db, _: SqlRegions(db))
    staff = _book(SqlStaff)
    tallies = _book(SqlTallies)
    incoming = _book(lambda db, _: SqlIncoming(db))

    @cached_property
    def webhooks(self) -> SqlWebhooks:
        """Open the book of webhooks: what it writes in the trail tells how it came."""
        return SqlWebhooks(self._db, self._vault, self._channel)

    @cached_property
    def people(self) -> SqlAccounts:
        """Open the book of accounts, which writes the trail."""
        return SqlAccounts(self._db, self._vault, self._channel)
