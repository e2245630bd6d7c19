"""Messages from agencies' systems to cases: as plain JSON or as CloudEvents, and their receipts."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from flask import Response
from pydantic import ConfigDict, Field

from engine.accounts.account import MESSAGES_GIVE, MESSAGES_READ
from engine.exchange.incoming import (
    LONGEST_CASE,
    LONGEST_ID,
    LONGEST_NAME,
    MOST_VALUES,
    incoming_of,
)
from web.api.answering import Shape, plain
from web.api.asking import actor, engine
from web.api.room import api, needs
from web.language import said


class Sent(Shape):
    """A message to a case; sent again under its id, nothing happens."""

    id: str = Field(min_length=1, max_length=LONGEST_ID, description="The sender's own.")
    case: str = Field(
        min_length=1, max_length=LONGEST_CASE,
        description="The case's number, its id, or the id of one of the agency's tasks in it.",
    )  # fmt: skip
    name: str = Field(
        min_length=1, max_length=LONGEST_NAME, description="A message of the diagrams."
    )
    payload: dict[str, str] = Field(
        default_factory=dict, max_length=MOST_VALUES, description="Variables that it carries."
    )


class SentEvent(Shape):
    """The same as a CloudEvent 1.0 in structured JSON; other attributes of it are let through."""

    model_config = ConfigDict(extra="allow")

    specversion: Literal["1.0"]
    id: str = Field(min_length=1, max_length=LONGEST_ID)
    source: str = Field(min_length=1, max_length=LONGEST_ID)
    type: str = Field(description="`skyddsprocessen.message.` and the message's name.")
    subject: str = Field(min_length=1, max_length=LONGEST_CASE, description="See `case`.")
    data: dict[str, str] | None = Field(None, max_length=MOST_VALUES)


class MessageReceipt(Shape):
    """What has become of a message."""

    id: str
    case_number: str
    name: str
    at: datetime
    state: Literal["waiting", "delivered", "parked"]
    reason: str | None = Field(description="Why it is parked.")


class Asked(Shape):
    """Which message is asked about."""

    id: str = Field(min_length=1, max_length=LONGEST_ID)


@api.post("/messages")
@needs(MESSAGES_GIVE, command=True)
@api.input(Sent)
@api.output(MessageReceipt)
def send_message(json_data: Sent) -> Response:
    """Send a message to a case; its receipt says what has become of it."""
    return _received(json_data.model_dump())


@api.post("/messages/cloudevents")
@needs(MESSAGES_GIVE, command=True)
@api.input(SentEvent)
@api.output(MessageReceipt)
def send_event(json_data: SentEvent) -> Response:
    """Send a message to a case as a CloudEvent; its id is its source and id together."""
    return _received(json_data.model_dump())


@api.get("/messages/receipt")
@needs(MESSAGES_READ)
@api.input(Asked, location="query")
@api.output(MessageReceipt)
def message_receipt(query_data: Asked) -> Response:
    """Return what has become of a message that the agency sent."""
    return _told(engine().exchange.receiving.status(actor(), query_data.id))


def _received(body: dict[str, object]) -> Response:
    return _told(engine().exchange.receiving.receive(actor(), incoming_of(body)))


def _told(receipt: object) -> Response:
    told = MessageReceipt.model_validate(receipt)
    return plain(told.model_copy(update={"reason": said(told.reason) if told.reason else None}))
