"""What integrators are told is so: the example runs, and the tables are those of the code."""

import json
import re
import time
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest

from engine.bpmn.definitions import read_folder
from engine.config import Settings
from engine.exchange.incoming import incoming_of
from engine.exchange.kinds import KINDS, TEST
from engine.exchange.signing import new_secret, signature
from engine.exchange.webhooks import PAUSES
from engine.matching import require_payload
from engine.registers import read_registers
from tests.engine.exchange.test_envelope import SAID

TEXT = (Path(__file__).parents[3] / "docs" / "events.md").read_text(encoding="utf-8")
UNITS = {"second": 1, "minute": 60, "hour": 3600}


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def rows(head: str) -> list[list[str]]:
    """Return the cells of a table that begins with this."""
    lines = TEXT[TEXT.index(f"| {head}") :].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_example_tells_what_is_genuine() -> None:
    (example,) = blocks("python")
    told: dict[str, object] = {}
    exec(example, told)  # noqa: S102  the example of our own document
    is_genuine, secret, body = told["is_genuine"], new_secret(), b'{"id":"1"}'
    assert callable(is_genuine)
    now = datetime.now(UTC)
    both = signature(body, now, [new_secret(), secret])
    old = signature(body, datetime.fromtimestamp(time.time() - 600, UTC), [secret])

    assert is_genuine(both, body, secret)
    assert not is_genuine(both, body + b" ", secret)
    assert not is_genuine(both, body, new_secret())
    assert not is_genuine(old, body, secret)


def test_every_kind_stands_in_the_table() -> None:
    assert [cells[0].strip("`") for cells in rows("type (after")] == [*KINDS, TEST]


def test_the_table_of_attempts_is_what_is_done() -> None:
    said = [cells[1] for cells in rows("failed attempt")]
    waits = [re.match(r"(\d+) (second|minute|hour)", each) for each in said]

    assert [int(each[1]) * UNITS[each[2]] for each in waits if each] == list(PAUSES)
    assert waits[-1] is None
    assert len(said) == len(PAUSES) + 1


def test_the_event_fits_its_schema_and_both_messages_say_the_same() -> None:
    event, cloud, plain = (json.loads(each) for each in blocks("json"))
    jsonschema.validate(event["data"], SAID, jsonschema.Draft202012Validator)
    messages = [incoming_of(each) for each in (cloud, plain)]

    assert messages[0].digest == messages[1].digest
    registers = read_registers(read_folder(Settings().processes))
    known = registers.messages[messages[0].name]
    require_payload(known, registers, messages[0].payload)
    assert "polismyndigheten" in known.registered_by


@pytest.mark.parametrize("name", ["waiting", "delivered", "parked"])
def test_every_state_is_told(name: str) -> None:
    assert f"| `{name}` |" in TEXT
