"""The verb of signing in by a provider: the account is made, or follows what the claims say now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from engine.entrance.account import Account, Source
from engine.entrance.claims import LOCKED, TOO_WEAK, ClaimRules, id_of
from engine.entrance.ownaccount import AccountUnit
from engine.errors import Unwelcome
from engine.model import Actor, Agency
from engine.ports import Clock


class ProvidedUnit(AccountUnit, Protocol):
    """One transaction, with the accounts and the processes in force."""

    def current_version(self) -> str:
        """Return the newest published process set."""
        ...


class ProvidedStore(Protocol):
    """Where accounts are kept; see `engine.db.store`."""

    def transaction(self) -> AbstractContextManager[ProvidedUnit]:
        """Commit on the way out; roll back if anything was raised."""
        ...


@dataclass(frozen=True)
class Provided:
    """Lets in whom a provider knows, with what the mapping gives and no more."""

    store: ProvidedStore
    clock: Clock
    rules: ClaimRules | None
    agencies: Callable[[str], Mapping[str, Agency]]
    """Returns the agencies of a version."""

    @property
    def levels(self) -> Sequence[str]:
        """What the provider is asked to see to, as `acr_values`; () for whatever it does."""
        return self.rules.levels if self.rules else ()

    def arrive(self, issuer: str, claims: Mapping[str, Any]) -> Actor:
        """Return the person, new or as the claims have them now.

        Raises Unwelcome, and keeps it: whoever is known already is then signed out everywhere,
        but not for having shown too little: anybody with a password could do that to them.
        """
        try:
            return self._let_in(issuer, claims)
        except Unwelcome as error:
            self._refuse(issuer, claims, error.why)
            raise

    def _let_in(self, issuer: str, claims: Mapping[str, Any]) -> Actor:
        now, subject = self.clock.now(), (issuer, str(claims["sub"]))
        with self.store.transaction() as unit:
            agencies = self.agencies(unit.current_version())
            person = (self.rules or ClaimRules()).person(issuer, claims, agencies)
            known = unit.people.of_subject(*subject)
            if known is None:
                unit.people.add(person, Source.OIDC, subject=subject)
                unit.people.note("account_added", now, person, **_facts(person))
                return person
            if known.locked_at:
                raise Unwelcome(LOCKED)
            if known.person != person:
                self._follow(unit, known, person)
        return person

    def _follow(self, unit: ProvidedUnit, known: Account, person: Actor) -> None:
        unit.people.rewrite(person)
        if (known.person.agency, known.person.roles) != (person.agency, person.roles):
            unit.people.note("account_changed", self.clock.now(), person, **_facts(person))

    def _refuse(self, issuer: str, claims: Mapping[str, Any], why: str) -> None:
        now, id_ = self.clock.now(), id_of(issuer, str(claims["sub"]))
        with self.store.transaction() as unit:
            if why != TOO_WEAK:
                unit.people.end_sittings(id_, now)
            unit.people.note("sign_in_refused", now, id_, why=why)


def _facts(person: Actor) -> dict[str, object]:
    return {"person": person.id, "agency": person.agency, "roles": sorted(person.roles)}
