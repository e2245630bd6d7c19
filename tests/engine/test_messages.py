"""The verbs between instances: what reaches whom, what is kept, and who may tell."""

import pytest

from engine.casework import MAIN
from engine.errors import Conflict, NotAllowed, NotFound
from engine.model import Event, Message
from engine.retry import ATTEMPTS
from tests.conftest import MONDAY, MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA, BO, log
from tests.engine.post import Post


@pytest.fixture
def post(store: MemoryStore, clock: MovedClock) -> Post:
    return Post(store, clock)


def test_a_message_reaches_the_one_that_waits_with_what_it_carries(
    post: Post, store: MemoryStore
) -> None:
    post.run("lyssnar")
    post.send("hej", akut_fara="ja")
    post.messages.deliver("c")

    assert post.tasks() == ["Anmal", "Svara"]
    assert store.kept.instances["lyssnar"].variables == {"akut_fara": "ja"}
    assert post.pending() == []
    assert log(store) == ["message_caught", "task_opened"]


def test_a_message_reaches_one_only_even_when_two_wait(post: Post) -> None:
    post.run("lyssnar", "first")
    post.run("lyssnar", "second")
    post.send("hej")
    post.messages.deliver("c")

    assert post.tasks() == ["Anmal", "Svara"]


def test_an_early_message_is_kept_until_somebody_waits(post: Post, store: MemoryStore) -> None:
    post.send("hej", akut_fara="ja")
    post.messages.deliver("c")
    assert post.pending() == ["hej"]
    assert store.kept.log == []

    post.run("lyssnar")
    post.messages.deliver("c")

    assert (post.pending(), post.tasks()) == ([], ["Anmal", "Svara"])


def test_an_early_message_does_not_stop_those_behind_it(post: Post) -> None:
    post.run("avbryts")
    post.send("hej")
    post.send("slut", "signal")
    post.messages.deliver("c")

    assert post.pending() == ["hej"]


def test_a_signal_reaches_all_that_wait(post: Post, store: MemoryStore) -> None:
    post.run("avbryts", "first")
    post.run("avbryts", "second")
    post.send("slut", "signal")
    post.messages.deliver("c")

    assert [store.kept.instances[name].ended for name in ("first", "second")] == [True, True]
    assert not store.kept.instances[MAIN].ended


def test_a_signal_is_not_kept_for_those_who_were_not_listening(
    post: Post, store: MemoryStore
) -> None:
    post.send("slut", "signal")
    post.messages.deliver("c")
    assert post.pending() == []

    post.run("avbryts")
    post.messages.deliver("c")

    assert not store.kept.instances["avbryts"].ended


def test_a_message_starts_a_process_once_with_what_it_carries(
    store: MemoryStore, clock: MovedClock
) -> None:
    post = Post(store, clock, hej="startas")
    post.send("hej", akut_fara="nej")
    post.messages.deliver("c")
    post.messages.deliver("c")

    (started,) = [i for i in store.kept.instances.values() if i.process == "startas"]
    assert (started.variables, started.version) == ({"akut_fara": "nej"}, "v1")
    assert post.tasks() == ["Anmal", "Utred"]
    assert log(store) == ["instance_started", "task_opened"]
    assert store.kept.log[0].details["message"] == "hej"


def test_one_who_waits_is_preferred_to_a_new_process(store: MemoryStore, clock: MovedClock) -> None:
    post = Post(store, clock, hej="startas")
    post.run("lyssnar")
    post.send("hej")
    post.messages.deliver("c")

    assert post.tasks() == ["Anmal", "Svara"]


def test_what_a_delivery_sends_is_delivered_too(post: Post, store: MemoryStore) -> None:
    post.run("avbryts")
    post.run("svarar")
    post.send("hej")
    post.messages.deliver("c")

    assert store.kept.instances["avbryts"].ended
    assert store.kept.instances["svarar"].ended
    assert post.pending() == []


def test_each_delivery_is_a_transaction_of_its_own(post: Post, store: MemoryStore) -> None:
    post.run("avbryts")
    post.run("lyssnar")
    post.send("hej")
    post.send("slut", "signal")
    post.messages.deliver("c")

    assert store.attempts == 3  # the third finds nothing left


