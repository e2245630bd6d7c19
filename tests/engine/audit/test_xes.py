"""Events are written as IEEE 1849 says; without identity there is no name, number or day."""

from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

from engine.audit.xes import NAMESPACE, xes_of

NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)
ROWS: list[dict[str, Any]] = [
    {"kind": kind, "at": NOON + timedelta(hours=n), "actor": actor, "role": "chef", "agency": "iom",
     "details": {"name": name}}
    for n, (kind, actor, name) in enumerate([
        ("task_opened", None, "Utred"), ("task_completed", "ada", "Utred"), ("hidden", "x", ""),
        ("case_closed", "bo", ""), ("task_completed", "ada", "Avsluta"),
    ])
]  # fmt: skip


def title(row: Any) -> str | None:
    return None if row["kind"] == "hidden" else f"Titel {row['kind']}"


def read(content: bytes) -> tuple[str, list[dict[str, str]]]:
    log = ET.fromstring(content)  # noqa: S314  our own
    (trace,) = log.findall(f"{{{NAMESPACE}}}trace")
    events = trace.findall(f"{{{NAMESPACE}}}event")
    return trace[0].attrib["value"], [{a.attrib["key"]: a.attrib["value"] for a in e}
                                      for e in events]  # fmt: skip


def test_a_case_is_a_trace_and_each_entry_an_event() -> None:
    name, events = read(xes_of("2026-1", ROWS, title, deidentified=False))

    assert name == "2026-1"
    assert [(e["concept:name"], e["lifecycle:transition"]) for e in events] == [
        ("Utred", "schedule"), ("Utred", "complete"), ("Titel case_closed", "complete"),
        ("Avsluta", "complete"),
    ]  # fmt: skip
    assert events[1]["org:resource"] == "ada"
    assert "org:resource" not in events[0]
    assert events[1]["time:timestamp"] == "2026-03-02T12:00:00+00:00"


def test_without_identity_only_what_lies_between_is_told() -> None:
    content = xes_of("2026-1", ROWS, title, deidentified=True)
    name, events = read(content)

    assert name == "Ärende"
    assert [e.get("org:resource") for e in events] == [None, "Person A", "Person B", "Person A"]
    assert events[0]["time:timestamp"] == "2000-01-01T00:00:00+00:00"
    assert events[-1]["time:timestamp"] == "2000-01-01T04:00:00+00:00"
    for word in (b"2026", b"ada", b'"bo"'):
        assert word not in content


def test_a_case_with_nothing_to_tell_is_an_empty_trace() -> None:
    assert read(xes_of("1", [], title, deidentified=True)) == ("Ärende", [])
