"""The second person, over HTTP."""

import pytest

from engine.errors import InvalidAnswers
from tests.web.fake_engine import ADA, BO
from tests.web.test_tasks import GOOD


@pytest.fixture
def proposed(engine):
    """Bo has proposed answers; Ada is chef."""
    engine.approval = "chef"
    engine.propose("u2", BO)
    return engine


def test_completing_says_that_it_is_a_proposal(ada, engine):
    engine.approval = "chef"
    page = ada.get("/uppgift/u1").text
    assert "Lämna förslaget" in page
    assert "en annan person med rollen chef" in page

    answer = ada.send("/uppgift/u1", _handling="slutfor", **GOOD)
    assert answer.location == "/uppgift/u1"
    page = ada.get("/uppgift/u1").text
    assert "Uppgiften slutförs när en kollega har godkänt det." in page
    assert "Ta tillbaka och ändra" in page
    assert "Godkänn förslaget" not in page


def test_the_second_person_sees_the_answers_and_approves(ada, proposed):
    page = ada.get("/uppgift/u2").text
    assert "Bo Lind lämnade det 23 november 2026" in page
    assert "Hon är rädd." in page
    assert 'name="_handling" value="slutfor"' not in page

    answer = ada.send("/uppgift/u2/godkann", _kommando="k")
    assert answer.location == "/uppgift/u2/klar"
    assert proposed.asked == [("approve", "ada", "u2")]
    assert "Du har godkänt" in ada.get("/uppgift/u2/klar").text


def test_a_colleague_without_the_role_only_reads(stranger, engine):
    engine.approval = "chef"
    engine.propose("u2", ADA)
    stranger.sign_in("bo")
    page = stranger.get("/uppgift/u2").text

    assert "Hon är rädd." in page
    assert "Godkänn förslaget" not in page
    assert "Ta tillbaka" not in page


def test_it_is_sent_back_only_with_a_reason(ada, proposed):
    answer = ada.send("/uppgift/u2/skicka-tillbaka", _skal=" ")
    assert answer.status_code == 422
    assert '<a href="#skal">Skriv varför förslaget skickas tillbaka</a>' in answer.text

    assert ada.send("/uppgift/u2/skicka-tillbaka", _skal="Ring.").location == "/uppgift/u2"
    assert proposed.asked == [("send_back", "ada", "u2")]


def test_answers_that_no_longer_hold_are_told_to_the_one_who_approves(ada, proposed):
    proposed.fails_later = InvalidAnswers({"dag": "Dagen har passerat"})
    proposed.approve = lambda *_: (_ for _ in ()).throw(proposed.fails_later)
    answer = ada.send("/uppgift/u2/godkann")

    assert answer.status_code == 422
    assert "Svaren håller inte längre: Dagen har passerat" in answer.text


def test_another_agency_finds_nothing_to_approve(stranger, proposed):
    stranger.sign_in("cy")
    stranger.get("/")

    assert stranger.send("/uppgift/u2/skicka-tillbaka", _skal="x").status_code == 404
