"""Messages as rows: each id once, receipts, dead letters."""

from collections.abc import Mapping

import pytest
from sqlalchemy import select

from engine.db.tables import messages
from engine.db.unit import SqlUnit
from engine.errors import NotFound, Stale
from engine.mishaps import DeadLetter
from engine.model import Message
from tests.conftest import MONDAY


def letter(number: int, **payload: str) -> Message:
    return Message(f"m{number}", "c", "hej", "meddelande", payload)


def row(unit: SqlUnit, id_: str) -> Mapping[str, object]:
    found = unit._db.execute(select(messages).where(messages.c.id == id_)).mappings().one()
    return dict(found)


def test_a_message_with_a_known_id_is_left_out(unit: SqlUnit) -> None:
    unit.send([letter(1, val="ja")])
    unit.send([letter(1, val="nej"), letter(2)])

    assert unit.pending("c") == [letter(1, val="ja"), letter(2)]


def test_a_delivered_message_has_its_receipt(unit: SqlUnit) -> None:
    unit.send([letter(1)])
    unit.delivered(letter(1), MONDAY, "i")

    kept = row(unit, "m1")
    assert (kept["delivered_at"], kept["receiver_instance"]) == (MONDAY, "i")


def test_a_dead_letter_is_not_pending_until_it_is_sent_again(unit: SqlUnit) -> None:
    unit.send([letter(1), letter(2)])
    unit.bury(letter(1), "x" * 300)
    assert unit.pending("c") == [letter(2)]
    assert unit.revive("m1") == letter(1)

    assert unit.pending("c") == [letter(1), letter(2)]
    with pytest.raises(NotFound):
        unit.revive("m1")


def test_what_has_been_delivered_is_not_buried(unit: SqlUnit) -> None:
    unit.send([letter(1)])
    unit.delivered(letter(1), MONDAY, None)

    with pytest.raises(Stale):
        unit.bury(letter(1), "för sent")


def test_a_message_may_be_dead_from_the_start(unit: SqlUnit) -> None:
    unit.send([letter(1)], "Meddelandet är okänt.")

    assert unit.pending("c") == []
    assert row(unit, "m1")["dead_because"] == "Meddelandet är okänt."


def test_a_dead_letter_is_a_message_with_a_reason() -> None:
    assert DeadLetter(letter(1), "för sent").message.id == "m1"
