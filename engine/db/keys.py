"""The keys of compartments, in a store of their own that no backup of the database contains."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Engine,
    LargeBinary,
    MetaData,
    String,
    Table,
    event,
    select,
    update,
)  # fmt: skip
from sqlalchemy.exc import IntegrityError

from engine.db.connection import connect, upsert, writing
from engine.errors import Erased, Unreadable

METADATA = MetaData()
NEITHER = "En nyckel öppnas varken av den gamla eller den nya huvudnyckeln. Ingenting är ändrat."
KEPT = 5_000
"""How many keys a process keeps at hand."""
FRESH = 20.0
"""For how many seconds: then it asks again which have been destroyed by other processes."""
Place = tuple[str, str]
"""A case, and the agency whose part of it the key is for."""

keys = Table(
    "keys",
    METADATA,
    Column("case_id", String(36), primary_key=True),
    Column("agency", String(40), primary_key=True),
    Column("wrapped", LargeBinary(64), nullable=False),
    Column("destroyed", Boolean, nullable=False, default=False),
)
LIVING = keys.c.destroyed.is_(False)
OUTSIDE = {"isolation_level": "AUTOCOMMIT"}


@dataclass
class SqlKeys:
    """Keys in a database that holds nothing else, each wrapped by the master key (RFC 3394).

    `gone` tells of which keys there are tombstones elsewhere. An older copy of the key store may
    have them still: no such key is ever used, and in the store it is destroyed anew. `bury` tells
    elsewhere that one is.
    """

    database: Engine
    master: bytes
    gone: Callable[[], Iterable[Place]] = tuple
    bury: Callable[[Place], None] = lambda _: None
    _at_hand: OrderedDict[Place, bytes] = field(default_factory=OrderedDict)
    _gone: set[Place] = field(default_factory=set)
    _until: float = 0.0

    @classmethod
    def at(
        cls, url: str, master: bytes, gone: Callable[[], Iterable[Place]] = tuple,
        bury: Callable[[Place], None] = lambda _: None,
    ) -> SqlKeys:  # fmt: skip
        """Open the key store at this URL; it is made if it is missing."""
        database = connect(url)
        if database.dialect.name == "sqlite":
            event.listen(database, "connect", _wipe)
        METADATA.create_all(database)
        return cls(database, master, gone, bury)

    def key(self, case_id: str, agency: str) -> bytes:
        """Return the key of a compartment, made on first use. Raises Erased."""
        place = (case_id, agency)
        if monotonic() >= self._until:
            self._ask_again()
        if place in self._gone:
            raise _erased(place)
        found = self._at_hand.get(place)
        if found is None:
            found = self._at_hand[place] = self._stored(place) or self._made(place)
            while len(self._at_hand) > KEPT:
                self._at_hand.popitem(last=False)
        return found

    def destroy(self, case_id: str, agency: str) -> None:
        """Destroy the key of a compartment for ever; it is never made again."""
        self._at_hand.pop((case_id, agency), None)
        self.bury((case_id, agency))
        with writing(self.database) as connection:
            self._overwrite(connection, [(case_id, agency)])
        self._sweep()

    def rewrap(self, master: bytes) -> int:
        """Wrap every key with another master key, and go on with that; return how many there were.

        What is wrapped with it already stays: so it can be done again, for keys that a process
        made with the old one meanwhile. Raises Unreadable, and changes nothing, when a key is
        opened by neither.
        """
        with writing(self.database) as connection:
            living = connection.execute(select(keys).where(LIVING).with_for_update()).all()
            for row in living:
                new = aes_key_wrap(master, self._unwrapped(row.wrapped, master))
                mine = (keys.c.case_id == row.case_id) & (keys.c.agency == row.agency)
                connection.execute(update(keys).where(mine).values(wrapped=new))
        self._sweep()
        self.master = master
        return len(living)

    def ping(self) -> None:
        """Ask the store for an answer; raises SQLAlchemyError when there is none."""
        with self.database.connect() as connection:
            connection.execute(select(1))

    def _ask_again(self) -> None:
        """Forget what is at hand, and destroy what has a tombstone and is still in the store."""
        self._at_hand.clear()
        self._until = monotonic() + FRESH
        new = set(self.gone()) - self._gone
        self._gone |= new
        if back := self._living() & new if new else ():
            with writing(self.database) as connection:
                self._overwrite(connection, sorted(back))
            self._sweep()

    def _living(self) -> set[Place]:
        with self.database.connect() as connection:
            left = connection.execute(select(keys.c.case_id, keys.c.agency).where(LIVING))
            return {(row.case_id, row.agency) for row in left}

    def _overwrite(self, connection: Connection, places: Iterable[Place]) -> None:
        for case_id, agency in places:
            row = {"case_id": case_id, "agency": agency, "wrapped": b"", "destroyed": True}
            new = upsert(connection, keys).values(row)
            over = {"wrapped": b"", "destroyed": True}
            connection.execute(
                new.on_conflict_do_update(index_elements=["case_id", "agency"], set_=over)
            )

    def _sweep(self) -> None:
        """Let nothing of an old row stay in the files of the store."""
        if self.database.dialect.name == "sqlite":
            raw = self.database.raw_connection()
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            raw.close()
            return
        with self.database.connect().execution_options(**OUTSIDE) as connection:
            connection.exec_driver_sql("VACUUM keys")

    def _unwrapped(self, wrapped: bytes, other: bytes) -> bytes:
        for master in (self.master, other):
            try:
                return aes_key_unwrap(master, wrapped)
            except InvalidUnwrap:
                continue
        raise Unreadable(NEITHER)

    def _stored(self, place: tuple[str, str]) -> bytes | None:
        query = select(keys).where(keys.c.case_id == place[0], keys.c.agency == place[1])
        with self.database.connect() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            return None
        if row["destroyed"]:
            raise _erased(place)
        return aes_key_unwrap(self.master, row["wrapped"])

    def _made(self, place: tuple[str, str]) -> bytes:
        new = AESGCM.generate_key(256)
        row = {"case_id": place[0], "agency": place[1], "wrapped": aes_key_wrap(self.master, new)}
        try:
            with writing(self.database) as connection:
                connection.execute(keys.insert().values(row))
        except IntegrityError:  # another process made it at the same moment
            return self._stored(place) or self._made(place)
        return new


def _erased(place: Place) -> Erased:
    return Erased(f"the compartment of {place[1]} in case {place[0]} is erased")


def _wipe(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA secure_delete=ON")  # what is overwritten is filled with zeros
