"""Letters that could not be delivered, and registrations asked for twice."""

import pytest

from engine.errors import NotFound
from engine.model import Message
from tests.conftest import MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA, log
from tests.engine.post import Post


@pytest.fixture
def post(store: MemoryStore, clock: MovedClock) -> Post:
    return Post(store, clock)


def test_a_message_that_breaks_is_a_dead_letter_and_an_incident(
    post: Post, store: MemoryStore
) -> None:
    post.run("lyssnar")
    store.kept.outbox.append(Message("m-borta", "borta", "hej", "meddelande", {}))
    post.messages.deliver("borta")

    (incident,) = store.incidents()
    assert (incident.kind, incident.element, incident.case_id) == ("message", "m-borta", "borta")
    assert store.kept.dead["m-borta"][1] == "Något som steget behöver finns inte längre."


def test_a_dead_letter_is_delivered_when_a_person_sends_it_again(
    post: Post, store: MemoryStore
) -> None:
    letter = Message("m-igen", "c", "hej", "meddelande", {})
    store.kept.dead["m-igen"] = (letter, "Ärendet var redan avslutat.")
    post.run("lyssnar")
    post.messages.resend("drift", "m-igen")

    assert (post.pending(), store.kept.dead) == ([], {})
    assert log(store)[0] == "message_resent"
    assert store.kept.log[0].actor == "drift"
    with pytest.raises(NotFound):
        post.messages.resend("drift", "m-igen")


def test_the_same_registration_asked_for_twice_is_done_once(post: Post, store: MemoryStore) -> None:
    post.run("lyssnar")
    for _ in range(2):
        post.messages.register(ADA, "c", "hej", "kommando-1")

    assert log(store).count("message_registered") == 1
