"""Events of a case as XES (IEEE 1849-2016), which tools for process mining read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import count
from string import ascii_uppercase
from typing import Any
from xml.etree import ElementTree as ET

NAMESPACE = "http://www.xes-standard.org/"
EXTENSIONS = (
    ("Concept", "concept"), ("Time", "time"), ("Lifecycle", "lifecycle"),
    ("Organizational", "org"),
)  # fmt: skip
LIFECYCLE = {
    "task_opened": "schedule", "task_claimed": "assign", "task_assigned": "reassign",
    "task_released": "withdraw", "task_withdrawn": "pi_abort", "task_completed": "complete",
    "task_proposed": "suspend", "task_returned": "resume",
}  # fmt: skip
"""The transactional lifecycle of the standard; what happens at once is complete."""
OTHERS = "complete"
ORIGIN = datetime(2000, 1, 1, tzinfo=UTC)
"""When every de-identified case begins."""
NOBODY = "Ärende"
Row = Mapping[str, Any]


def xes_of(
    number: str, rows: Iterable[Row], title: Callable[[Row], str | None], *, deidentified: bool
) -> bytes:
    """Return a log with one trace: the entries of a case that somebody may know of.

    De-identified it has no number, no name and no day: people are letters, and the first entry is
    at ORIGIN, so that only what lies between is told.
    """
    told = [row for row in rows if title(row)]
    names = _names(told) if deidentified else {}
    moved = (ORIGIN - told[0]["at"]) if deidentified and told else None
    log = begun()
    trace = ET.SubElement(log, "trace")
    say(trace, "concept:name", NOBODY if deidentified else number)
    for row in told:
        event = ET.SubElement(trace, "event")
        at = row["at"] + moved if moved else row["at"]
        who = names.get(row["actor"], row["actor"]) if row["actor"] else None
        for key, value in _attributes(row, title(row) or "", who):
            say(event, key, value)
        stamp(event, at)
    return finished(log)


def begun() -> ET.Element:
    """Return a log without traces, with the extensions and the classifier that we use."""
    log = ET.Element("log", {"xes.version": "1849-2016", "xes.features": "", "xmlns": NAMESPACE})
    for name, prefix in EXTENSIONS:
        uri = f"{NAMESPACE}{prefix}.xesext"
        ET.SubElement(log, "extension", {"name": name, "prefix": prefix, "uri": uri})
    activity = {"name": "Activity", "keys": "concept:name lifecycle:transition"}
    ET.SubElement(log, "classifier", activity)
    return log


def say(parent: ET.Element, key: str, value: str) -> None:
    """Add a text to a log, a trace or an event."""
    ET.SubElement(parent, "string", {"key": key, "value": value})


def stamp(event: ET.Element, at: datetime) -> None:
    """Say when an event was."""
    ET.SubElement(event, "date", {"key": "time:timestamp", "value": at.isoformat()})


def finished(log: ET.Element) -> bytes:
    """Return a log as a file."""
    ET.indent(log)
    written: bytes = ET.tostring(log, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _attributes(row: Row, title: str, who: str | None) -> Iterator[tuple[str, str]]:
    named = row["kind"] in LIFECYCLE
    yield "concept:name", str(row["details"].get("name", title)) if named else title
    yield "lifecycle:transition", LIFECYCLE.get(row["kind"], OTHERS)
    for key, value in (("org:resource", who), ("org:role", row["role"]),
                       ("org:group", row["agency"])):  # fmt: skip
        if value:
            yield key, str(value)


def _names(rows: Iterable[Row]) -> dict[str, str]:
    """Return a letter for everybody, in the order in which they come."""
    people = dict.fromkeys(row["actor"] for row in rows if row["actor"])
    return dict(zip(people, _letters(), strict=False))


def _letters() -> Iterator[str]:
    yield from (f"Person {letter}" for letter in ascii_uppercase)
    yield from (f"Person {number}" for number in count(27))
