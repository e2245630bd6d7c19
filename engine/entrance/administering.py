"""The verbs of those who answer for accounts; each with a reason, and kept in the trail."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from engine import passwords
from engine.access import SYSTEM, require_administrator
from engine.entrance.account import Account, Source, password_problem, require_good_name
from engine.entrance.ownaccount import AccountStore, AccountUnit
from engine.errors import Conflict, InvalidAnswers
from engine.model import Actor
from engine.ports import Clock
from engine.reasons import reason_problem

NO_REASON = "Skriv varför, med några ord"
OWN = "Du kan inte spärra ditt eget konto eller nollställa dina egna koder."
ELSEWHERE = "Kontot kommer från en annan inloggning, och ändras där."
By = Actor | str
"""An administrator, or the name of whoever is at the command line."""


@dataclass(frozen=True)
class Administering:
    """What administrators do with the accounts of others. They see no case."""

    store: AccountStore
    clock: Clock

    def accounts(self, by: Actor) -> Sequence[Account]:
        """Return all accounts of people; those of systems are `skydd servicekonto`'s."""
        require_administrator(by)
        with self.store.transaction() as unit:
            return [each for each in unit.people.all() if SYSTEM not in each.person.roles]

    def add(self, by: By, actor: Actor, password: str) -> None:
        """Make a local account; the person chooses a password of their own at the first sign-in.

        Raises InvalidAnswers, or Conflict if the name is taken.
        """
        require_good_name(actor.id)
        if problem := password_problem(password, actor):
            raise InvalidAnswers({"losenord": problem})
        now = self.clock.now()
        with self.store.transaction() as unit:
            unit.people.add(actor, Source.LOCAL, passwords.hashed(password), given_at=now)
            unit.people.note("account_added", now, by, person=actor.id, agency=actor.agency,
                               roles=sorted(actor.roles))  # fmt: skip

    def change_roles(self, by: By, person: str, roles: Collection[str], reason: str) -> None:
        """Give a local account other roles; they hold at once, wherever somebody is signed in."""
        _require(by, person, reason)
        now = self.clock.now()
        with self.store.transaction() as unit:
            _require_local(unit, person)
            unit.people.change(person, roles=sorted(roles))
            unit.people.note("account_changed", now, by, person=person, roles=sorted(roles),
                             reason=reason)  # fmt: skip

    def set_password(self, by: By, person: str, password: str, reason: str) -> None:
        """Give a local account a password until its owner signs in; all its sittings end."""
        _require(by, person, reason)
        now = self.clock.now()
        with self.store.transaction() as unit:
            account = _require_local(unit, person)
            if problem := password_problem(password, account.person):
                raise InvalidAnswers({"losenord": problem})
            unit.people.change(person, password_hash=passwords.hashed(password),
                               password_given_at=now)  # fmt: skip
            unit.people.end_sittings(person, now)
            unit.people.note("password_changed", now, by, person=person, reason=reason)

    def lock(self, by: By, person: str, reason: str) -> None:
        """Keep somebody out, from this instant."""
        _require(by, person, reason)
        now = self.clock.now()
        with self.store.transaction() as unit:
            unit.people.one(person)
            unit.people.change(person, locked_at=now)
            ended = unit.people.end_sittings(person, now)
            unit.people.note("account_locked", now, by, person=person, ended=ended, reason=reason)

    def unlock(self, by: By, person: str, reason: str) -> None:
        """Let somebody in again."""
        _require(by, person, reason)
        with self.store.transaction() as unit:
            unit.people.one(person)
            unit.people.change(person, locked_at=None)
            self._note(unit, "account_unlocked", by, person, reason)

    def reset_factor(self, by: By, person: str, reason: str) -> None:
        """Forget somebody's one-time codes, so that a new authenticator is set up; all sign out."""
        _require(by, person, reason)
        with self.store.transaction() as unit:
            _require_local(unit, person)
            unit.people.forget_factor(person)
            unit.people.end_sittings(person, self.clock.now())
            self._note(unit, "second_factor_reset", by, person, reason)

    def end_sittings(self, by: By, person: str, reason: str) -> None:
        """Sign somebody out everywhere."""
        _require(by, person, reason, own=True)
        now = self.clock.now()
        with self.store.transaction() as unit:
            unit.people.one(person)
            ended = unit.people.end_sittings(person, now)
            unit.people.note("sittings_ended", now, by, person=person, ended=ended, reason=reason)

    def _note(self, unit: AccountUnit, kind: str, by: By, person: str, reason: str) -> None:
        unit.people.note(kind, self.clock.now(), by, person=person, reason=reason)


def _require_local(unit: AccountUnit, person: str) -> Account:
    account = unit.people.one(person)
    if account.source is not Source.LOCAL:
        raise Conflict(ELSEWHERE)
    return account


def _require(by: By, person: str, reason: str, *, own: bool = False) -> None:
    """Refuse whoever may not, and a reason that is none or tells of somebody."""
    if isinstance(by, Actor):
        require_administrator(by)
        if by.id == person and not own:
            raise Conflict(OWN)
    if problem := reason_problem(reason, NO_REASON):
        raise InvalidAnswers({"skal": problem})
