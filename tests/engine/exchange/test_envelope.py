"""What an event looks like on its way, and that it fits the schema that it names."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import orjson
import pytest

from engine.exchange.envelope import SCHEMA, Envelope
from engine.exchange.kinds import FACTS, KINDS, TEST
from engine.exchange.webhooks import Delivery
from tests.conftest import MONDAY
from tests.engine.exchange.test_webhooks import HOOK

WEB = Path(__file__).parents[3] / "web"
SAID = json.loads((WEB / SCHEMA).read_text())
DELIVERY = Delivery("d", "e", HOOK, "task.opened", MONDAY, MONDAY, 0, "c", "2026-00001",
                    {"task_id": "t", "process": "p", "element": "x"})  # fmt: skip
write = Envelope("https://skydd.exempel.se")


def test_an_event_is_a_cloud_event_of_version_1() -> None:
    assert orjson.loads(write(DELIVERY)) == {
        "specversion": "1.0",
        "id": "e",
        "source": "https://skydd.exempel.se/",
        "type": "skyddsprocessen.task.opened",
        "subject": "2026-00001",
        "time": "2026-03-02T09:00:00Z",
        "datacontenttype": "application/json",
        "dataschema": "https://skydd.exempel.se/static/handelse-1.schema.json",
        "data": {
            "agency": "polis",
            "link": "https://skydd.exempel.se/uppgift/t",
            "case": {"id": "c", "number": "2026-00001"},
            "task": {"id": "t", "process": "p", "element": "x"},
        },
    }


def test_sent_again_it_is_the_same_to_the_letter() -> None:
    assert write(DELIVERY) == write(replace(DELIVERY, attempts=3, lease=MONDAY.replace(year=2027)))


@pytest.mark.parametrize("kind", [*KINDS, TEST])
def test_every_kind_fits_the_schema_with_and_without_its_facts(kind: str) -> None:
    facts = {name: f"{name}-1" for name in FACTS.get(kind, ())}
    facts |= {"due_at": MONDAY.isoformat()} if "due_at" in facts else {}
    for given in (facts, {}):
        told = orjson.loads(write(replace(DELIVERY, kind=kind, facts=given)))
        jsonschema.validate(told["data"], SAID, jsonschema.Draft202012Validator)


def test_the_schema_lets_nothing_else_through() -> None:
    data = orjson.loads(write(DELIVERY))["data"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data | {"name": "någon"}, SAID, jsonschema.Draft202012Validator)


def test_a_test_is_about_no_case() -> None:
    told = orjson.loads(write(replace(DELIVERY, kind=TEST, case_id=None, case_number=None,
                                      facts={})))  # fmt: skip

    assert "subject" not in told
    assert told["data"] == {"agency": "polis", "link": "https://skydd.exempel.se/"}
