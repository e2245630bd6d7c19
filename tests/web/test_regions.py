import pytest

from engine.errors import InvalidAnswers

PATH = "/arende/c1/region"


def test_who_opens_a_case_is_asked_for_its_region_and_need_not_know_it(ada, engine):
    page = ada.get("/arenden/nytt").text

    assert "I vilken region finns personen?" in page
    assert 'value="okand" checked' in page
    ada.send("/arenden", region="syd")
    ada.send("/arenden")
    assert engine.asked == [("open", "ada", "syd"), ("open", "ada")]


def test_a_region_that_there_is_not_is_told_and_no_case_is_opened(ada, engine):
    ada.get("/arenden/nytt")
    engine.fails_with = InvalidAnswers({"region": "Välj en region"})
    answer = ada.send("/arenden", region="skane")

    assert answer.status_code == 422
    assert answer.text.count("Välj en region") == 2
    assert engine.asked == []


def test_the_case_page_shows_it_to_those_who_keep_it(ada):
    page = ada.get("/arende/c1").text

    assert "Region: <strong>Öst</strong>" in page
    assert f'href="{PATH}"' in page


def test_it_is_changed_with_a_reason(ada, engine):
    assert 'value="ost" checked' in ada.get(PATH).text
    answer = ada.send(PATH, region="syd", skal="flyttat")

    assert (answer.status_code, answer.location) == (303, "/arende/c1")
    assert engine.asked == [("region", "ada", "c1", "syd", "flyttat")]


def test_without_a_reason_what_was_chosen_stays_chosen(ada, engine):
    answer = ada.send(PATH, region="syd")

    assert answer.status_code == 422
    assert answer.text.count("Välj varför regionen ändras") == 2
    assert 'value="syd" checked' in answer.text
    assert engine.asked == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_does_not_keep_it_finds_no_such_page(stranger, method):
    stranger.sign_in("cy")
    stranger.get("/")

    asked = stranger.get(PATH) if method == "get" else stranger.send(PATH, region="syd")
    assert asked.status_code == 404
