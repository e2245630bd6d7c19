"""What is sent, what is not, and what is tried again."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from engine.errors import Undeliverable
from engine.staff.mailing import Mailing
from engine.staff.notices import PAUSES, Mail, Mailbox
from tests.conftest import MONDAY, MovedClock

MAIL = Mail("n1", "ada", "c", 0, read=False, mailbox=Mailbox("ada@exempel.se", True), agency="soc")


@dataclass
class Shelf:
    """An outbox in memory."""

    waiting: dict[str, tuple[Mail, datetime]]
    settled: dict[str, tuple[str, str | None]] = field(default_factory=dict)

    def take(self, now: datetime, limit: int) -> Sequence[Mail]:
        return [mail for mail, at in self.waiting.values() if at <= now][:limit]

    def settle(self, mail: Mail, at: datetime, outcome: str, cause: str | None = None) -> None:
        del self.waiting[mail.id]
        self.settled[mail.id] = (outcome, cause)

    def postpone(self, mail: Mail, until: datetime, cause: str) -> None:
        self.waiting[mail.id] = (replace(mail, attempts=mail.attempts + 1), until)


@dataclass
class Post:
    """Carries e-mail, or fails."""

    carried: list[tuple[str, str]] = field(default_factory=list)
    fails_with: Exception | None = None

    def __call__(self, id_: str, address: str, at: datetime) -> None:
        if self.fails_with:
            raise self.fails_with
        self.carried.append((id_, address))


@pytest.fixture
def post() -> Post:
    return Post()


def mailing(shelf: Shelf, post: Post, clock: MovedClock, *blocked: str) -> Mailing:
    return Mailing(shelf, post, lambda case_id: blocked if case_id == "c" else (), clock)


def shelf(*mails: Mail) -> Shelf:
    return Shelf({mail.id: (mail, MONDAY) for mail in mails})


def test_what_waits_is_sent_once(post: Post, clock: MovedClock) -> None:
    waiting = shelf(MAIL, replace(MAIL, id="n2"))

    assert mailing(waiting, post, clock).send_due() == 2
    assert mailing(waiting, post, clock).send_due() == 0
    assert post.carried == [("n1", "ada@exempel.se"), ("n2", "ada@exempel.se")]


@pytest.mark.parametrize(
    ("mail", "outcome"),
    [
        (replace(MAIL, read=True), "read"),
        (replace(MAIL, agency=None), "gone"),
        (replace(MAIL, mailbox=Mailbox("ada@exempel.se", False)), "unwanted"),
    ],
)
def test_what_nobody_needs_is_not_sent(
    post: Post, clock: MovedClock, mail: Mail, outcome: str
) -> None:
    waiting = shelf(mail)
    mailing(waiting, post, clock).send_due()

    assert (post.carried, waiting.settled) == ([], {"n1": (outcome, None)})


def test_no_e_mail_goes_to_an_address_that_is_blocked_in_the_case(
    post: Post, clock: MovedClock
) -> None:
    waiting = shelf(MAIL, replace(MAIL, id="n2", case_id="another"))
    mailing(waiting, post, clock, "Får inte kontaktas: ADA@exempel.se").send_due()

    assert waiting.settled["n1"] == ("blocked", None)
    assert post.carried == [("n2", "ada@exempel.se")]


def test_what_may_pass_is_tried_again_later_and_given_up_at_last(
    post: Post, clock: MovedClock, caplog: pytest.LogCaptureFixture
) -> None:
    waiting = shelf(MAIL)
    post.fails_with = OSError("ada@exempel.se: connection refused")
    for pause in PAUSES:
        mailing(waiting, post, clock).send_due()
        assert waiting.waiting["n1"][1] == clock.now() + timedelta(seconds=pause)
        clock.advance(seconds=pause)
    mailing(waiting, post, clock).send_due()

    assert waiting.settled == {"n1": ("dead", "OSError")}
    assert "exempel.se" not in caplog.text


def test_what_is_refused_for_good_is_not_tried_again_and_stops_no_other(
    post: Post, clock: MovedClock
) -> None:
    waiting = shelf(MAIL)
    post.fails_with = Undeliverable("the mail server answered 550")
    mailing(waiting, post, clock).send_due()

    assert waiting.settled == {"n1": ("dead", "the mail server answered 550")}