def test_a_lost_race_is_run_again_and_the_message_caught_once(
    post: Post, store: MemoryStore
) -> None:
    post.run("lyssnar")
    post.send("hej")
    store.lost_races = 2
    post.messages.deliver("c")

    assert log(store).count("message_caught") == 1


def test_what_others_write_all_the_time_is_left_for_the_worker(
    post: Post, store: MemoryStore
) -> None:
    post.run("lyssnar")
    post.send("hej")
    store.lost_races = ATTEMPTS
    post.messages.deliver("c")
    assert (post.pending(), store.kept.log) == (["hej"], [])

    post.messages.deliver_all()

    assert post.pending() == []


def test_a_registered_event_is_delivered_with_what_the_case_knows(
    post: Post, store: MemoryStore
) -> None:
    known = {"set": {"akut_fara": "ja", "kalla": "socialtjansten"}}
    store.kept.log.append(Event("c", "task_completed", MONDAY, details=known))
    post.run("lyssnar", akut_fara="nej")
    post.messages.register(ADA, "c", "hej")

    registered, caught = store.kept.log[1:3]
    assert log(store)[1:3] == ["message_registered", "message_caught"]
    assert (registered.actor, registered.agency) == ("ada", "socialtjansten")
    assert caught.details["variables"] == {"akut_fara": "ja"}


def test_an_event_that_nothing_waits_for_is_refused(post: Post, store: MemoryStore) -> None:
    with pytest.raises(Conflict, match="väntar"):
        post.messages.register(ADA, "c", "hej")

    assert (post.pending(), store.kept.log, store.denied) == ([], [], [])


@pytest.mark.parametrize(("case_id", "name"), [("c", "okant"), ("x", "hej")])
def test_an_unknown_case_or_event_is_not_found_and_kept_as_a_denial(
    post: Post, store: MemoryStore, case_id: str, name: str
) -> None:
    with pytest.raises(NotFound):
        post.messages.register(ADA, case_id, name)

    assert store.denied == [("ada", "register", case_id)]


def test_an_agency_that_takes_no_part_may_not_register(post: Post, store: MemoryStore) -> None:
    post.run("avbryts")
    with pytest.raises(NotAllowed, match="takes no part"):
        post.messages.register(BO, "c", "slut")

    assert not store.kept.instances["avbryts"].ended


def test_an_agency_that_is_not_on_the_list_may_not_register(post: Post, store: MemoryStore) -> None:
    post.run("startas")  # gives the police a task in the case
    post.run("lyssnar")
    with pytest.raises(NotAllowed, match="may not register"):
        post.messages.register(BO, "c", "hej")

    assert store.denied == [("bo", "register", "c")]


def test_a_message_that_ends_the_last_process_closes_the_case(
    post: Post, store: MemoryStore
) -> None:
    del store.kept.instances[MAIN]
    post.run("slutar")
    post.send("hej")
    post.messages.deliver("c")

    assert store.kept.cases["c"].end_state == "A2"
    assert log(store)[-1] == "case_closed"


def test_a_case_that_breaks_is_told_of_and_does_not_stop_the_others(
    post: Post, store: MemoryStore, caplog: pytest.LogCaptureFixture
) -> None:
    post.run("lyssnar")
    store.kept.outbox.append(Message("m-borta", "borta", "hej", "meddelande", {}))
    post.send("hej")
    post.messages.deliver_all()

    assert post.pending() == []
    assert "message m-borta could not be delivered" in caplog.text


def test_a_signal_to_all_sets_its_fields_also_where_nobody_waits(
    post: Post, store: MemoryStore
) -> None:
    post.send("alla", "signal", akut_fara="ja")
    post.messages.deliver("c")

    (instance,) = store.kept.instances.values()
    assert instance.variables == {"akut_fara": "ja"}
    assert post.tasks() == ["Anmal"]
    assert [entry.kind for entry in store.kept.log] == ["message_caught"]
