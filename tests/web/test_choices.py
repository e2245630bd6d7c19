"""How choices are called, and how their addresses are written."""

from collections.abc import Iterator

import pytest
from flask import Flask

from engine.lists.worklist import CHOICES, MANY, Wanted
from web import choices


@pytest.fixture(autouse=True)
def request_context(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


@pytest.mark.parametrize(
    ("named", "field"),
    [("DUES", "due"), ("PRIORITIES", "priority"), ("ORDERS", "order"), ("STEPS", "step"),
     ("SCOPES", "scope")],
)  # fmt: skip
def test_every_choice_has_a_name(named: str, field: str) -> None:
    assert {each[0] for each in getattr(choices, named)} == set(CHOICES[field])


def test_a_changed_address_begins_from_the_beginning() -> None:
    wanted = Wanted("mina", due="vecka", after="x~y")

    assert choices.address(wanted, frist="") == "/?visa=mina"
    assert choices.address(wanted, efter="z") == "/?visa=mina&frist=vecka&efter=z"


def test_what_a_form_carries_is_read_as_an_address_is() -> None:
    assert choices.read("visa=mina&frist=vecka&x=1&steg=99") == Wanted("mina", due="vecka")
    assert choices.read("&&;=") == Wanted()


def test_a_chosen_value_that_is_not_offered_is_kept() -> None:
    found = choices.items([("", "Alla")], "polis")

    assert found[-1] == {"value": "polis", "text": "Någon annan", "selected": True}


def test_nobody_counts_to_the_end_of_many() -> None:
    assert [choices.many(n) for n in (0, MANY - 1, MANY)] == ["0", "999", "999+"]


def test_everything_that_leaves_tasks_out_is_told() -> None:
    wanted = Wanted("mina", "lvu", "2", "vecka", "ja", "hog", "bo", "ja", "arende", "1", "x~y")
    told = [name for name, _ in choices.told(wanted, {"lvu": "Vård", "bo": "Bo Lind"})]

    assert told == [
        *("Process: Vård", "Steg 2. Akut skydd", "Löper ut den här veckan", "Bara lagens frister"),
        *("Prioritet: Hög", "Handläggare: Bo Lind", "Nya sedan sist", "Sökning: 1"),
    ]
