"""A message that an agency's system sends to a case, and what becomes of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeGuard

import orjson

from engine.errors import InvalidAnswers

WAITING, DELIVERED, PARKED = "waiting", "delivered", "parked"
"""States of a message: nobody waits for it yet, somebody got it, nobody can have it."""
TYPE = "skyddsprocessen.message."
LONGEST_ID, LONGEST_NAME, LONGEST_CASE, LONGEST_VALUE, MOST_VALUES = 120, 80, 36, 40, 40


@dataclass(frozen=True)
class Incoming:
    """A message as its sender wrote it."""

    id: str
    """The sender's own: sent again under it, the message is the same."""
    case: str
    """The case's number, its id, or the id of one of the agency's tasks in it."""
    name: str
    payload: Mapping[str, str]

    @property
    def digest(self) -> bytes:
        """Return what tells two messages apart."""
        told = [self.case, self.name, dict(self.payload)]
        return hashlib.sha256(orjson.dumps(told, option=orjson.OPT_SORT_KEYS)).digest()


@dataclass(frozen=True)
class Receipt:
    """What has become of a message, for its sender."""

    id: str
    case_number: str
    name: str
    at: datetime
    state: str
    reason: str | None = None
    """Why it is parked, in Swedish."""


@dataclass(frozen=True)
class ParkedLine:
    """A message that a case could not take in, as those see it who opened the case."""

    case_id: str
    case_number: str
    at: datetime
    reason: str


class IncomingBook(Protocol):
    """Where messages from outside are kept; see `engine.db.incoming`."""

    def case_of(self, agency: str, named: str) -> str:
        """Return the case that an agency means and takes part in, or raise NotFound."""
        ...

    def receipt(self, agency: str, sent_as: str) -> tuple[Receipt, bytes]:
        """Return what has become of a message, and its digest. Raises NotFound."""
        ...

    def keep(
        self, incoming: Incoming, message_id: str, case_id: str, by: tuple[str, str], at: datetime
    ) -> None:
        """Keep that it was taken in; `by` is (agency, account). Raises Stale for a known id."""
        ...


def incoming_of(body: Any) -> Incoming:
    """Read a message: a CloudEvent of type `skyddsprocessen.message.NAME`, or plain JSON.

    Plain JSON has `id`, `case`, `name` and `payload`. Raises InvalidAnswers.
    """
    if not isinstance(body, dict):
        raise InvalidAnswers({"body": "Meddelandet ska vara ett JSON-objekt"})
    plain = _plain(body) if "specversion" in body else body
    problems = {
        name: f"Ange {name} som text med högst {longest} tecken"
        for name, longest in (("id", LONGEST_ID), ("case", LONGEST_CASE), ("name", LONGEST_NAME))
        if not _is_text(plain.get(name), longest)
    }
    payload = {} if plain.get("payload") is None else plain["payload"]
    if not _is_payload(payload):
        problems["payload"] = "Ange payload som ett objekt med texter"
    if problems:
        raise InvalidAnswers(problems)
    return Incoming(plain["id"], plain["case"], plain["name"], payload)


def _plain(event: Mapping[str, Any]) -> dict[str, Any]:
    if event["specversion"] != "1.0":
        raise InvalidAnswers({"specversion": "Bara CloudEvents 1.0 kan tas emot"})
    kind = event.get("type")
    if not isinstance(kind, str) or not kind.startswith(TYPE):
        raise InvalidAnswers({"type": f"Ange type som {TYPE}NAMN"})
    # CloudEvents makes an event unique by its source and id together.
    source, id_ = event.get("source"), event.get("id")
    if not _is_text(source, LONGEST_ID) or not _is_text(id_, LONGEST_ID):
        raise InvalidAnswers({"id": f"Ange source och id med högst {LONGEST_ID} tecken"})
    return {
        "id": f"{source} {id_}" if len(source) + len(id_) < LONGEST_ID else _short(source, id_),
        "case": event.get("subject"), "name": kind.removeprefix(TYPE), "payload": event.get("data"),
    }  # fmt: skip


def _short(source: str, id_: str) -> str:
    return hashlib.sha256(f"{source} {id_}".encode()).hexdigest()


def _is_text(value: object, longest: int) -> TypeGuard[str]:
    return isinstance(value, str) and 0 < len(value) <= longest and value.isprintable()


def _is_payload(value: object) -> TypeGuard[dict[str, str]]:
    return (
        isinstance(value, dict)
        and len(value) <= MOST_VALUES
        and all(_is_text(k, LONGEST_NAME) and _is_text(v, LONGEST_VALUE) for k, v in value.items())
    )
