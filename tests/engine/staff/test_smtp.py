"""E-mail on its way out: through a real SMTP conversation, and into a folder."""

import smtplib
import ssl
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from engine.errors import Undeliverable
from engine.staff.notices import SUBJECT
from engine.staff.smtp import Carrier, delivery
from tests.conftest import MONDAY
from tests.engine.smtp_sink import Sink, listening

LINK = "https://skydd.exempel.se/aviseringar"
SENDER = "Skyddsprocessen <svara-inte@exempel.se>"


@pytest.fixture
def sink() -> Iterator[Sink]:
    with listening() as sink:
        yield sink


def carrier(url: str) -> Carrier:
    return Carrier(delivery(url), SENDER, LINK)


def test_an_e_mail_says_that_there_is_news_and_where(sink: Sink) -> None:
    carrier(sink.url)("n1", "ada@exempel.se", MONDAY)
    ((receiver, letter),) = sink.letters

    assert receiver == "ada@exempel.se"
    assert (letter["Subject"], letter["To"], letter["From"]) == (SUBJECT, receiver, SENDER)
    assert letter["Message-ID"] == "<n1@skyddsprocessen>"
    assert letter["Auto-Submitted"] == "auto-generated"
    said = "Du har en ny händelse i Skyddsprocessen. Logga in för att läsa den:"
    assert letter.get_content().splitlines() == [said, "", LINK]


def test_what_is_refused_for_good_is_told_from_what_may_pass(sink: Sink) -> None:
    sink.refusals = ["550 no such mailbox ada@exempel.se", "451 try later"]
    with pytest.raises(Undeliverable, match="550") as refused:
        carrier(sink.url)("n1", "ada@exempel.se", MONDAY)
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        carrier(sink.url)("n1", "ada@exempel.se", MONDAY)

    assert "exempel.se" not in str(refused.value)
    assert sink.letters == []


def test_a_password_is_never_sent_in_the_open(sink: Sink) -> None:
    with pytest.raises(ssl.SSLError, match="no encryption"):
        carrier(sink.url.replace("//", "//user:password@"))("n1", "ada@exempel.se", MONDAY)

    assert sink.letters == []


def test_a_server_that_is_not_there_may_come_back(sink: Sink) -> None:
    with pytest.raises(OSError, match="refused"):
        carrier("smtp://127.0.0.1:1")("n1", "ada@exempel.se", MONDAY)


def test_without_a_server_e_mail_is_kept_in_a_folder(tmp_path: Path) -> None:
    carrier(f"file://{tmp_path}/post")("n1", "ada@exempel.se", MONDAY)
    kept = (tmp_path / "post" / "n1.eml").read_bytes()

    assert message_from_bytes(kept, policy=policy.default)["To"] == "ada@exempel.se"


@pytest.mark.parametrize("url", ["", "http://exempel.se", "smtp://", "localhost:25"])
def test_an_address_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="SKYDD_SMTP_URL"):
        delivery(url)
