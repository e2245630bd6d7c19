import re

import pytest

from engine.errors import Conflict
from tests.web.fake_engine import FORM, SUSPICION
from web.taskpage import STALE

GOOD = {
    "akut_fara": "nej",
    "dag-day": "1",
    "dag-month": "11",
    "dag-year": "2026",
    "tecken": ["hot"],
    "motivering": "Hon är rädd.",
}


def test_the_task_page_says_what_by_when_under_which_paragraph(ada):
    page = ada.get("/uppgift/u1").text

    for said in (
        *("Registrera misstanke", "22 november 2026", "i går", "Har löpt ut", "SoL 20:1"),
        *("Anteckna varför", "Boka tolk", "OSL 26:1", "SOC-05", "svaren går inte att ändra"),
        *("Var iakttogs det? (frivilligt)", "Skriv inget som visar vem personen är."),
        "Svara bara om du har valt ”Ja” på ”Finns akut fara?”.",
    ):
        assert said in page, said


def test_titles_and_addresses_name_no_person(ada):
    title = re.search(r"<title>(.*?)</title>", ada.get("/uppgift/u1").text)

    assert title
    assert title[1] == "Registrera misstanke, ärende SSP-2026-0142 – Skyddsprocessen"


@pytest.mark.parametrize("path", ["/uppgift/finns-inte", "/uppgift/finns-inte/x"])
def test_a_task_that_is_not_there_is_not_found(ada, path):
    assert ada.get(path).status_code == 404


def test_another_agencys_task_is_not_found(stranger):
    stranger.sign_in("cy")

    assert stranger.get("/uppgift/u1").status_code == 404


def test_a_task_reserved_for_a_role_can_be_read_only(ada):
    page = ada.get("/uppgift/u3").text

    assert "förbehållen rollen ordförande" in page
    assert "Slutför uppgiften" not in page
    assert "Ta uppgiften" not in page


def test_a_colleagues_task_can_be_read_only(ada):
    page = ada.get("/uppgift/u4").text

    assert "Bo Lind har uppgiften. Du kan läsa frågorna" in page
    assert "Slutför uppgiften" not in page


def test_taking_a_task_leads_to_it(ada, engine):
    answer = ada.send("/uppgift/u2/ta")

    assert (answer.status_code, answer.location) == (303, "/uppgift/u2")
    assert engine.asked == [("claim", "ada", "u2")]
    assert "Uppgiften är din." in ada.get("/uppgift/u2").text


def test_giving_a_task_back_leads_to_the_work_list(ada, engine):
    assert ada.send("/uppgift/u1/lamna").location == "/"
    assert engine.asked == [("release", "ada", "u1")]


def test_giving_a_task_to_a_colleague(ada, engine):
    assert ada.send("/uppgift/u1/ge", _kollega="bo", _skal="Semester.").location == "/"
    assert engine.asked == [("reassign", "ada", "u1", "bo")]
    assert "Bo Lind har nu uppgiften." in ada.get("/").text


@pytest.mark.parametrize("colleague", ["", "cy", "ada"])
def test_a_task_is_given_to_a_colleague_who_can_have_it(ada, engine, colleague):
    answer = ada.send("/uppgift/u1/ge", _kollega=colleague)

    assert answer.status_code == 422
    assert "Välj en kollega" in answer.text
    assert not engine.asked


def test_a_draft_is_kept_unchecked(ada, engine):
    answer = ada.send("/uppgift/u1", _handling="utkast", **{"dag-day": "31", "barn": "många"})

    assert answer.location == "/uppgift/u1"
    page = ada.get("/uppgift/u1").text
    assert "Utkastet är sparat." in page
    assert 'value="31"' in page
    assert 'value="många"' in page


def test_a_post_without_a_button_never_completes(ada, engine):
    ada.send("/uppgift/u1", **GOOD)

    assert engine.asked == [("draft", "ada", "u1")]


def test_completing_tells_what_happens_next(ada, engine):
    answer = ada.send("/uppgift/u1", _handling="slutfor", **GOOD)

    assert (answer.status_code, answer.location) == (303, "/uppgift/u1/klar")
    assert engine.asked == [("complete", "ada", "u1", {"akut_fara": "nej"})]
    page = ada.get("/uppgift/u1/klar").text
    assert "”Registrera misstanke” är slutförd i SSP-2026-0142." in page
    assert "Nästa uppgift i ärendet: Kalla till samverkansmöte" in page
    assert "är slutförd" not in ada.get("/").text


def test_without_a_next_task_it_leads_to_the_case(ada, engine):
    engine.tasks = {"u1": (SUSPICION, None)}
    ada.send("/uppgift/u1", _handling="slutfor", **GOOD)

    page = ada.get("/uppgift/u1/klar").text
    assert "Inget mer hos er just nu." in page
    assert "Se ärende SSP-2026-0142" in page


def test_answers_that_do_not_hold_come_back_with_what_was_typed(ada, engine):
    wrong = GOOD | {"dag-day": "31", "dag-month": "2", "barn": "-3", "akut_fara": "ja"}
    answer = ada.send("/uppgift/u1", _handling="slutfor", **wrong)

    assert answer.status_code == 422
    assert "Fel: Registrera misstanke" in answer.text
    for said in (
        '<a href="#atgard">Ange ett svar på frågan ”Vad har gjorts för att skydda?”</a>',
        '<a href="#dag-day">Dag för iakttagelsen måste vara ett datum som finns',
        '<a href="#barn">Antal medföljande barn måste vara minst 0</a>',
        'value="31"',
        'value="-3"',
        "Hon är rädd.</textarea>",
    ):
        assert said in answer.text, said
    assert re.search(r'value="ja"\s+checked', answer.text)
    assert re.search(r'value="hot"\s+checked', answer.text)
    assert not engine.asked


def test_every_question_of_a_form_has_a_label_and_a_place_for_its_error(ada):
    page = ada.send("/uppgift/u1", _handling="slutfor", akut_fara="ja").text

    for field in FORM.fields:
        assert field.label in page
        answered = field.key == "akut_fara" or not field.required
        assert answered or f'id="{field.key}-error"' in page


def test_a_form_from_an_older_session_comes_back_with_what_was_typed(ada, engine):
    ada.token = "of another session"  # noqa: S105
    answer = ada.send("/uppgift/u1", _handling="slutfor", **GOOD)

    assert answer.status_code == 422
    assert str(STALE) in answer.text
    assert "Hon är rädd.</textarea>" in answer.text
    assert not engine.asked
    assert ada.send("/uppgift/u1", _handling="slutfor", **GOOD).status_code == 303


def test_a_button_from_an_older_session_is_refused(ada, engine):
    ada.token = ""
    answer = ada.send("/uppgift/u2/ta")

    assert answer.status_code == 400
    assert "legat öppen för länge" in answer.text
    assert not engine.asked


def test_when_somebody_was_first_what_was_typed_is_shown(ada, engine):
    engine.fails_with = Conflict("Uppgiften är redan slutförd av Bo Lind.")
    answer = ada.send("/uppgift/u1", _handling="slutfor", **GOOD)

    assert answer.status_code == 409
    assert "Uppgiften är redan slutförd av Bo Lind." in answer.text
    assert "Hon är rädd." in answer.text


def test_what_people_write_is_never_markup(ada, engine):
    evil = "<script>alert(1)</script>"
    engine.guidance = evil
    page = ada.send("/uppgift/u1", _handling="slutfor", motivering=evil, diarienummer=evil).text

    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 3
