"""The page of jäv."""

import pytest


@pytest.fixture
def bo(stranger):
    """Bo Lind, who is no chef."""
    stranger.sign_in("bo")
    stranger.get("/")
    return stranger


def test_a_caseworker_speaks_for_themselves_only(bo, engine):
    page = bo.get("/arende/c1/jav").text
    assert "Anmäl att du är jävig" in page
    assert "Granne till en part." not in page
    assert "Vem gäller det?" not in page
    answer = bo.send("/arende/c1/jav", vem="ada", skal="Jag är granne.")

    assert (answer.status_code, answer.location) == (303, "/")
    assert engine.asked == [("disqualify", "bo", "c1", "bo", "Jag är granne.")]
    assert "Ärende SSP-2026-0142 visas inte längre för dig." in bo.get("/").text


def test_a_chef_speaks_for_a_colleague_and_reads_the_reasons(ada, engine):
    assert "Granne till en part." in ada.get("/arende/c1/jav").text
    answer = ada.send("/arende/c1/jav", vem="bo", skal="Granne.")

    assert answer.location == "/arende/c1/jav"
    assert engine.asked == [("disqualify", "ada", "c1", "bo", "Granne.")]


@pytest.mark.parametrize(
    ("posted", "said"),
    [({"vem": "cy", "skal": "Granne."}, "Välj vem det gäller"), ({"vem": "bo"}, "Ange skälet"),
     ({"skal": "Granne."}, "Välj vem det gäller")],
)  # fmt: skip
def test_without_a_person_or_a_reason_nothing_is_done(ada, engine, posted, said):
    answer = ada.send("/arende/c1/jav", **posted)

    assert answer.status_code == 422
    assert said in answer.text
    assert posted.get("skal", "") in answer.text
    assert not engine.asked


def test_a_chef_lifts_it(ada, engine):
    assert ada.send("/arende/c1/jav/j1/hav").location == "/arende/c1/jav"
    assert engine.asked == [("lift", "ada", "c1", "j1")]


def test_the_case_leads_to_the_page(ada):
    assert "/arende/c1/jav" in ada.get("/arende/c1").text


def test_another_agencys_case_is_not_found(stranger):
    stranger.sign_in("cy")

    assert stranger.get("/arende/c1/jav").status_code == 404
    assert stranger.send("/arende/c1/jav", skal="Granne.").status_code == 404
