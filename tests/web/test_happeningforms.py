from collections.abc import Iterator

import pytest
from flask import Flask

from engine.bpmn.diagram import Trigger
from engine.modelling.table.triggers import Chosen
from tests.engine.modelling.small import MAIN, Owners
from tests.web.owners_desk import desk, owners
from web import happeningforms as ask
from web.stepdesk import Desk, desk_of

__all__ = ["desk", "owners"]


@pytest.fixture
def there(owners: Owners) -> Desk:
    draft = owners.draft()
    return desk_of(owners.engine.drafts.read_files(owners.pia, draft.id), MAIN)


@pytest.fixture
def page(desk: Flask) -> Iterator[Flask]:
    with desk.test_request_context():
        yield desk


def fields(parts: list[ask.Part]) -> list[str]:
    return [each.id for part in parts for each in part.fields]


@pytest.mark.usefixtures("page")
def test_each_thing_that_may_happen_is_asked_what_it_needs(there: Desk) -> None:
    assert fields(ask.of_way(ask.WAIT, there))[:3] == ["namn", "aktor", "utlosare"]
    assert "s.satter" in fields(ask.of_way(ask.SENDING, there))
    assert fields(ask.of_border(there))[:4] == ["namn", "utlosare", "avbryter", "till"]
    assert fields(ask.of_event(there))[:3] == ["namn", "utlosare", "till"]
    assert fields(ask.of_branch(there)) == ["namn", "aktor", "till"]
    assert fields(ask.of_parallel(there)) == ["namn1", "aktor1", "namn2", "aktor2"]
    assert fields(ask.of_first(there, "A")) == [
        "namn", "aktor", "namn1", "utlosare1", "namn2", "utlosare2", "till2",
    ]  # fmt: skip


def test_a_form_begins_with_whose_the_step_before_is(there: Desk) -> None:
    assert ask.begun(there.row("b"))["aktor1"] == "polismyndigheten"


def test_what_is_sent_is_read(there: Desk, desk: Flask) -> None:
    sent = {"namn": "Svar", "aktor": "polismyndigheten", "utlosare": "message hej",
            "s.lagrum": "LVU 7 §", "till": "n", "utlosare2": "message x", "namn2": "Två",
            "aktor2": "socialtjansten"}  # fmt: skip
    with desk.test_request_context(method="POST", data=sent):
        event, other = ask.sent_event(ask.BORDER, there), ask.sent_event(ask.WAIT, there, "2")
        branch = ask.sent_branch(there, "2")

    assert event.chosen == Chosen(Trigger("message", "hej"))
    assert (event.agency_name, event.settings["lagrum"]) == ("Polismyndigheten", "LVU 7 §")
    assert (other.chosen, other.settings) == (None, {})
    assert (branch.name, branch.agency_name) == ("Två", "Socialtjänsten")
