"""Who comes in: passwords, and the sittings of those who are signed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, bindparam, delete, insert, select, update

from engine import passwords
from engine.access import OFFICES, SYSTEM
from engine.db import rows
from engine.db.accountbook import LIVING, end_sittings
from engine.db.connection import writing
from engine.db.prepared import Prepared
from engine.db.publications import NEWEST
from engine.db.tables import people, sittings
from engine.entrance.account import GIVEN, GIVEN_TOO_LONG_AGO, Source
from engine.entrance.sittings import STEP, Limits, Present, Sitting, Way, id_of, new_token
from engine.errors import InvalidAnswers
from engine.model import Actor
from engine.ports import Clock, Models

KEPT = timedelta(days=90)
"""How long it is kept that somebody was signed in; the trail tells of it for ever."""
WHO = (people.c.id, people.c.name, people.c.agency, people.c.roles, people.c.team)
LOCK = (people.c.source, people.c.locked_at, people.c.password_given_at)
TIMES = (sittings.c.opened_at, sittings.c.seen_at, sittings.c.way)
SITTING = Prepared(
    select(*WHO, *LOCK, *TIMES, NEWEST.scalar_subquery().label("newest"))
    .join_from(people, sittings, sittings.c.person == people.c.id)
    .where(sittings.c.id == bindparam("this_sitting"), LIVING)
)
"""Asked by every request."""


@dataclass(frozen=True)
class Doorway:
    """Lets people in, and knows who is in."""

    database: Engine
    models: Models
    clock: Clock
    limits: Limits
    demo: bool
    """Whether the demonstration's people may come in: never by rows that are left of them."""

    def sign_in(self, name: str, password: str) -> Actor | None:
        """Return the person with a local account if the password is right, else None.

        Raises InvalidAnswers when it is right, but was given to them too long ago.
        """
        query = select(*WHO, *LOCK, people.c.password_hash).where(people.c.id == name)
        with self.database.connect() as connection:
            row = connection.execute(query).mappings().first()
        local = row is not None and row["source"] != Source.OIDC and self._may_enter(row)
        stored = row["password_hash"] if row is not None and local else passwords.NOBODY
        right = passwords.matches(password, stored)  # takes as long for a name that is not there
        if row is None or not local or not right:
            return None
        given_at = row["password_given_at"]
        if given_at and self.clock.now() >= given_at + GIVEN:
            raise InvalidAnswers({"losenord": GIVEN_TOO_LONG_AGO})
        return rows.actor(row)

    def open(self, person: Actor, way: Way, browser: str) -> str:
        """Begin a sitting, and return the token that the browser keeps."""
        token, now = new_token(), self.clock.now()
        row = {"id": id_of(token), "person": person.id, "opened_at": now, "seen_at": now,
               "browser": browser[:60], "way": way}  # fmt: skip
        old = (sittings.c.person == person.id) & (sittings.c.opened_at < now - KEPT)
        with writing(self.database) as connection:
            connection.execute(delete(sittings).where(old))
            connection.execute(insert(sittings), row)
        return token

    def reader(self, token: str, *, counts: bool = True) -> Present | None:
        """Return who sits there, in one statement; None when the sitting is over.

        What a page asks for by itself does not count: it keeps nobody signed in.
        """
        now, sitting = self.clock.now(), id_of(token)
        with self.database.connect() as connection:
            row = SITTING.first(connection, {"this_sitting": sitting})
        if row is None or not self._may_enter(row) or self._is_over(row, now):
            return None
        if counts and now - row["seen_at"] >= STEP:
            self._see(sitting, now)
        return self._present(row, sitting, now)

    def sittings(self, person: str) -> Sequence[Sitting]:
        """Return where somebody is signed in now, the newest first."""
        now, columns = self.clock.now(), [c for c in sittings.c if c.name != "ended_at"]
        query = select(*columns).where(sittings.c.person == person, LIVING)
        with self.database.connect() as connection:
            found = connection.execute(query.order_by(sittings.c.opened_at.desc())).mappings().all()
        return [Sitting(**{**each, "way": Way(each["way"])})
                for each in found if not self._is_over(each, now)]  # fmt: skip

    def end(self, person: str, *, only: str | None = None, but: str | None = None) -> int:
        """End somebody's sittings, or only one of them, or all but one; return how many."""
        with writing(self.database) as connection:
            return end_sittings(connection, person, self.clock.now(), only, but)

    def showed_both(self, sitting: str) -> None:
        """Keep that the person in a sitting has shown a second factor, too."""
        with writing(self.database) as connection:
            mine = update(sittings).where(sittings.c.id == sitting)
            connection.execute(mine.values(way=Way.BOTH))

    def demo_people(self) -> Sequence[Actor]:
        """Return the demonstration's people, if they may come in."""
        query = select(*WHO).where(people.c.source == Source.DEMO)
        if not self.demo:
            return ()
        with self.database.connect() as connection:
            found = connection.execute(query.order_by(people.c.agency, people.c.name)).mappings()
            return [rows.actor(row) for row in found]

    def _may_enter(self, row: Any) -> bool:
        """Say whether an account is one that comes in by this door: never a program's."""
        is_open = row["locked_at"] is None and SYSTEM not in row["roles"]
        return is_open and (self.demo or row["source"] != Source.DEMO)

    def _is_over(self, row: Any, now: datetime) -> bool:
        return self.limits.is_over(row["opened_at"], row["seen_at"], now)

    def _see(self, sitting: str, now: datetime) -> None:
        with writing(self.database) as connection:
            mine = update(sittings).where(sittings.c.id == sitting)
            connection.execute(mine.values(seen_at=now))

    def _present(self, row: Any, sitting: str, now: datetime) -> Present:
        longest = row["opened_at"] + self.limits.longest - now
        agency = OFFICES.get(row["agency"]) or (
            self.models.registers(row["newest"]).agencies[row["agency"]].name
        )
        return Present(
            rows.actor(row), agency, sitting, Way(row["way"]), row["source"] == Source.LOCAL,
            row["password_given_at"] is not None,
            int(self.limits.idle.total_seconds()), int(longest.total_seconds()),
        )  # fmt: skip
