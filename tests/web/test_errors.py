import pytest

from engine.errors import (
    Conflict,
    EngineError,
    InvalidAnswers,
    ModelError,
    NotAllowed,
    NotFound,
    Stale,
    Unavailable,
)
from engine.model import Finding


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (NotFound("task 7"), 404, "Sidan finns inte, eller så får du inte se den"),
        (NotAllowed("not yours"), 404, "Sidan finns inte, eller så får du inte se den"),
        (Conflict("Bo Lind hann före kl. 03.12."), 409, "Bo Lind hann före kl. 03.12."),
        (Stale("hemligt has changed"), 409, "Många ändrade i ärendet samtidigt"),
        (InvalidAnswers({"a": "Ange skälet"}), 422, "Ange skälet"),
        (ModelError([Finding("f.bpmn", "ut_1", "r", "hemligt")]), 500, "Något gick fel hos oss"),
        (Unavailable("hemligt"), 503, "Databasen svarar inte just nu"),
        (EngineError("hemligt"), 500, "Något gick fel hos oss"),
        (ZeroDivisionError("hemligt"), 500, "Något gick fel hos oss"),
    ],
)
def test_an_error_becomes_a_page_with_a_way_on(ada, engine, error, status, said):
    engine.fails_with = error
    answer = ada.get("/uppgift/u1")

    assert answer.status_code == status
    assert said in answer.text
    assert "hemligt" not in answer.text
    assert "not yours" not in answer.text
    assert 'href="/"' in answer.text


def test_what_is_not_there_and_what_is_not_mine_look_the_same(ada, engine):
    pages = []
    for error in (NotFound("task"), NotAllowed("task")):
        engine.fails_with = error
        pages.append(ada.get("/uppgift/u1").text)

    without_tokens = ["\n".join(t for t in each.split("\n") if "_csrf" not in t) for each in pages]
    assert without_tokens[0] == without_tokens[1]


def test_an_unknown_page_is_swedish(ada):
    answer = ada.get("/finns-inte")

    assert answer.status_code == 404
    assert "Till uppgifterna" in answer.text


def test_the_wrong_method_is_not_found(ada):
    assert ada.get("/uppgift/u1/ta").status_code == 404


def test_too_much_text_is_said_so(ada):
    answer = ada.send("/uppgift/u1", motivering="x" * 3_000_000)

    assert answer.status_code == 413
    assert "Det blev för mycket på en gång" in answer.text


def test_a_broken_engine_still_gives_a_page(ada, engine):
    engine.agency_name = engine.door.reader = lambda *_, **__: 1 / 0

    answer = ada.get("/")
    assert answer.status_code == 500
    assert "Något gick fel hos oss" in answer.text


def test_a_password_is_never_shown_again(stranger):
    stranger.get("/logga-in")
    stranger.token = ""
    answer = stranger.send("/logga-in", namn="ada", losenord="ett hemligt ord")

    assert answer.status_code == 400
    assert "hemligt" not in answer.text


def test_a_form_from_an_older_session_is_shown_even_when_the_task_is_gone(ada, engine):
    ada.token = "of another session"  # noqa: S105
    answer = ada.send("/uppgift/borta", _handling="slutfor", motivering="Hon är rädd.")

    assert answer.status_code == 400
    assert "legat öppen för länge" in answer.text
    assert "Hon är rädd." in answer.text
    assert not engine.asked


def test_what_was_written_is_shown_when_the_database_is_away_even_if_it_stays_away(ada, engine):
    def away(*_):
        raise Unavailable

    engine.fails_with = Unavailable("hemligt")
    engine.agency_name = away
    answer = ada.send("/uppgift/u1", motivering="Ord som ingen vill förlora.")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "Ord som ingen vill förlora." in answer.text
