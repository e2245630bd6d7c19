"""The books of a transaction: each is about one thing beside the processes themselves."""

from __future__ import annotations

from sqlalchemy import Connection

from engine.db import contacts, errands
from engine.db.analysis import SqlTallies
from engine.db.extracts import SqlExtracts
from engine.db.figures import SqlFigures
from engine.db.habits import SqlHabits
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
from engine.secrecy.vault import Vault


class Books:
    """The books, on the transaction's connection."""

    def __init__(self, connection: Connection, vault: Vault, channel: str) -> None:
        self._db = connection
        self._vault = vault
        self.ledger = Ledger(connection, vault, channel)
        self.contacts = contacts.Book(connection, vault)
        self.errands = errands.Book(connection, vault)
        self.extracts = SqlExtracts(connection, vault)
        self.figures = SqlFigures(connection)
        self.habits = SqlHabits(connection)
        self.modeldrafts = SqlDrafts(connection)
        self.moves = SqlMoves(connection)
        self.papers = SqlPapers(connection, vault)
        self.protection = SqlShelter(connection, vault)
        self.retention = SqlRetention(connection, vault)
        self.publications = SqlPublications(connection)
        self.rehearsals = SqlRehearsals(connection)
        self.regions = SqlRegions(connection)
        self.staff = SqlStaff(connection, vault)
        self.tallies = SqlTallies(connection, vault)
