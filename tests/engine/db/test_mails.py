"""The outbox of e-mail, on a real database of each kind, to a real mail server."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from engine.db.mails import LEASE
from engine.errors import NotFound
from engine.model import Case
from engine.staff.mailing import Mailing
from engine.staff.smtp import Carrier, delivery
from tests.conftest import MovedClock
from tests.engine.db.small import Office
from tests.engine.db.test_noticeboard import ADDRESS, given
from tests.engine.smtp_sink import Sink, listening


@pytest.fixture
def sink() -> Iterator[Sink]:
    with listening() as sink:
        yield sink


@pytest.fixture
def task_id(office: Office, case: Case) -> str:
    """A task that a caseworker with an address has been given."""
    office.engine.notices.keep_mailbox(office.soc, ADDRESS)
    return given(office, case)


def mailing(office: Office, sink: Sink) -> Mailing:
    carrier = Carrier(delivery(sink.url), "svara-inte@exempel.se", "https://exempel.se/aviseringar")
    return Mailing(office.engine.outbox, carrier, lambda _: (), office.engine.clock)


@pytest.mark.usefixtures("task_id")
def test_an_e_mail_reaches_the_server_once_and_tells_nothing(
    office: Office, sink: Sink, case: Case
) -> None:
    assert [mailing(office, sink).send_due() for _ in range(2)] == [1, 0]
    ((receiver, letter),) = sink.letters

    assert receiver == ADDRESS.address
    for secret in (case.number, case.id, office.soc.name, "Processen", "Socialtjänsten"):
        assert secret not in letter.as_string()
        assert secret not in letter.get_content()


@pytest.mark.usefixtures("task_id")
def test_no_other_worker_takes_what_one_has_taken(office: Office, clock: MovedClock) -> None:
    outbox = office.engine.outbox
    assert len(outbox.take(clock.now(), 10)) == 1
    assert outbox.take(clock.now(), 10) == []
    clock.advance(seconds=LEASE.total_seconds())

    assert len(outbox.take(clock.now(), 10)) == 1


@pytest.mark.usefixtures("task_id")
def test_a_server_that_asks_to_wait_gets_it_later(
    office: Office, sink: Sink, clock: MovedClock
) -> None:
    sink.refusals = ["451 later"]
    assert mailing(office, sink).send_due() == 0
    assert mailing(office, sink).send_due() == 0
    clock.advance(minutes=1)

    assert mailing(office, sink).send_due() == 1
    assert office.engine.outbox.dead() == []


@pytest.mark.usefixtures("task_id")
def test_what_is_refused_is_listed_without_its_address_and_sent_again_on_a_word(
    office: Office, sink: Sink, clock: MovedClock
) -> None:
    sink.refusals = ["550 unknown ada@exempel.se"]
    mailing(office, sink).send_due()
    (dead,) = office.engine.outbox.dead()
    assert (dead["person"], dead["cause"]) == ("soc", "the mail server answered 550")
    assert "exempel.se" not in repr(dead)
    clock.advance(days=1)
    assert mailing(office, sink).send_due() == 0
    office.engine.outbox.revive(dead["id"], clock.now())

    assert mailing(office, sink).send_due() == 1
    with pytest.raises(NotFound):
        office.engine.outbox.revive(dead["id"], clock.now())


def test_what_is_read_in_time_is_not_sent(
    office: Office, sink: Sink, task_id: str, clock: MovedClock
) -> None:
    office.engine.notices.read_all(office.soc)
    clock.advance(seconds=timedelta(minutes=1).total_seconds())

    assert mailing(office, sink).send_due() == 0
    assert sink.letters == []
