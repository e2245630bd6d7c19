"""What is told of a case that is closed."""

import pytest

from engine.casework import MAIN
from engine.errors import Conflict
from engine.messages import Messages
from engine.model import Case, Message
from tests.conftest import MONDAY, MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA, log
from tests.engine.rowed import Rows

ROWS = {MAIN: ("task socialtjansten anmal",), "startas": ("task polisen utred",)}


@pytest.fixture
def messages(store: MemoryStore, clock: MovedClock) -> Messages:
    rows = Rows(ROWS, hej="startas")
    store.kept.cases["c"] = Case("c", "2026-00001", "v1", MONDAY, "socialtjansten", MONDAY, "A2")
    return Messages(store, rows, clock)


def test_nothing_is_registered_in_a_closed_case(
    store: MemoryStore, messages: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.engine.fakes.MemoryUnit.participates", lambda *_: True)
    with pytest.raises(Conflict, match="avslutat"):
        messages.register(ADA, "c", "hej")

    assert (store.kept.outbox, store.kept.log) == ([], [])


def test_a_message_that_was_on_its_way_starts_nothing_in_a_closed_case(
    store: MemoryStore, messages: Messages
) -> None:
    store.kept.outbox.append(Message("m", "c", "hej", "meddelande", {}))
    messages.deliver("c")

    assert (store.kept.instances, store.kept.outbox, log(store)) == ({}, [], [])
    assert store.kept.dead["m"][1] == "Ärendet var redan avslutat."
