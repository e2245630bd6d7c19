"""Accounts of agencies' systems as rows; each stands among the people, too, without a password.

So the log, jäv and tasks know it as they know everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, RowMapping, delete, insert, select, update

from engine.accounts.account import ServiceAccount
from engine.accounts.issuing import Accounts
from engine.accounts.repeats import Repeat, Repeats
from engine.db.connection import upsert, writing
from engine.db.tables import people, repeats, service_accounts
from engine.db.trail import Trail
from engine.model import Agency

NO_PASSWORD = "!"  # noqa: S105  no hash is like it
FIELDS = tuple(ServiceAccount.__dataclass_fields__)


def accounts_of(trail: Trail, agencies: Callable[[], Mapping[str, Agency]]) -> Accounts:
    """Return the verbs on accounts, on the database of the trail."""
    database, clock = trail.database, trail.clock
    return Accounts(
        SqlAccounts(database), Repeats(SqlRepeats(database), clock), trail, clock, agencies
    )


@dataclass(frozen=True)
class SqlAccounts:
    """Accounts, each call a transaction."""

    database: Engine

    def add(self, account: ServiceAccount, digest: str) -> None:
        """Keep a new account."""
        row = {name: getattr(account, name) for name in FIELDS} | {"digest": digest}
        row |= {"roles": sorted(account.roles), "scopes": sorted(account.scopes)}
        actor = account.actor
        person = {"id": actor.id, "name": actor.name, "agency": actor.agency,
                  "roles": sorted(actor.roles), "password_hash": NO_PASSWORD}  # fmt: skip
        with writing(self.database) as connection:
            connection.execute(insert(people).values(person))
            connection.execute(insert(service_accounts).values(row))

    def all(self) -> Sequence[ServiceAccount]:
        """Return all accounts, the newest first."""
        newest = service_accounts.c.created_at.desc(), service_accounts.c.id
        with self.database.connect() as connection:
            found = connection.execute(select(service_accounts).order_by(*newest)).mappings()
            return [_account(row) for row in found]

    def by_digest(self, digest: str) -> ServiceAccount | None:
        """Return the account with this digest of a token."""
        query = select(service_accounts).where(service_accounts.c.digest == digest)
        with self.database.connect() as connection:
            row = connection.execute(query).mappings().first()
        return _account(row) if row else None

    def revoke(self, account_id: str, at: datetime) -> bool:
        """End an account; False if there is none that stands."""
        mine = (service_accounts.c.id == account_id) & service_accounts.c.revoked_at.is_(None)
        with writing(self.database) as connection:
            ended = connection.execute(update(service_accounts).where(mine).values(revoked_at=at))
            return ended.rowcount > 0

    def used(self, account_id: str, at: datetime) -> None:
        """Keep when it was last used."""
        mine = update(service_accounts).where(service_accounts.c.id == account_id)
        with writing(self.database) as connection:
            connection.execute(mine.values(last_used_at=at))


@dataclass(frozen=True)
class SqlRepeats:
    """Keys of commands, each call a transaction."""

    database: Engine

    def begin(self, repeat: Repeat, forget_before: datetime) -> Repeat:
        """Keep what a key is used for, unless it is known; return what is known of it."""
        mine = (repeats.c.account == repeat.account) & (repeats.c.key == repeat.key)
        with writing(self.database) as connection:
            connection.execute(delete(repeats).where(repeats.c.at < forget_before))
            new = upsert(connection, repeats).values(vars(repeat)).on_conflict_do_nothing()
            connection.execute(new)
            row = connection.execute(select(repeats).where(mine)).mappings().one()
        return Repeat(**row)

    def answer(self, account: str, key: str, answer: Mapping[str, Any]) -> None:
        """Keep what was answered."""
        mine = (repeats.c.account == account) & (repeats.c.key == key)
        with writing(self.database) as connection:
            connection.execute(update(repeats).where(mine).values(answer=dict(answer)))


def _account(row: RowMapping) -> ServiceAccount:
    found = ServiceAccount(**{name: row[name] for name in FIELDS})
    return replace(found, roles=frozenset(found.roles), scopes=frozenset(found.scopes))
