"""The nouns of what went wrong: incidents, and letters that could not be delivered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from engine.model import Message


@dataclass(frozen=True)
class DeadLetter:
    """A message that could not be delivered, and why, in Swedish; a person may send it again."""

    message: Message
    reason: str


@dataclass(frozen=True)
class Incident:
    """Something that failed and left the case untouched, until a person has dealt with it."""

    id: str
    at: datetime
    kind: str
    """`timer`, `message`, `command`, `deviation` (of a saved state from its log) or `log`."""
    command: str
    """The verb that failed: `fire`, `deliver`, `complete`, `rebuild` …"""
    cause: str
    """In Swedish, for a person."""
    technical: str
    case_id: str | None = None
    instance_id: str | None = None
    element: str | None = None
    """Path of the timer, name or id of the message, id of the task."""
    actor: str | None = None
    state: str = "open"
    """`open`, `handed_over`, `skip_asked`, `skipped`, `retried`."""
    reason: str | None = None
    handled_by: str | None = None
    handled_at: datetime | None = None
    approved_by: str | None = None
    handed_to: str | None = None
