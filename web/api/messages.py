"""Messages of a case: what was handed over, what came, what the agency told the case of.

Messages into a case (`POST /messages`) have their operation in a module of its own beside this one.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from flask import Response
from pydantic import Field

from engine.accounts.account import MESSAGES_READ
from web.api.answering import Paged, Shape, page, part
from web.api.asking import actor, engine
from web.api.room import api, needs


class MessageLine(Shape):
    """A message of a case, sent, received or told by the agency."""

    at: datetime
    direction: Literal["sent", "received", "told"]
    name: str
    other: str | None = Field(description="The agency or party at the other end.")
    ground: str | None = Field(description="The legal ground of a hand-over.")
    state: str | None = Field(description="Of what was told: levererat, väntar or stoppat.")
    received_at: datetime | None
    answers: tuple[tuple[str, str], ...] = Field(description="(question, answer)")


class MessageList(Shape):
    """A part of a case's messages, the oldest first."""

    items: tuple[MessageLine, ...]
    next: str | None


@api.get("/cases/<case_id>/messages")
@needs(MESSAGES_READ)
@api.input(Paged, location="query")
@api.output(MessageList)
def messages(case_id: str, query_data: Paged) -> Response:
    """List what the agency has handed over, received, and told the case of."""
    sent, received, told = engine().casetabs.exchange(actor(), case_id)
    lines = [
        *(MessageLine(at=s.at, direction="sent", name=s.name, other=s.receiver, ground=s.ground,
                      state=None, received_at=s.received_at, answers=s.answers) for s in sent),
        *(MessageLine(at=r.at, direction="received", name=r.name, other=r.sender, ground=r.ground,
                      state=None, received_at=r.at, answers=r.answers) for r in received),
        *(MessageLine(at=n.at, direction="told", name=n.name, other=None, ground=None,
                      state=n.state, received_at=n.delivered_at, answers=()) for n in told),
    ]  # fmt: skip
    items, after = part(sorted(lines, key=lambda line: (line.at, line.direction)), query_data)
    return page(MessageList, items, after)
