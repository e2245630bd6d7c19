"""Messages as systems write them: CloudEvents or plain JSON, and what is neither."""

from dataclasses import replace

import pytest

from engine.errors import InvalidAnswers
from engine.exchange.incoming import LONGEST_ID, Incoming, incoming_of

PLAIN = {"id": "m-1", "case": "2026-00001", "name": "fu_inledd", "payload": {"fu_ledare": "polis"}}
CLOUD = {
    "specversion": "1.0", "id": "m-1", "source": "https://system.exempel.se/",
    "type": "skyddsprocessen.message.fu_inledd", "subject": "2026-00001",
    "data": {"fu_ledare": "polis"}, "time": "2026-03-02T09:00:00Z",
}  # fmt: skip


def test_plain_json_and_a_cloud_event_say_the_same() -> None:
    plain, cloud = incoming_of(PLAIN), incoming_of(CLOUD)

    assert plain == Incoming("m-1", "2026-00001", "fu_inledd", {"fu_ledare": "polis"})
    assert replace(cloud, id="m-1") == plain
    assert cloud.id == "https://system.exempel.se/ m-1"


def test_two_sources_can_use_the_same_id() -> None:
    other = incoming_of({**CLOUD, "source": "https://annat.exempel.se/"})
    long = [incoming_of({**CLOUD, "source": f"{'x' * (LONGEST_ID - 1)}{n}"}) for n in range(2)]

    assert other.id != incoming_of(CLOUD).id
    assert len({each.id for each in long}) == 2
    assert all(len(each.id) <= LONGEST_ID for each in long)


def test_what_it_carries_may_be_nothing() -> None:
    for without in ({k: v for k, v in PLAIN.items() if k != "payload"}, {**PLAIN, "payload": None}):
        assert incoming_of(without).payload == {}


def test_two_messages_differ_by_all_that_they_say() -> None:
    message = incoming_of(PLAIN)
    others = [replace(message, case="x"), replace(message, name="x"), replace(message, payload={})]

    assert len({each.digest for each in (message, *others)}) == 4
    assert replace(message, id="x").digest == message.digest


@pytest.mark.parametrize(
    ("body", "field"),
    [
        *((None, "body"), ([], "body"), ("x", "body"), ({}, "id")),
        *(({**PLAIN, "id": 1}, "id"), ({**PLAIN, "id": "x" * 121}, "id")),
        *(({**PLAIN, "case": ""}, "case"), ({**PLAIN, "case": "x" * 37}, "case")),
        *(({**PLAIN, "name": "a\nb"}, "name"), ({**PLAIN, "name": "a\x00"}, "name")),
        *(({**PLAIN, "payload": []}, "payload"), ({**PLAIN, "payload": {"a": 1}}, "payload")),
        *(({**PLAIN, "payload": {"a": "x" * 41}}, "payload"),),
        *(({**PLAIN, "payload": {f"f{n}": "x" for n in range(41)}}, "payload"),),
        *(({**CLOUD, "specversion": "0.3"}, "specversion"), ({**CLOUD, "type": "annat"}, "type")),
        *(({**CLOUD, "type": 7}, "type"), ({**CLOUD, "source": ""}, "id")),
        *(({**CLOUD, "id": None}, "id"),),
        *(({**CLOUD, "subject": None}, "case"), ({**CLOUD, "data": "x"}, "payload")),
    ],
)  # fmt: skip
def test_what_is_no_message_is_refused_with_what_is_wrong(body: object, field: str) -> None:
    with pytest.raises(InvalidAnswers) as refused:
        incoming_of(body)

    assert field in refused.value.problems
