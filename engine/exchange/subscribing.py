"""The verbs about webhooks: a leader decides what their agency's systems are told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from engine import access
from engine.errors import Conflict, InvalidAnswers, NotAllowed, Undeliverable
from engine.exchange.webhooks import LONGEST, MOST, Webhook, require_kinds
from engine.model import Actor, Command
from engine.ports import Clock, Store, Unit
from engine.refusals import watched
from engine.retry import retried


@dataclass(frozen=True)
class Subscribing:
    """What leaders and administrators decide about webhooks; all of it is kept in the trail."""

    store: Store
    clock: Clock
    require_url: Callable[[str], Any]
    """Raises Undeliverable, in Swedish, for an address that may not be called."""

    @watched
    @retried
    def add(
        self, actor: Actor, agency: str, url: str, kinds: Collection[str],
        command_id: str | None = None,
    ) -> Webhook | None:  # fmt: skip
        """Make a webhook of one's agency and return it, with the secret that is told this once.

        None when the same command has made it before. Raises NotAllowed, InvalidAnswers, or
        Conflict when there are too many.
        """
        access.require_may_connect(actor)
        if actor.agency != agency:
            raise NotAllowed(f"{actor.id} does not lead {agency}")
        url, command = url.strip(), Command.given(command_id, actor, "add_webhook")
        with self._writing() as (unit, now):
            if unit.result_of(command):
                return None
            self._require(url)
            chosen = require_kinds(kinds)
            if len(unit.webhooks.of_agency(actor.agency)) >= MOST:
                raise Conflict(f"Ni har redan {MOST} anslutna system. Ta bort något först.")
            new = Webhook(str(uuid4()), actor.agency, url, chosen, now, actor.id)
            unit.webhooks.add(new)
            unit.keep_command(command, now, new.id)
            unit.webhooks.note("webhook_added", actor, now, new.id, kinds=list(chosen))
        return new

    @watched
    @retried
    def change(self, actor: Actor, webhook_id: str, url: str, kinds: Collection[str]) -> None:
        """Give it another address or other kinds. Raises NotFound, NotAllowed, InvalidAnswers."""
        with self._writing() as (unit, now):
            found = _own(unit, actor, webhook_id)
            self._require(url := url.strip())
            chosen = require_kinds(kinds)
            unit.webhooks.change(replace(found, url=url, kinds=chosen), now)
            facts = {"kinds": list(chosen), "address": url != found.url}
            unit.webhooks.note("webhook_changed", actor, now, found.id, **facts)

    @watched
    @retried
    def rotate(
        self, actor: Actor, webhook_id: str, command_id: str | None = None
    ) -> Webhook | None:
        """Give it a new secret and return it; the old one is valid for some days more.

        None when the same command has done so before. Raises NotFound or NotAllowed.
        """
        command = Command.given(command_id, actor, "rotate_webhook", webhook_id)
        with self._writing() as (unit, now):
            found = _own(unit, actor, webhook_id)
            if unit.result_of(command):
                return None
            unit.webhooks.change(rotated := found.rotated(now), now)
            unit.keep_command(command, now, found.id)
            unit.webhooks.note("webhook_rotated", actor, now, found.id)
        return rotated

    @watched
    @retried
    def pause(self, actor: Actor, webhook_id: str, *, active: bool = False) -> None:
        """Stop sending to it, or begin again; meanwhile events wait. Raises NotFound…"""
        with self._writing() as (unit, now):
            found = _own(unit, actor, webhook_id)
            unit.webhooks.change(replace(found, active=active), now)
            kind = "webhook_resumed" if active else "webhook_paused"
            unit.webhooks.note(kind, actor, now, found.id)

    @watched
    @retried
    def end(self, actor: Actor, webhook_id: str) -> None:
        """End it for good: its secrets are forgotten, and what waits is not sent."""
        with self._writing() as (unit, now):
            found = _own(unit, actor, webhook_id)
            unit.webhooks.change(replace(found, ended_at=now), now)
            unit.webhooks.note("webhook_ended", actor, now, found.id)

    @watched
    @retried
    def test(self, actor: Actor, webhook_id: str) -> None:
        """Have a test event sent. Raises NotFound, NotAllowed, or Conflict while it is paused."""
        with self._writing() as (unit, now):
            found = _own(unit, actor, webhook_id)
            if not found.active:
                raise Conflict("Anslutningen är pausad. Återuppta den först.")
            unit.webhooks.test(found, now)
            unit.webhooks.note("webhook_tested", actor, now, found.id)

    @watched
    @retried
    def resend(self, actor: Actor, delivery_id: str, reason: str) -> None:
        """Let an event that could not be sent be tried anew, for a reason that is kept.

        Raises NotFound, NotAllowed, or InvalidAnswers without a reason.
        """
        access.require_may_connect(actor)
        if not (reason := reason.strip()[:LONGEST]):
            raise InvalidAnswers({"reason": "Ange skälet till att händelsen skickas igen"})
        with self._writing() as (unit, now):
            line = unit.webhooks.revive(actor.agency, delivery_id, now)
            facts = {"event": line.kind, "reason": reason}
            unit.webhooks.note("webhook_resent", actor, now, delivery_id, **facts)

    def _require(self, url: str) -> None:
        if len(url) > LONGEST:
            raise InvalidAnswers({"url": f"Adressen får ha högst {LONGEST} tecken"})
        try:
            self.require_url(url)
        except Undeliverable as error:
            raise InvalidAnswers({"url": str(error)}) from error

    @contextmanager
    def _writing(self) -> Iterator[tuple[Unit, datetime]]:
        with self.store.transaction() as unit:
            yield unit, self.clock.now()


def _own(unit: Unit, actor: Actor, webhook_id: str) -> Webhook:
    access.require_may_connect(actor)
    return unit.webhooks.one(actor.agency, webhook_id)
