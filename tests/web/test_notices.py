"""The page of notices, and the count in the header."""

import pytest

from engine.staff.notices import Mailbox


def test_the_header_counts_what_is_unread(ada, engine):
    assert '<span class="app-unread">1<' in ada.get("/aviseringar").text
    engine.notices.waiting = ()

    assert "app-unread" not in ada.get("/aviseringar").text
    assert "Inget att läsa." in ada.get("/aviseringar").text


def test_the_header_does_not_count_for_ever(ada, engine):
    engine.notices.waiting = engine.notices.waiting[:1] * 100

    assert "99+" in ada.get("/").text


def test_a_notice_says_what_it_is_about(ada):
    page = ada.get("/aviseringar").text

    for said in ("Du har fått en uppgift: Kalla till samverkansmöte", "Ärende SSP-2026-0142.",
                 "Du är ersättare för en kollega från och med nu"):  # fmt: skip
        assert said in page, said


@pytest.mark.parametrize(
    ("notice", "place"), [("n1", "/uppgift/u2"), ("n2", "/arende/c1"), ("n3", "/ersattare")]
)
def test_opening_a_notice_reads_it_and_leads_to_what_it_is_about(ada, engine, notice, place):
    answer = ada.get(f"/avisering/{notice}")

    assert (answer.status_code, answer.location) == (303, place)
    assert engine.asked == [("opened", "ada", notice)]


def test_anothers_notice_is_not_found(ada):
    assert ada.get("/avisering/another").status_code == 404


def test_everything_is_read_at_once(ada, engine):
    assert ada.send("/aviseringar/lasta").location == "/aviseringar"
    assert engine.asked == [("read_all", "ada")]


def test_an_address_is_kept_and_turned_off(ada, engine):
    ada.send("/aviseringar/epost", epost="ja", adress=" ada@exempel.se ")
    assert engine.notices.kept == Mailbox("ada@exempel.se", True)
    assert 'value="ada@exempel.se"' in ada.get("/aviseringar").text
    ada.send("/aviseringar/epost", epost="nej", adress="ada@exempel.se")

    assert engine.notices.kept == Mailbox("ada@exempel.se", False)


def test_what_is_no_address_comes_back(ada, engine):
    answer = ada.send("/aviseringar/epost", epost="ja", adress="ada@")

    assert answer.status_code == 422
    assert 'value="ada@"' in answer.text
    assert "Ange en e-postadress som namn@exempel.se" in answer.text
    assert engine.notices.kept == Mailbox()
