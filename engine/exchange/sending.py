"""Sends what waits to the systems of agencies; any number of workers may do so at once."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Protocol

from engine.exchange.carrying import Refused
from engine.exchange.envelope import CONTENT_TYPE
from engine.exchange.signing import HEADER, signature
from engine.exchange.webhooks import PAUSES, Delivery, next_attempt
from engine.ports import Clock

LOG = logging.getLogger(__name__)
BATCH = 50
AT_ONCE = 8
"""How many webhooks are called at the same time: a slow one holds up no other."""
HOLD = timedelta(seconds=PAUSES[0])
"""How long one that does not answer is left alone, whatever else waits for it."""
TURN = 60.0
"""Seconds that one webhook gets of a batch; the rest is given back, long before its lease ends."""

Carry = Callable[[str, bytes, Mapping[str, str]], None]
"""Posts (address, body, headers). Raises Refused."""


class Outgoing(Protocol):
    """Where events wait; see `engine.db.outgoing`."""

    def tell_missed(self, now: datetime) -> None:
        """Put on their way the events of tasks whose time has run out."""
        ...

    def take(self, now: datetime, limit: int) -> Sequence[Delivery]:
        """Lease what is due; no other worker gets it meanwhile."""
        ...

    def settle(
        self, delivery: Delivery, at: datetime, outcome: str, cause: str | None = None
    ) -> None:
        """Take it out of the outbox, unless its lease has ended meanwhile."""
        ...

    def postpone(self, delivery: Delivery, until: datetime, cause: str) -> None:
        """Let it wait for the next attempt, unless its lease has ended meanwhile."""
        ...

    def give_back(self, delivery: Delivery, until: datetime) -> None:
        """Let it wait without having been tried."""
        ...

    def hold(self, delivery: Delivery, until: datetime) -> None:
        """Call its webhook no more until then: it does not answer."""
        ...

    def prune(self, now: datetime) -> None:
        """Forget what was settled long ago."""
        ...


@dataclass(frozen=True)
class Sending:
    """The part of a worker that calls webhooks."""

    outgoing: Outgoing
    carry: Carry
    envelope: Callable[[Delivery], bytes]
    clock: Clock
    luck: Callable[[], float] = random.random

    def send_due(self) -> int:
        """Send everything that is due and return how many were taken in by their receivers."""
        now, sent = self.clock.now(), 0
        self.outgoing.tell_missed(now)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            while taken := self.outgoing.take(now, BATCH):
                ordered = sorted(taken, key=lambda each: each.webhook.id)
                turns = groupby(ordered, key=lambda each: each.webhook.id)
                sent += sum(pool.map(self._turn, [list(turn) for _, turn in turns]))
        self.outgoing.prune(now)
        return sent

    def _turn(self, deliveries: Sequence[Delivery]) -> int:
        """Send to one webhook, in order; after one failure the others of this turn wait too."""
        ends, sent, failed = time.monotonic() + TURN, 0, False
        for each in deliveries:
            if failed or time.monotonic() > ends:
                later = next_attempt(1, self.clock.now(), self.luck())
                self.outgoing.give_back(each, later or self.clock.now())
                continue
            taken = self._sent(each)
            sent, failed = sent + taken, not taken
        return sent

    def _sent(self, delivery: Delivery) -> bool:
        now = self.clock.now()
        try:
            body = self.envelope(delivery)
            signed = signature(body, now, delivery.webhook.secrets(now))
            told = {"Content-Type": CONTENT_TYPE, HEADER: signed, "User-Agent": "Skyddsprocessen"}
            self.carry(delivery.webhook.url, body, told)
        except Refused as refused:
            if refused.unwell:
                self.outgoing.hold(delivery, now + HOLD)
            self._failed(delivery, now, refused.cause, retry=refused.retry)
            return False
        except Exception:  # the worker is an end: one webhook stops no other
            LOG.exception("event %s could not be sent", delivery.id)
            self._failed(delivery, now, "Ett fel i programmet hindrade att den skickades.")
            return False
        self.outgoing.settle(delivery, self.clock.now(), "sent")
        return True

    def _failed(self, delivery: Delivery, now: datetime, cause: str, *, retry: bool = True) -> None:
        until = next_attempt(delivery.attempts + 1, now, self.luck()) if retry else None
        if until is None:
            self.outgoing.settle(delivery, now, "dead", cause)
        else:
            self.outgoing.postpone(delivery, until, cause)
