"""The second step: nobody is in before the code, and nothing written is lost on the way."""

import pytest
from flask import Flask

from engine.bootstrap import Engine
from engine.entrance.ownaccount import WRONG_CODE
from tests.conftest import MovedClock
from tests.web.conftest import Browser
from tests.web.signin.conftest import WORDS, code_of


def test_the_password_alone_lets_nobody_in(eva: Browser, secret: str, local: Engine) -> None:
    asked = eva.send("/logga-in", namn="eva", losenord=WORDS, till="/arenden")
    assert (asked.status_code, asked.location) == (303, "/logga-in/kod?till=/arenden")
    assert eva.get("/arenden").status_code == 303
    assert "Skriv engångskoden" in eva.get(asked.location).text
    wrong = eva.send("/logga-in/kod", kod="000000", till="/arenden")
    assert wrong.status_code == 422
    assert WRONG_CODE in wrong.text
    assert eva.get("/arenden").status_code == 303
    eva.get("/logga-in/kod?till=/arenden")
    right = eva.send("/logga-in/kod", kod=code_of(local, secret), till="/arenden")

    assert (right.status_code, right.location) == (303, "/arenden")
    assert "Eva Alm" in eva.get("/arenden").text
    assert local.door.sittings("eva")[0].way == "losenord+kod"


def test_a_code_without_a_password_is_nothing(eva: Browser, secret: str, local: Engine) -> None:
    answer = eva.send("/logga-in/kod", kod=code_of(local, secret))

    assert answer.status_code == 422
    assert "Börja om" in answer.text
    assert "Börja om" in eva.get("/logga-in/kod").text
    assert eva.get("/arenden").status_code == 303


@pytest.mark.usefixtures("secret")
def test_ten_minutes_after_the_password_one_begins_again(eva: Browser, clock: MovedClock) -> None:
    eva.send("/logga-in", namn="eva", losenord=WORDS)
    clock.advance(minutes=10)

    assert "Det gick för lång tid" in eva.get("/logga-in/kod").text


def test_what_was_written_comes_along_to_the_second_step_and_through_it(
    pages: Flask, secret: str, local: Engine
) -> None:
    client = pages.test_client()
    assert isinstance(client, Browser)
    typed = {"roll": "tolk", "namn": "Tolkcentralen", "kontaktvag": "Ring aldrig hem."}
    place = "/arende/c1/kontakt"
    client.post(place, data=typed, headers={"Origin": "http://localhost"})
    kept = {f"k.{name}": text for name, text in typed.items()} | {"igen": place}
    asked = client.send("/logga-in", namn="eva", losenord=WORDS, **kept)
    assert asked.status_code == 200
    assert 'name="k.kontaktvag" value="Ring aldrig hem."' in asked.text
    wrong = client.send("/logga-in/kod", kod="1", **kept)
    assert 'name="k.kontaktvag" value="Ring aldrig hem."' in wrong.text
    went_on = client.send("/logga-in/kod", kod=code_of(local, secret), **kept)

    assert f'action="{place}"' in went_on.text
    assert "Ring aldrig hem." in went_on.text


@pytest.mark.usefixtures("secret")
def test_guessing_codes_is_slowed_down(eva: Browser) -> None:
    eva.send("/logga-in", namn="eva", losenord=WORDS)
    eva.get("/logga-in/kod")
    answers = [eva.send("/logga-in/kod", kod="000000") for _ in range(11)]

    assert [each.status_code for each in answers] == [422] * 10 + [429]
    assert "Vänta fem minuter" in answers[5].text
