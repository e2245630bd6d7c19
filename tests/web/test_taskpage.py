"""The page of a task shows what was typed, whatever went wrong."""

import pytest

from tests.web.test_tasks import GOOD

TYPED = {"_oppet": "1", "motivering": "Hon är rädd."}


@pytest.mark.parametrize("version", ["", "x", "-1", "٣", "9" * 30])
def test_a_page_that_does_not_say_what_it_has_seen_is_taken_as_it_is(ada, engine, version):
    engine.versions["u1"] = 4
    ada.send("/uppgift/u1", _handling="utkast", _utkast=version, **TYPED)

    assert engine.asked == [("draft", "ada", "u1")]


def test_completing_an_outdated_page_is_refused_once(ada, engine):
    engine.versions["u1"] = 4
    answer = ada.send("/uppgift/u1", _handling="slutfor", _utkast="3", **GOOD)
    assert answer.status_code == 422
    assert "uppgiften är inte slutförd" in answer.text
    assert not engine.asked

    assert ada.send("/uppgift/u1", _handling="slutfor", _utkast="4", **GOOD).status_code == 303


def test_giving_a_task_away_keeps_what_was_typed(ada, engine):
    ada.send("/uppgift/u1/ge", _kollega="bo", _skal="Semester.", _utkast="0", **TYPED)

    assert [done[0] for done in engine.asked] == ["draft", "reassign"]
    assert engine.drafts["u1"]["motivering"] == "Hon är rädd."


def test_without_a_reason_it_is_not_given_and_nothing_is_lost(ada, engine):
    answer = ada.send("/uppgift/u1/ge", _kollega="bo", _skal="", **TYPED)

    assert answer.status_code == 422
    assert '<a href="#skal">Skriv varför uppgiften byter handläggare</a>' in answer.text
    assert "Hon är rädd.</textarea>" in answer.text
    assert '<option value="bo" selected>' in answer.text


def test_what_has_happened_before_is_told_with_ones_own_answers_folded(ada):
    page = ada.get("/uppgift/u1").text

    assert "Vad som har hänt före" in page
    assert "Klar: Ta emot tipset" in page
    assert "Visa svaren" in page


def test_the_page_says_when_its_draft_was_saved(ada, engine):
    engine.versions["u1"] = 1

    assert "Utkast sparat 23 november 2026 kl. 12.00" in ada.get("/uppgift/u1").text


def test_what_waited_for_signing_in_again_is_not_lost_when_the_task_is_over(stranger, engine):
    from engine.errors import Conflict  # noqa: PLC0415

    engine.fails_with = Conflict("Uppgiften är redan slutförd av Bo Lind.")
    kept = {"uppgift": "u1", "k.motivering": "Hon är rädd för honom."}
    answer = stranger.sign_in(**kept)

    assert answer.status_code == 409
    assert "redan slutförd av Bo Lind" in answer.text
    assert "Hon är rädd för honom." in answer.text
