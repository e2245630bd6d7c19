"""What a leader sees of the work: how much each colleague has, and how late it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from engine.deadlines import ZONE, end_of
from engine.model import Actor


@dataclass(frozen=True)
class Load:
    """What one colleague holds."""

    person: Actor
    open_tasks: int = 0
    late: int = 0
    this_week: int = 0
    """Due from now until Sunday is over."""
    away: bool = False
    """Whether somebody stands in for them today."""


def end_of_week(now: datetime) -> datetime:
    """Return the instant at which this Sunday is over, in Stockholm."""
    today: date = now.astimezone(ZONE).date()
    return end_of(today + timedelta(days=6 - today.weekday()))


def leads_over(leader: Actor, person: Actor) -> bool:
    """Say whether a colleague's load is the leader's to see: a chef's agency, else one's own unit.

    Where an agency is not divided into units, it is one.
    """
    if leader.agency != person.agency:
        return False
    return "chef" in leader.roles or leader.team in ("", person.team)
