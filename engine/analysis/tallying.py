"""What one case adds to the analysis, read out of its log.

A case counts once at each step of a version, however often it came there, in the month when it
first did: so a number is a number of people, and one under five is a small one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from engine.analysis.tally import (
    COURSE,
    DAY,
    FLOW,
    GONE,
    HOURS,
    KEPT,
    LIMIT,
    LONGER,
    MISSED,
    MONTH,
    STEP,
    WAITS,
    WEEK,
    Counted,
    Course,
    Tallies,
    Tally,
)
from engine.analysis.visits import Visit, passes, visits
from engine.counts.statistics import month_of
from engine.model import Event

LIMITS = ((timedelta(days=1), DAY), (timedelta(days=7), WEEK), (timedelta(days=30), MONTH))
HOUR = timedelta(hours=1)
Place = tuple[str, str, str]
"""Version, process, and a step or a flow in it."""


@dataclass(frozen=True)
class Taken:
    """A flow that a token went along."""

    version: str
    process: str
    flow: str
    at: datetime


def counted(log: Sequence[Event], taken: Iterable[Taken]) -> Counted:
    """Return what a case counts as, from its whole log in order and the flows it went along."""
    found = visits(log)
    tallies: Tallies = Tallies()
    for place, each in _together(found).items():
        tallies.update([_step(place, each), *_limit(place, each)])
    for place, at in _first(taken).items():
        version, process, flow = place
        tallies[Tally(version, month_of(at), process, FLOW, flow)] = 1
    courses: dict[str, Course] = {}
    for way in passes(log, found):
        tallies.update(_course(way, courses))
    return Counted(tallies, courses)


def _together(found: Iterable[Visit]) -> Mapping[Place, list[Visit]]:
    places: dict[Place, list[Visit]] = {}
    for each in found:
        places.setdefault((each.version, each.process, each.element), []).append(each)
    return places


def _first(taken: Iterable[Taken]) -> Mapping[Place, datetime]:
    places: dict[Place, datetime] = {}
    for each in taken:
        places.setdefault((each.version, each.process, each.flow), each.at)
    return places


def _step(place: Place, found: Sequence[Visit]) -> Tally:
    version, process, element = place
    month = month_of(min(each.opened for each in found))
    return Tally(version, month, process, STEP, element, _outcome(found))


def _outcome(found: Sequence[Visit]) -> str:
    """Return how long the longest wait was; that the case is there still, or that it fell away."""
    if any(each.ended is None for each in found):
        return WAITS
    waits = [each.ended - each.opened for each in found if each.ended and not each.withdrawn]
    if not waits:
        return GONE
    return waited(max(waits))


def waited(time: timedelta) -> str:
    """Return how long a wait was, as it is counted."""
    return next((name for limit, name in LIMITS if time <= limit), LONGER)


def _limit(place: Place, found: Sequence[Visit]) -> Iterator[Tally]:
    """Yield whether the case missed the step's limit, any time, or kept it every time."""
    version, process, element = place
    decided = [each for each in found if each.due and (each.late or not each.withdrawn)]
    if decided:
        month = month_of(min(each.due for each in decided if each.due))
        column = MISSED if any(each.late for each in decided) else KEPT
        yield Tally(version, month, process, LIMIT, element, column)


def _course(way: Sequence[Visit], courses: dict[str, Course]) -> Iterator[Tally]:
    """Yield a course once, and each step's hours from the beginning as many times."""
    begun = min(each.opened for each in way)
    first, month = way[0], month_of(begun)
    course = Course(first.version, first.process, tuple(each.element for each in way))
    courses[course.key] = course
    yield Tally(course.version, month, course.process, COURSE, course.key)
    for place, each in enumerate(way):
        hours = ((each.ended or begun) - begun) // HOUR
        hour = Tally(course.version, month, course.process, HOURS, course.key, str(place))
        yield from [hour] * hours
