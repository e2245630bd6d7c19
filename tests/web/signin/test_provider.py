"""Signing in by a real OpenID Provider: the whole round, and everything that must be refused."""

from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from sqlalchemy import select

from engine.bootstrap import Engine
from engine.db.tables import people
from engine.entrance.claims import id_of
from tests.web.conftest import Browser
from tests.web.signin.real_provider import (
    EVA,
    GREETS,
    RealProvider,
    begin,
    come_back,
    whole_round,
    why,
)

FAULTS = ("nonce", "audience", "issuer", "expired", "alien", "tampered", "unsigned", "missing",
          "another")  # fmt: skip


def test_the_whole_round(hosted: Engine, visitor: Browser, provider: RealProvider) -> None:
    page = visitor.get("/logga-in?till=/arenden").text
    assert f"Logga in med {GREETS}" in page
    answer = whole_round(visitor, provider, "eva", "/arenden")

    assert (answer.status_code, answer.location) == (303, "/arenden")
    assert "Eva Alm" in visitor.get("/arenden").text
    person = hosted.queries.person(id_of(provider.issuer, "eva"))
    assert person is not None
    assert (person.agency, person.team) == ("socialtjansten", "Barn och unga")
    assert person.roles == {"handlaggare"}  # `vpn` is none of ours
    page = visitor.get("/konto").text
    assert "kommer från din arbetsgivares inloggning" in page
    assert "Byt lösenord" not in page


def test_what_is_asked_for_is_bound_to_this_browser(visitor: Browser) -> None:
    asked = parse_qs(urlsplit(begin(visitor)).query)

    assert asked["code_challenge_method"] == ["S256"]
    assert asked["response_type"] == ["code"]
    assert len(asked["code_challenge"][0]) == 43
    assert len(asked["state"][0]) >= 20
    assert len(asked["nonce"][0]) >= 20


def test_the_session_is_begun_anew_and_an_answer_is_taken_once(
    visitor: Browser, provider: RealProvider
) -> None:
    with visitor.session_transaction() as session:
        session["planted"] = "x"
    answered = provider.sign_in(begin(visitor), "eva")
    assert come_back(visitor, answered).status_code == 303
    with visitor.session_transaction() as session:
        assert "planted" not in session
        assert not [key for key in session if key.startswith("_state_")]

    assert come_back(visitor, answered).status_code == 400


def test_an_answer_in_another_browser_is_refused(
    host: Flask, hosted: Engine, visitor: Browser, provider: RealProvider
) -> None:
    """Somebody's answer, sent to another person, would sign that person in as them."""
    answered = provider.sign_in(begin(visitor), "eva")
    other = host.test_client()
    assert isinstance(other, Browser)
    begin(other)
    answer = come_back(other, answered)

    assert answer.status_code == 400
    assert "Inloggningen gick inte att slutföra" in answer.text
    assert other.get("/arenden").status_code == 303
    assert "MismatchingStateError" in why(hosted)[-1]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_wrong_answer_lets_nobody_in(
    hosted: Engine, visitor: Browser, provider: RealProvider, fault: str
) -> None:
    provider.tell(fault, eva=EVA, chef=EVA | {"name": "Chefen"})
    answer = whole_round(visitor, provider, "eva")
    provider.tell("")

    assert answer.status_code == 400, fault
    assert "Inloggningen gick inte att slutföra. Börja om." in answer.text
    assert visitor.get("/arenden").status_code == 303
    assert len(why(hosted)) == 1
    with hosted.database.connect() as connection:
        assert not connection.execute(select(people).where(people.c.source == "oidc")).all()


def test_an_answer_that_says_it_is_from_elsewhere_is_refused(
    visitor: Browser, provider: RealProvider
) -> None:
    answered = provider.sign_in(begin(visitor), "eva")
    assert "iss=" in answered

    silent = answered.rpartition("&iss=")[0]
    for moved in (f"{silent}&iss=https%3A%2F%2Fevil.example", silent):
        assert come_back(visitor, moved).status_code == 400


def test_pressing_the_button_many_times_leaves_one_try_in_the_cookie(
    visitor: Browser, provider: RealProvider
) -> None:
    for _ in range(8):
        last = begin(visitor)
    with visitor.session_transaction() as session:
        assert len([key for key in session if key.startswith("_state_")]) == 1

    assert come_back(visitor, provider.sign_in(last, "eva")).status_code == 303


def test_whoever_breaks_off_there_can_begin_again(visitor: Browser) -> None:
    state = parse_qs(urlsplit(begin(visitor)).query)["state"][0]
    answer = visitor.get(f"/logga-in/svar?error=access_denied&state={state}")

    assert answer.status_code == 400
    assert "Börja om" in answer.text


def test_signing_out_leads_on_to_the_provider(visitor: Browser, provider: RealProvider) -> None:
    whole_round(visitor, provider, "eva")
    visitor.get("/arenden")
    answer = visitor.send("/logga-ut")

    assert answer.status_code == 200
    assert f'content="1; url={provider.issuer}/session/end?' in answer.text
    assert "post_logout_redirect_uri=http%3A%2F%2Flocalhost%2Flogga-in" in answer.text
    assert visitor.get("/arenden").status_code == 303


def test_what_was_written_goes_on_after_signing_in_in_another_tab(
    visitor: Browser, provider: RealProvider
) -> None:
    ours = {"Origin": "http://localhost"}
    typed = {"roll": "tolk", "namn": "Tolkcentralen", "kontaktvag": "Ring aldrig hem."}
    page = visitor.post("/arende/c1/kontakt", data=typed, headers=ours)
    assert page.status_code == 401
    assert 'target="_blank"' in page.text
    kept = {f"k.{name}": text for name, text in typed.items()} | {"igen": "/arende/c1/kontakt"}
    early = visitor.post("/logga-in/fortsatt", data=kept, headers=ours)
    assert early.status_code == 422
    assert "Du är inte inloggad än" in early.text
    assert 'value="Ring aldrig hem."' in early.text
    assert whole_round(visitor, provider, "eva", "/logga-in/klar").location == "/logga-in/klar"
    assert "Gå tillbaka till fliken" in visitor.get("/logga-in/klar").text

    went_on = visitor.post("/logga-in/fortsatt", data=kept, headers=ours)
    assert 'action="/arende/c1/kontakt"' in went_on.text
    assert "Ring aldrig hem." in went_on.text
    forged = visitor.post("/logga-in/fortsatt", data=kept, headers={"Origin": "http://evil.se"})
    assert forged.status_code == 422
    assert "Ring aldrig hem." not in forged.text


def test_a_provider_that_is_down_is_told_of_in_a_sentence(
    host: Flask, visitor: Browser, provider: RealProvider
) -> None:
    """The last one: it takes the provider down."""
    answered = provider.sign_in(begin(visitor), "eva")
    provider.stop()
    late = come_back(visitor, answered)
    host.extensions["provider"].server_metadata.clear()
    first = host.test_client().get("/logga-in/tjanst")

    for answer in (late, first):
        assert answer.status_code == 503
        assert "Inloggningstjänsten svarar inte just nu" in answer.text
