"""Courses through a drawing that many cases took, as XES (IEEE 1849-2016) and for spreadsheets.

A single trace would be a person's. So only courses that at least five cases took are told, each as
often as that, rounded to the nearest five, and with the average days between its steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate
from xml.etree import ElementTree as ET

from engine.analysis.tally import COURSE, HOURS, Course, Sums
from engine.audit.xes import ORIGIN, begun, finished, say, stamp
from engine.bpmn.diagram import Diagram
from engine.counts.suppression import SMALLEST, rounded

HOURS_OF_DAY = 24
ABOUT = (
    "Varje spår är ett förlopp genom ritningen som minst fem ärenden har haft. Antalet är avrundat "
    "till närmaste femtal, och tiderna är genomsnitt från förloppets början, i hela dygn. "
    "Ovanligare förlopp är inte med."
)


@dataclass(frozen=True)
class Seen:
    """A course that many cases took."""

    steps: tuple[str, ...]
    days: tuple[int, ...]
    """From the beginning until each step was completed, on average, never going back."""
    number: int
    """To the nearest five."""


def seen_often(courses: Mapping[str, Course], sums: Sums, process: str) -> tuple[Seen, ...]:
    """Return the courses through a drawing that at least SMALLEST cases took, the most first."""
    found = [
        Seen(courses[key].steps, _days(courses[key], key, number, sums), rounded(number))
        for (drawn, measure, key, _), number in sums.items()
        if (drawn, measure) == (process, COURSE) and number >= SMALLEST and key in courses
    ]
    return tuple(sorted(found, key=lambda each: (-each.number, each.steps)))


def xes(name: str, diagram: Diagram, agencies: Mapping[str, str], found: Iterable[Seen]) -> bytes:
    """Return the courses as a log: a trace for each case, all of one course alike."""
    log = begun()
    say(log, "concept:name", name)
    say(log, "skydd:om", ABOUT)
    for course, each in enumerate(found, 1):
        for case in range(each.number):
            trace = ET.SubElement(log, "trace")
            say(trace, "concept:name", f"{course}-{case + 1}")
            say(trace, "concept:variant", str(course))
            for place, (step, day) in enumerate(zip(each.steps, each.days, strict=True)):
                event = ET.SubElement(trace, "event")
                element = diagram.elements[step]
                say(event, "concept:name", element.name)
                say(event, "lifecycle:transition", "complete")
                say(event, "org:group", agencies.get(element.agency or "", element.agency or ""))
                stamp(event, ORIGIN + timedelta(days=day, minutes=place))
    return finished(log)


def _days(course: Course, key: str, number: int, sums: Sums) -> tuple[int, ...]:
    hours = (sums.get((course.process, HOURS, key, str(n)), 0) for n in range(len(course.steps)))
    return tuple(accumulate((round(each / number / HOURS_OF_DAY) for each in hours), max))
