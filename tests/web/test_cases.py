import pytest

from engine.errors import Conflict


@pytest.fixture
def bo(stranger):
    """Bo Lind, caseworker at Socialtjänsten: no chef."""
    stranger.sign_in("bo")
    stranger.get("/")
    return stranger


@pytest.fixture
def cy(stranger):
    """Cy Holm at Polismyndigheten, which has no part in the case."""
    stranger.sign_in("cy")
    stranger.get("/")
    return stranger


def test_the_list_shows_cases_with_their_state(ada):
    page = ada.get("/arenden").text

    assert "SSP-2026-0142" in page
    assert "3 uppgifter" in page
    assert "Pågår" in page
    assert "Avslutat" in page
    assert "23 november 2026 kl. 10.00" in page


def test_only_who_may_open_a_case_is_offered_to(cy):
    assert "Registrera misstanke" not in cy.get("/arenden").text
    assert cy.get("/arenden/nytt").status_code == 404
    assert cy.send("/arenden").status_code == 404


def test_opening_a_case_is_explained_before_it_is_done(ada, engine):
    page = ada.get("/arenden/nytt").text

    assert "Det här händer" in page
    assert "112" in page
    assert not engine.asked


def test_opening_a_case_leads_to_its_first_task(ada, engine):
    answer = ada.send("/arenden")

    assert (answer.status_code, answer.location) == (303, "/uppgift/u1")
    assert engine.asked == [("open", "ada")]
    assert "Ärende SSP-2026-0142 är öppnat." in ada.get("/uppgift/u1").text


def test_a_case_whose_first_task_is_another_agencys_leads_to_the_case(ada, engine):
    engine.tasks = {}

    assert ada.send("/arenden").location == "/arende/c1"


def test_the_case_page_shows_what_to_do_and_what_has_happened(ada):
    page, history = ada.get("/arende/c1").text, ada.get("/arende/c1?flik=handelser").text

    for said in (
        *("Ärende SSP-2026-0142", "Pågår", "Kalla till samverkansmöte", "om 3 dagar"),
        *("Registrera en händelse", "Avsluta ärendet"),
    ):
        assert said in page, said
    for said in (
        *("Ärendet öppnades", "Efter ett tips.", "20 november 2026 kl. 10.00"),
        *("Visa svaren", "Finns akut fara?"),
    ):
        assert said in history, said
    assert "Finns akut fara?" not in page


@pytest.mark.parametrize("asked", ["", "finns-inte", "../x"])
def test_the_first_tab_is_shown_unless_another_is_asked_for(ada, asked):
    page = " ".join(ada.get(f"/arende/c1?flik={asked}").text.split())

    assert 'aria-current="page" href="/arende/c1">Översikt' in page
    assert "bpmn-viewer" not in page


def test_a_closed_case_says_how_it_ended(ada):
    page = ada.get("/arende/c2").text

    assert "Ingen misstanke kvarstår" in page
    assert "Registrera en händelse" not in page
    assert "Avsluta ärendet" not in page


@pytest.mark.parametrize("path", ["", "/handelse", "/avsluta"])
def test_a_case_of_others_is_not_found(cy, path):
    assert cy.get(f"/arende/c1{path}").status_code == 404


def test_the_diagram_says_what_is_done_and_what_is_to_be_done(ada):
    page = ada.get("/arende/c1?flik=gang").text

    assert 'data-diagram="/arende/c1/diagram/i1/identifiering.bpmn"' in page
    assert 'data-current="ut_2"' in page
    assert 'data-done="ut_1"' in page
    assert '<img src="/arende/c1/diagram/i1/identifiering.svg"' in page


def test_another_diagram_of_the_case_can_be_chosen(ada):
    page = ada.get("/arende/c1?diagram=i1.stod_och_skydd").text

    assert 'data-diagram="/arende/c1/diagram/i1/stod_och_skydd.bpmn"' in page


def test_an_event_is_confirmed_before_it_is_registered(ada, engine):
    assert "Personen har försvunnit" in ada.get("/arende/c1/handelse").text
    page = ada.send("/arende/c1/handelse", handelse="person_forsvunnen").text
    assert "Det går inte att ångra" in page
    assert not engine.asked

    answer = ada.send("/arende/c1/handelse", handelse="person_forsvunnen", _bekraftad="ja")
    assert (answer.status_code, answer.location) == (303, "/arende/c1")
    assert engine.asked == [("register", "ada", "c1", "person_forsvunnen")]


@pytest.mark.parametrize("name", ["", "stod_inleds"])
def test_only_an_event_that_is_offered_can_be_registered(ada, engine, name):
    answer = ada.send("/arende/c1/handelse", handelse=name, _bekraftad="ja")

    assert answer.status_code == 422
    assert "Välj den händelse som har inträffat" in answer.text
    assert not engine.asked


def test_without_events_to_register_there_is_no_page(ada):
    assert ada.get("/arende/c2/handelse").status_code == 404


def test_an_event_that_nothing_waits_for_any_more_is_a_conflict(ada, engine):
    engine.fails_with = Conflict("Ingenting i ärendet väntar på den händelsen just nu.")
    answer = ada.send("/arende/c1/handelse", handelse="person_forsvunnen", _bekraftad="ja")

    assert answer.status_code == 409
    assert "Ingenting i ärendet väntar" in answer.text


def test_only_a_chef_may_end_a_case(bo):
    assert "Avsluta ärendet" not in bo.get("/arende/c1").text
    assert bo.get("/arende/c1/avsluta").status_code == 404
    assert bo.send("/arende/c1/avsluta", end_state="A3", reason="x").status_code == 404


def test_ending_a_case_asks_for_state_and_reason(ada, engine):
    assert "kan inte öppnas igen" in ada.get("/arende/c1/avsluta").text
    answer = ada.send("/arende/c1/avsluta", reason="  ", end_state="A3")

    assert answer.status_code == 422
    assert '<a href="#reason">Ange skälet till att ärendet avslutas</a>' in answer.text
    assert 'value="A3" checked' in " ".join(answer.text.split())
    assert not engine.asked


def test_a_case_is_ended_with_its_reason(ada, engine):
    answer = ada.send("/arende/c1/avsluta", end_state="A9", reason=" Fel ärende. ")

    assert (answer.status_code, answer.location) == (303, "/arende/c1")
    assert engine.asked == [("close", "ada", "c1", "A9", "Fel ärende.")]


def test_what_was_answered_is_never_markup(ada, engine):
    engine.answers = (("Motivering", "<b>fet</b>"),)

    assert "&lt;b&gt;fet&lt;/b&gt;" in ada.get("/arende/c1?flik=handelser").text
