"""The verb of e-mail: says that there is something to read, to those who asked for it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from engine.errors import Undeliverable
from engine.ports import Clock
from engine.staff.notices import Mail, may_be_mailed, next_attempt

LOG = logging.getLogger(__name__)
BATCH = 20
"""At the patience of `engine.staff.smtp` a batch is through before its lease ends."""


class Outbox(Protocol):
    """Where e-mail waits; see `engine.db.mails`."""

    def take(self, now: datetime, limit: int) -> Sequence[Mail]:
        """Lease what is due; no other worker gets it meanwhile."""
        ...

    def settle(self, mail: Mail, at: datetime, outcome: str, cause: str | None = None) -> None:
        """Take an e-mail out of the outbox, with what became of it."""
        ...

    def postpone(self, mail: Mail, until: datetime, cause: str) -> None:
        """Let it wait for the next attempt."""
        ...


@dataclass(frozen=True)
class Mailing:
    """Sends what waits; any number of workers may do so at once."""

    outbox: Outbox
    carry: Callable[[str, str, datetime], None]
    """Carries (id, address, instant): it knows no more, so that no e-mail can say more."""
    blocked: Callable[[str], Iterable[str]]
    """Returns the addresses that must not learn of a case, or texts in which they stand."""
    clock: Clock

    def send_due(self) -> int:
        """Send everything that is due and return how many were sent."""
        sent = 0
        while taken := self.outbox.take(self.clock.now(), BATCH):
            sent += sum(self._sent(mail) for mail in taken)
        return sent

    def _sent(self, mail: Mail) -> bool:
        now = self.clock.now()
        if reason := self._needless(mail):
            self.outbox.settle(mail, now, reason)
            return False
        try:
            self.carry(mail.id, mail.mailbox.address, now)
        except Undeliverable as error:
            self.outbox.settle(mail, now, "dead", str(error))
            return False
        except Exception as error:  # the worker is an end: one address stops no other
            self._try_again(mail, now, error)
            return False
        self.outbox.settle(mail, now, "sent")
        return True

    def _needless(self, mail: Mail) -> str | None:
        """Say why an e-mail is not to be sent, if it is not."""
        if mail.agency is None:
            return "gone"
        if mail.read:
            return "read"
        if not mail.mailbox.wanted:
            return "unwanted"
        blocked = self.blocked(mail.case_id) if mail.case_id else ()
        return None if may_be_mailed(mail.mailbox.address, blocked) else "blocked"

    def _try_again(self, mail: Mail, now: datetime, error: Exception) -> None:
        cause = type(error).__name__  # an error may quote the address, and no log may
        LOG.warning("e-mail %s could not be sent: %s", mail.id, cause)
        until = next_attempt(mail.attempts + 1, now)
        if until is None:
            self.outbox.settle(mail, now, "dead", cause)
        else:
            self.outbox.postpone(mail, until, cause)
