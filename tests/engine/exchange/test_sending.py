"""Events reach a real web server: signed, tried again, dead in the end, and in order."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from engine.bootstrap import Engine
from engine.db.deliveries import LEASE, SqlOutgoing
from engine.exchange.carrying import PATIENCE
from engine.exchange.sending import TURN, Sending
from engine.exchange.webhooks import BOTH_VALID, PAUSES, DeliveryLine
from tests.conftest import MovedClock
from tests.engine.db.connected import Connected
from tests.engine.db.small import FILES, Office
from tests.engine.exchange.receiver import Receiver, listening


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with listening() as receiver:
        yield receiver


@pytest.fixture
def connected(engine: Engine, receiver: Receiver) -> Connected:
    office = Office(engine)
    office.publish(FILES)
    return Connected(office, receiver.url)


def lines(connected: Connected) -> list[DeliveryLine]:
    return list(connected.office.engine.exchange.page(connected.office.chef).deliveries)


def test_what_happens_reaches_the_agencys_system_once_in_order_and_signed(
    connected: Connected, receiver: Receiver, clock: MovedClock
) -> None:
    hook = connected.connect(kinds=["case.opened", "task.opened", "task.completed"])
    case = connected.office.open()
    connected.office.complete(case, "a")
    worker = connected.sending()

    assert [worker.send_due() for _ in range(2)] == [4, 0]
    assert receiver.kinds == ["case.opened", "task.opened", "task.opened", "task.completed"]
    assert {event["subject"] for event in receiver.events} == {case.number}
    assert all(receiver.signed(n, hook.secret, clock.now()) for n in range(4))
    assert receiver.got[0][2]["Content-Type"].startswith("application/cloudevents+json")
    assert [line.outcome for line in lines(connected)] == ["sent"] * 4


def test_both_secrets_sign_while_one_is_changed(
    connected: Connected, receiver: Receiver, clock: MovedClock
) -> None:
    old = connected.connect(kinds=["case.opened"])
    new = connected.subscribing.rotate(connected.office.chef, old.id)
    assert new is not None
    for _ in range(2):
        connected.office.open()
        connected.sending().send_due()
        clock.advance(seconds=BOTH_VALID.total_seconds())
    clock.advance(seconds=-2 * BOTH_VALID.total_seconds())
    assert [receiver.signed(0, key.secret, clock.now()) for key in (old, new)] == [True, True]
    clock.advance(seconds=BOTH_VALID.total_seconds())

    assert [receiver.signed(1, key.secret, clock.now()) for key in (old, new)] == [False, True]


def test_what_fails_is_tried_again_later_with_the_same_id_and_holds_up_its_case(
    connected: Connected, receiver: Receiver, clock: MovedClock
) -> None:
    connected.connect(kinds=["case.opened", "task.opened"])
    connected.office.open()
    receiver.answers[:] = ["503"]
    worker = connected.sending()
    assert [worker.send_due() for _ in range(2)] == [0, 0]
    assert receiver.got == []
    clock.advance(seconds=PAUSES[0])

    assert worker.send_due() == 3
    assert receiver.kinds[0] == "case.opened"


def test_after_the_last_attempt_it_is_dead_and_a_person_sends_it_again(
    connected: Connected, receiver: Receiver, clock: MovedClock
) -> None:
    connected.connect(kinds=["case.opened"])
    connected.office.open()
    receiver.answers[:] = ["500"] * (len(PAUSES) + 1)
    for pause in (0, *PAUSES):
        clock.advance(seconds=pause)
        assert connected.sending().send_due() == 0
    (dead,) = lines(connected)
    assert (dead.outcome, dead.attempts) == ("dead", len(PAUSES) + 1)
    assert dead.cause == "Svarade med felkoden 500."
    clock.advance(days=2)
    assert connected.sending().send_due() == 0
    connected.subscribing.resend(connected.office.chef, dead.id, "Mottagaren är lagad")

    assert connected.sending().send_due() == 1
    assert receiver.kinds == ["case.opened"]


def test_a_receiver_that_says_it_is_gone_is_not_asked_again(
    connected: Connected, receiver: Receiver
) -> None:
    connected.connect(kinds=["case.opened"])
    connected.office.open()
    receiver.answers[:] = ["410"]
    connected.sending().send_due()

    assert [line.outcome for line in lines(connected)] == ["dead"]


def test_one_that_does_not_answer_holds_up_no_other(
    connected: Connected, receiver: Receiver
) -> None:
    with listening() as broken:
        connected.connect(kinds=["case.opened"], url=broken.url)
        connected.connect(kinds=["case.opened"])
        for _ in range(3):
            connected.office.open()
        broken.answers[:] = ["slow"] * 3
        assert connected.sending().send_due() == 3

        assert len(broken.answers) == 2  # after one failure the others of its turn wait
    assert receiver.kinds == ["case.opened"] * 3


def test_a_test_event_is_about_nothing(connected: Connected, receiver: Receiver) -> None:
    hook = connected.connect(kinds=["case.closed"])
    connected.subscribing.test(connected.office.chef, hook.id)
    connected.sending().send_due()

    assert receiver.kinds == ["webhook.test"]


def test_what_nobody_foresaw_is_a_failure_like_others(
    connected: Connected, receiver: Receiver
) -> None:
    connected.connect(kinds=["case.opened"])
    connected.office.open()
    worker = connected.sending()

    def breaks(_: object) -> bytes:
        raise RuntimeError("hemligt")

    broken = Sending(worker.outgoing, worker.carry, breaks, worker.clock)
    broken.send_due()
    (line,) = lines(connected)

    assert (line.outcome, line.attempts, receiver.got) == (None, 1, [])
    assert line.cause == "Ett fel i programmet hindrade att den skickades."


def test_a_worker_that_dies_after_sending_sends_again_with_the_same_id(
    connected: Connected, receiver: Receiver, clock: MovedClock
) -> None:
    connected.connect(kinds=["case.opened"])
    connected.office.open()
    worker = connected.sending()
    dies = Forgetful(connected.outgoing.database, connected.outgoing.vault)
    Sending(dies, worker.carry, worker.envelope, clock).send_due()
    assert worker.send_due() == 0
    clock.advance(minutes=10)

    assert worker.send_due() == 1
    assert len({event["id"] for event in receiver.events}) == 1
    assert receiver.got[0][1] == receiver.got[1][1]


class Forgetful(SqlOutgoing):
    """A worker that dies before it can say what became of what it has sent."""

    def settle(self, *_: object, **__: object) -> None:
        return


def test_a_turn_ends_long_before_its_lease() -> None:
    assert timedelta(seconds=TURN + PATIENCE) * 2 < LEASE
