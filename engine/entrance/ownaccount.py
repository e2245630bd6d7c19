"""The verbs of whoever has an account: passwords, one-time codes. Each is one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from engine import passwords
from engine.entrance.account import Account, Source, password_problem
from engine.entrance.secondfactor import (
    SecondFactor,
    digest_of,
    new_codes,
    new_secret,
    step_of,
)
from engine.errors import Conflict, InvalidAnswers, NotAllowed
from engine.model import Actor
from engine.ports import Clock

WRONG_CODE = "Koden stämmer inte, eller så har den redan använts. Vänta på nästa kod"
PAUSED = "För många felaktiga koder. Vänta fem minuter och försök igen"
WRONG_PASSWORD = "Lösenordet du har nu stämmer inte"  # noqa: S105
DIFFERENT = "Skriv samma lösenord två gånger"
SAME = "Välj ett annat lösenord än det du har nu"
HAS_ONE = "Du har redan en app för engångskoder. En administratör kan nollställa den."


class AccountBook(Protocol):
    """What the verbs ask of the transaction; see `engine.db.accountbook`."""

    def all(self) -> Sequence[Account]: ...  # noqa: D102
    def one(self, person: str) -> Account: ...  # noqa: D102
    def password_hash(self, person: str) -> str: ...  # noqa: D102
    def add(  # noqa: D102
        self, actor: Actor, source: Source, password_hash: str = "",
        subject: tuple[str, str] | None = None, given_at: datetime | None = None,
    ) -> None: ...  # fmt: skip
    def of_subject(self, issuer: str, subject: str) -> Account | None: ...  # noqa: D102
    def change(self, person: str, **values: Any) -> None: ...  # noqa: D102
    def rewrite(self, actor: Actor) -> None: ...  # noqa: D102
    def end_sittings(self, person: str, at: datetime, but: str | None = None) -> int: ...  # noqa: D102
    def factor(self, person: str) -> SecondFactor | None: ...  # noqa: D102
    def keep_factor(self, factor: SecondFactor) -> None: ...  # noqa: D102
    def forget_factor(self, person: str) -> None: ...  # noqa: D102
    def keep_codes(self, person: str, digests: Iterable[str]) -> None: ...  # noqa: D102
    def use_code(self, person: str, digest: str, at: datetime) -> bool: ...  # noqa: D102
    def codes_left(self, person: str) -> int: ...  # noqa: D102
    def note(self, kind: str, at: datetime, by: Actor | str, **facts: object) -> None: ...  # noqa: D102


class AccountUnit(Protocol):
    """One transaction, with the accounts in it."""

    @property
    def people(self) -> AccountBook:
        """The accounts."""
        ...


class AccountStore(Protocol):
    """Where accounts are kept; see `engine.db.store`."""

    def transaction(self) -> AbstractContextManager[AccountUnit]:
        """Commit on the way out; roll back if anything was raised."""
        ...


@dataclass(frozen=True)
class OwnAccount:
    """What somebody does with their own account."""

    store: AccountStore
    clock: Clock

    def has_factor(self, actor: Actor) -> bool:
        """Say whether somebody has to show a one-time code beside the password."""
        with self.store.transaction() as unit:
            return unit.people.one(actor.id).second_factor

    def codes_left(self, actor: Actor) -> int:
        """Return how many recovery codes somebody has left."""
        with self.store.transaction() as unit:
            return unit.people.codes_left(actor.id)

    def code_problem(self, person: str, code: str) -> str | None:
        """Take a one-time or recovery code; return what is wrong with it, None if it is right."""
        now = self.clock.now()
        with self.store.transaction() as unit:
            factor, actor = unit.people.factor(person), unit.people.one(person).person
            if factor is None or factor.confirmed_at is None:
                return WRONG_CODE
            if factor.is_paused(now):
                return PAUSED
            step = step_of(factor, code, now)
            if step is None and not unit.people.use_code(person, digest_of(code), now):
                missed = replace(factor, failed=factor.failed + 1, failed_at=now)
                unit.people.keep_factor(missed)
                unit.people.note("second_factor_refused", now, actor, failed=missed.failed)
                return WRONG_CODE
            if step is None:
                left = unit.people.codes_left(person)
                unit.people.note("recovery_code_used", now, actor, left=left)
            taken = replace(factor, last_step=step or factor.last_step, failed=0, failed_at=None)
            unit.people.keep_factor(taken)
        return None

    def begin_factor(self, actor: Actor) -> SecondFactor:
        """Return the second factor that is being set up; the same one until it is confirmed."""
        with self.store.transaction() as unit:
            factor = _unconfirmed(unit, actor)
            if factor is None:
                factor = SecondFactor(actor.id, new_secret())
                unit.people.keep_factor(factor)
        return factor

    def confirm_factor(
        self, actor: Actor, code: str, password: str, sitting: str
    ) -> tuple[str, ...]:
        """Take the first code of an authenticator; return the recovery codes, to be shown once.

        The password is asked for again: whoever finds a browser open must not bind their own
        telephone to it. All other sittings end. Raises InvalidAnswers with a sentence for each
        field, Conflict if it was done.
        """
        now, codes = self.clock.now(), new_codes()
        with self.store.transaction() as unit:
            factor = _unconfirmed(unit, actor)
            step = step_of(factor, code, now) if factor else None
            known = passwords.matches(password, unit.people.password_hash(actor.id))
            wrong = {} if known else {"nu": WRONG_PASSWORD}
            if factor is None or step is None:
                wrong["kod"] = WRONG_CODE
            if factor is None or step is None or wrong:
                raise InvalidAnswers(wrong)
            unit.people.keep_factor(replace(factor, confirmed_at=now, last_step=step))
            unit.people.keep_codes(actor.id, map(digest_of, codes))
            unit.people.end_sittings(actor.id, now, but=sitting)
            unit.people.note("second_factor_added", now, actor)
        return codes

    def change_password(self, actor: Actor, old: str, new: tuple[str, str], sitting: str) -> None:
        """Change one's password; `new` is what was typed twice. All other sittings end.

        Raises InvalidAnswers with a sentence for each field, NotAllowed for who has none here.
        """
        now = self.clock.now()
        with self.store.transaction() as unit:
            _require_local(unit, actor)
            stored = unit.people.password_hash(actor.id)
            if problems := _problems(actor, old, new, stored):
                raise InvalidAnswers(problems)
            unit.people.change(actor.id, password_hash=passwords.hashed(new[0]),
                               password_given_at=None)  # fmt: skip
            ended = unit.people.end_sittings(actor.id, now, but=sitting)
            unit.people.note("password_changed", now, actor, ended=ended)


def _require_local(unit: AccountUnit, actor: Actor) -> None:
    if unit.people.one(actor.id).source is not Source.LOCAL:
        raise NotAllowed(f"{actor.id} may not have a password here")


def _unconfirmed(unit: AccountUnit, actor: Actor) -> SecondFactor | None:
    """Return the second factor that is being set up. Raises Conflict if one is confirmed."""
    _require_local(unit, actor)
    factor = unit.people.factor(actor.id)
    if factor and factor.confirmed_at:
        raise Conflict(HAS_ONE)
    return factor


def _problems(actor: Actor, old: str, new: tuple[str, str], stored: str) -> dict[str, str]:
    problems = {}
    if not passwords.matches(old, stored):
        problems["nu"] = WRONG_PASSWORD
    if problem := password_problem(new[0], actor) or (SAME if old == new[0] else None):
        problems["nytt"] = problem
    elif new[0] != new[1]:
        problems["igen"] = DIFFERENT
    return problems
