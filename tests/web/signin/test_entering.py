"""Name and password, in and out."""

import pytest

from tests.web.fake_engine import PASSWORD
from web.signin.entering import WRONG


def test_signing_in_leads_to_the_work_list(stranger):
    answer = stranger.sign_in()

    assert (answer.status_code, answer.location) == (303, "/")
    assert "Ada Ek" in stranger.get("/").text


@pytest.mark.parametrize(("name", "password"), [("ada", "fel"), ("ingen", PASSWORD), ("", "")])
def test_a_wrong_name_or_password_says_the_same(stranger, name, password):
    stranger.get("/logga-in")
    answer = stranger.send("/logga-in", namn=name, losenord=password)

    assert answer.status_code == 422
    assert str(WRONG) in answer.text
    assert "Fel: Logga in" in answer.text
    assert password not in answer.text or password in {"", PASSWORD}


def test_nothing_is_remembered_when_the_browser_closes(stranger):
    cookies = stranger.sign_in().headers.getlist("Set-Cookie")

    assert not [each for each in cookies if "Expires" in each or "remember" in each]


@pytest.mark.parametrize("wanted", ["/uppgift/u1", "/arende/c1?diagram=x", "/?visa=mina"])
def test_signing_in_leads_on_to_the_page_that_was_asked_for(stranger, wanted):
    sign_in_page = stranger.get(wanted, follow_redirects=True).text

    assert f'name="till" value="{wanted}"' in sign_in_page
    assert stranger.sign_in(till=wanted).location == wanted


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.se", "//evil.se", "/\\evil.se", "javascript:x", "", "/\tx", "x"]
)
def test_signing_in_never_leads_elsewhere(stranger, elsewhere):
    assert stranger.sign_in(till=elsewhere).location == "/"


def test_who_is_signed_in_needs_no_sign_in_page(ada):
    assert ada.get("/logga-in").location == "/"


def test_signing_out_is_a_post_and_forgets_the_session(ada):
    assert ada.get("/logga-ut").status_code == 404
    assert ada.send("/logga-ut").location == "/logga-in"
    assert ada.get("/").location == "/logga-in"
    with ada.session_transaction() as session:
        assert "_user_id" not in session


def test_guessing_is_slowed_down(stranger):
    stranger.get("/logga-in")
    answers = [stranger.send("/logga-in", namn="ada", losenord="fel") for _ in range(11)]

    assert [each.status_code for each in answers] == [422] * 10 + [429]
    assert "Vänta en minut" in answers[-1].text


def test_who_is_still_there_stays_signed_in_and_every_page_knows_for_how_long(ada):
    assert 'data-session="43200"' in ada.get("/").text
    assert ada.send("/fortsatt").json == {"longest": 86400}


def test_without_a_provider_there_is_no_way_by_one(stranger):
    assert stranger.get("/logga-in/tjanst").status_code == 404
    assert stranger.get("/logga-in/svar").status_code == 404
    assert "Med lösenord" not in stranger.get("/logga-in").text


def test_signing_out_ends_the_sitting_and_an_old_cookie_is_worth_nothing(ada, engine):
    with ada.session_transaction() as session:
        token = session["_user_id"]
    assert engine.door.reader(token)
    ada.send("/logga-ut")
    with ada.session_transaction() as session:
        session["_user_id"] = token

    assert ada.get("/").location == "/logga-in"
