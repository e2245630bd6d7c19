"""Accounts as rows: the port `engine.entrance.ownaccount.AccountBook`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from engine.db import rows
from engine.db.tables import people, recovery_codes, second_factors, sittings
from engine.db.trail import Noted, add
from engine.entrance.account import Account, Source
from engine.entrance.secondfactor import SecondFactor
from engine.errors import Conflict, NotFound
from engine.model import Actor
from engine.secrecy.vault import Compartment, Vault

PLACE = ("konton", "engangskoder")
"""Where the key is with which the secrets of authenticators are sealed: no case's, no agency's."""
TAKEN = "Det finns redan ett konto med det namnet."
LIVING = sittings.c.ended_at.is_(None)
CONFIRMED = second_factors.c.confirmed_at.is_not(None)
ALL = select(people, CONFIRMED.label("confirmed")).outerjoin(
    second_factors, second_factors.c.person == people.c.id
)


def end_sittings(
    connection: Connection, person: str, at: datetime, only: str | None = None,
    but: str | None = None,
) -> int:  # fmt: skip
    """End somebody's sittings, or only one of them, or all but one; return how many."""
    mine: ColumnElement[bool] = (sittings.c.person == person) & LIVING
    mine = mine & (sittings.c.id == only) if only else mine
    mine = mine & (sittings.c.id != but) if but else mine
    return int(connection.execute(update(sittings).where(mine).values(ended_at=at)).rowcount)


class SqlAccounts:
    """The accounts, inside one transaction."""

    def __init__(self, connection: Connection, vault: Vault, channel: str) -> None:
        self._db, self._vault, self._channel = connection, vault, channel

    def all(self) -> Sequence[Account]:
        """Return all accounts, by agency and name."""
        ordered = ALL.order_by(people.c.agency, people.c.name)
        return [_account(row) for row in self._db.execute(ordered).mappings()]

    def one(self, person: str) -> Account:
        """Return an account, or raise NotFound; others who want to change it wait."""
        query = ALL.where(people.c.id == person).with_for_update(of=people)
        row = self._db.execute(query).mappings().first()
        if row is None:
            raise NotFound(f"account {person}")
        return _account(row)

    def password_hash(self, person: str) -> str:
        """Return what is kept of somebody's password."""
        query = select(people.c.password_hash).where(people.c.id == person)
        return str(self._db.execute(query).scalar_one())

    def add(
        self, actor: Actor, source: Source, password_hash: str = "",
        subject: tuple[str, str] | None = None, given_at: datetime | None = None,
    ) -> None:  # fmt: skip
        """Keep a new account; `subject` is the issuer and its name for somebody.

        `given_at` is when its password was given to the person; None if they chose it.
        Raises Conflict when there is one of that name.
        """
        row = _row(actor) | {"source": source, "password_hash": password_hash,
                             "password_given_at": given_at}  # fmt: skip
        if subject:
            row |= {"issuer": subject[0], "subject": subject[1]}
        try:
            self._db.execute(insert(people), row)
        except IntegrityError as error:
            raise Conflict(TAKEN) from error

    def of_subject(self, issuer: str, subject: str) -> Account | None:
        """Return the account of somebody whom a provider knows, if there is one."""
        mine = (people.c.issuer == issuer) & (people.c.subject == subject)
        row = self._db.execute(ALL.where(mine)).mappings().first()
        return _account(row) if row else None

    def change(self, person: str, **values: Any) -> None:
        """Write the columns of an account anew."""
        self._db.execute(update(people).where(people.c.id == person).values(**values))

    def rewrite(self, actor: Actor) -> None:
        """Write anew who somebody is, and what they may."""
        self.change(actor.id, **_row(actor))

    def end_sittings(self, person: str, at: datetime, but: str | None = None) -> int:
        """End somebody's sittings, or all but one."""
        return end_sittings(self._db, person, at, but=but)

    def factor(self, person: str) -> SecondFactor | None:
        """Return somebody's second factor, confirmed or not; others who want it wait."""
        query = select(second_factors).where(second_factors.c.person == person).with_for_update()
        row = self._db.execute(query).mappings().first()
        if row is None:
            return None
        return SecondFactor(**{**row, "secret": self._vault.open(_place(person), row["secret"])})

    def keep_factor(self, factor: SecondFactor) -> None:
        """Keep a second factor in place of the one there was, its secret sealed."""
        secret = self._vault.seal(_place(factor.person), factor.secret)
        mine = second_factors.c.person == factor.person
        self._db.execute(delete(second_factors).where(mine))
        self._db.execute(insert(second_factors), {**vars(factor), "secret": secret})

    def forget_factor(self, person: str) -> None:
        """Forget somebody's second factor and their recovery codes."""
        self._db.execute(delete(second_factors).where(second_factors.c.person == person))
        self._db.execute(delete(recovery_codes).where(recovery_codes.c.person == person))

    def keep_codes(self, person: str, digests: Iterable[str]) -> None:
        """Keep recovery codes in place of those there were."""
        self._db.execute(delete(recovery_codes).where(recovery_codes.c.person == person))
        new = [{"person": person, "digest": each} for each in digests]
        self._db.execute(insert(recovery_codes), new)

    def use_code(self, person: str, digest: str, at: datetime) -> bool:
        """Say whether it is a recovery code that was not used, and use it."""
        mine = (recovery_codes.c.person == person) & (recovery_codes.c.digest == digest)
        unused = update(recovery_codes).where(mine, recovery_codes.c.used_at.is_(None))
        return self._db.execute(unused.values(used_at=at)).rowcount == 1

    def codes_left(self, person: str) -> int:
        """Return how many recovery codes have not been used."""
        mine = (recovery_codes.c.person == person) & recovery_codes.c.used_at.is_(None)
        query = select(func.count()).select_from(recovery_codes).where(mine)
        return int(self._db.execute(query).scalar_one())

    def note(self, kind: str, at: datetime, by: Actor | str, **facts: object) -> None:
        """Keep in the trail that something was done with an account."""
        add(self._db, self._channel, Noted(kind, at, by, "accounts", None, facts))


def _account(row: RowMapping) -> Account:
    source = Source(row["source"])
    return Account(rows.actor(row), source, row["locked_at"], bool(row["confirmed"]))


def _row(actor: Actor) -> dict[str, Any]:
    return {"id": actor.id, "name": actor.name, "agency": actor.agency, "team": actor.team,
            "roles": sorted(actor.roles)}  # fmt: skip


def _place(person: str) -> Compartment:
    return Compartment(*PLACE, f"totp {person}")
