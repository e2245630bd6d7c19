"""The verbs on accounts of agencies' systems; each is told of in the trail."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import uuid4

from engine.access import OFFICES, PROCESS_OFFICE, PROCESS_OWNER
from engine.accounts.account import ServiceAccount, require_sound
from engine.accounts.repeats import Repeats
from engine.accounts.tokens import digest_of, new_token
from engine.errors import NotFound
from engine.model import Agency
from engine.ports import Clock, Noting
from engine.texts import clean_line

OFFICE = Agency(PROCESS_OFFICE, OFFICES[PROCESS_OFFICE], (PROCESS_OWNER,))
NOTED = timedelta(minutes=1)
"""How exactly it is kept when an account was last used."""


class AccountBook(Protocol):
    """Where accounts are kept; see `engine.db.accounts`."""

    def add(self, account: ServiceAccount, digest: str) -> None: ...  # noqa: D102
    def all(self) -> Sequence[ServiceAccount]: ...  # noqa: D102
    def by_digest(self, digest: str) -> ServiceAccount | None: ...  # noqa: D102
    def revoke(self, account_id: str, at: datetime) -> bool: ...  # noqa: D102
    def used(self, account_id: str, at: datetime) -> None: ...  # noqa: D102


@dataclass(frozen=True)
class Accounts:
    """What is done with accounts of agencies' systems."""

    book: AccountBook
    repeats: Repeats
    trail: Noting
    clock: Clock
    agencies: Callable[[], Mapping[str, Agency]]
    """The agencies by the registers in force."""

    def create(
        self, by: str, agency: str, name: str, roles: Collection[str], scopes: Collection[str],
        days: int,
    ) -> tuple[ServiceAccount, str]:  # fmt: skip
        """Make an account and return it with its token, which nobody can be shown again.

        Raises InvalidAnswers for what no system should be let do.
        """
        now = self.clock.now()
        account = ServiceAccount(
            str(uuid4()), clean_line(name), agency, frozenset(roles), frozenset(scopes),
            now, by, now + timedelta(days=min(days, 10_000)),
        )  # fmt: skip
        known = {**self.agencies(), PROCESS_OFFICE: OFFICE}
        require_sound(account, known.get(agency))
        token = new_token()
        self.book.add(account, digest_of(token))
        self.trail.note(
            "account_created", by, None, account.id, agency=agency, roles=sorted(roles),
            scopes=sorted(scopes), expires_at=account.expires_at.isoformat(),
        )  # fmt: skip
        return account, token

    def accounts(self) -> Sequence[ServiceAccount]:
        """Return all accounts, the newest first."""
        return self.book.all()

    def revoke(self, by: str, account_id: str) -> None:
        """End an account at once. Raises NotFound for one that there is not, or is no longer."""
        if not self.book.revoke(account_id, self.clock.now()):
            raise NotFound(f"inget giltigt servicekonto heter {account_id[:36]}")
        self.trail.note("account_revoked", by, None, account_id)

    def recognise(self, token: str) -> ServiceAccount | None:
        """Return the account that a token belongs to; None if it is not valid (any more)."""
        now = self.clock.now()
        account = self.book.by_digest(digest_of(token))
        if account is None or not account.is_valid(now):
            return None
        if account.last_used_at is None or now - account.last_used_at >= NOTED:
            self.book.used(account.id, now)
        return account
