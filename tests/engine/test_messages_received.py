"""Messages from outside, and letters that could not be delivered."""

import pytest

from engine.errors import InvalidAnswers, NotAllowed, NotFound
from engine.model import Message
from tests.conftest import MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA, BO, log
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


def test_a_message_from_an_agencys_system_is_taken_in_once(post: Post, store: MemoryStore) -> None:
    post.run("lyssnar")
    letter = Message("m-utifran", "c", "hej", "meddelande", {"akut_fara": "ja"})
    post.messages.receive(ADA, letter)
    taken = post.tasks()
    store.kept.outbox.clear()
    post.messages.receive(ADA, letter)

    assert "svara" in [name.lower() for name in taken]
    assert log(store).count("message_received") == 2


def test_an_early_message_waits_until_somebody_listens(post: Post) -> None:
    post.messages.receive(ADA, Message("m-tidigt", "c", "hej", "meddelande", {}))
    assert post.pending() == ["hej"]
    post.run("lyssnar")
    post.messages.deliver_all()

    assert post.pending() == []


def test_an_unknown_message_is_parked_with_the_reason(post: Post, store: MemoryStore) -> None:
    post.messages.receive(ADA, Message("m-okant", "c", "nagot_annat", "meddelande", {}))

    assert post.pending() == []
    assert "okänt" in store.kept.dead["m-okant"][1]


def test_a_value_that_a_message_may_not_carry_is_refused(post: Post, store: MemoryStore) -> None:
    wrong = {"akut_fara": "kanske", "kalla": "socialtjansten"}
    with pytest.raises(InvalidAnswers) as refused:
        post.messages.receive(ADA, Message("m-fel", "c", "hej", "meddelande", wrong))

    assert set(refused.value.problems) == {"akut_fara", "kalla"}
    assert (post.pending(), store.kept.log) == ([], [])


def test_a_stranger_to_the_case_may_not_send_it_a_message(post: Post, store: MemoryStore) -> None:
    with pytest.raises(NotAllowed):
        post.messages.receive(BO, Message("m-bo", "c", "hej", "meddelande", {}))

    assert store.denied == [("bo", "receive", "c")]


def test_the_same_registration_asked_for_twice_is_done_once(post: Post, store: MemoryStore) -> None:
    post.run("lyssnar")
    for _ in range(2):
        post.messages.register(ADA, "c", "hej", "kommando-1")

    assert log(store).count("message_registered") == 1
