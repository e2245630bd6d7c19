"""What a transaction has for an agency's own part of a case: its contacts and its errands."""

from __future__ import annotations

from sqlalchemy import Connection

from engine.db import contacts, errands
from engine.vault import Vault


class Books:
    """The books of a transaction, on its connection."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._db = connection
        self._vault = vault
        self.contacts = contacts.Book(connection, vault)
        self.errands = errands.Book(connection, vault)
