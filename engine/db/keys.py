"""The keys of compartments, in a store of their own that no backup of the database contains."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap, aes_key_wrap
from sqlalchemy import Boolean, Column, Engine, LargeBinary, MetaData, String, Table, select, update
from sqlalchemy.exc import IntegrityError

from engine.db.connection import WRITES, connect
from engine.errors import Erased

METADATA = MetaData()
KEPT = 5_000
"""How many keys a process keeps at hand."""

keys = Table(
    "keys",
    METADATA,
    Column("case_id", String(36), primary_key=True),
    Column("agency", String(40), primary_key=True),
    Column("wrapped", LargeBinary(64), nullable=False),
    Column("destroyed", Boolean, nullable=False, default=False),
)


@dataclass
class SqlKeys:
    """Keys in a database that holds nothing else, each wrapped by the master key (RFC 3394)."""

    database: Engine
    master: bytes
    _at_hand: OrderedDict[tuple[str, str], bytes] = field(default_factory=OrderedDict)

    @classmethod
    def at(cls, url: str, master: bytes) -> SqlKeys:
        """Open the key store at this URL; it is made if it is missing."""
        database = connect(url)
        METADATA.create_all(database)
        return cls(database, master)

    def key(self, case_id: str, agency: str) -> bytes:
        """Return the key of a compartment, made on first use. Raises Erased."""
        place = (case_id, agency)
        if place not in self._at_hand:
            self._at_hand[place] = self._stored(place) or self._made(place)
            while len(self._at_hand) > KEPT:
                self._at_hand.popitem(last=False)
        return self._at_hand[place]

    def destroy(self, case_id: str, agency: str) -> None:
        """Destroy the key of a compartment for ever; it is never made again."""
        self.key(case_id, agency)  # so that there is a row that says it is destroyed
        del self._at_hand[case_id, agency]
        mine = (keys.c.case_id == case_id) & (keys.c.agency == agency)
        with self.database.connect().execution_options(**WRITES) as connection, connection.begin():
            connection.execute(update(keys).where(mine).values(wrapped=b"", destroyed=True))

    def _stored(self, place: tuple[str, str]) -> bytes | None:
        query = select(keys).where(keys.c.case_id == place[0], keys.c.agency == place[1])
        with self.database.connect() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            return None
        if row["destroyed"]:
            raise Erased(f"the compartment of {place[1]} in case {place[0]} is erased")
        return aes_key_unwrap(self.master, row["wrapped"])

    def _made(self, place: tuple[str, str]) -> bytes:
        new = AESGCM.generate_key(256)
        row = {"case_id": place[0], "agency": place[1], "wrapped": aes_key_wrap(self.master, new)}
        writing = self.database.connect().execution_options(**WRITES)
        try:
            with writing as connection, connection.begin():
                connection.execute(keys.insert().values(row))
        except IntegrityError:  # another process made it at the same moment
            return self._stored(place) or self._made(place)
        return new
