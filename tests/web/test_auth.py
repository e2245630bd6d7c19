import pytest

from tests.web.fake_engine import PASSWORD
from web.auth import PUBLIC
from web.signin.entering import WRONG


def test_the_sign_in_page_lists_people_by_agency(stranger):
    page = stranger.get("/logga-in").text

    assert page.index("Polismyndigheten") < page.index("Cy Holm") < page.index("Ada Ek")
    assert "chef, handläggare" in page


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


def test_the_session_is_begun_anew(stranger):
    with stranger.session_transaction() as session:
        session["planted"] = "x"
    stranger.sign_in()

    with stranger.session_transaction() as session:
        assert "planted" not in session
        assert session["_user_id"].endswith("-ada")


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


def test_a_person_who_is_no_longer_there_is_signed_out(ada, engine):
    engine.door.open_.clear()

    assert ada.get("/").location == "/logga-in"


def test_guessing_is_slowed_down(stranger):
    stranger.get("/logga-in")
    answers = [stranger.send("/logga-in", namn="ada", losenord="fel") for _ in range(11)]

    assert [each.status_code for each in answers] == [422] * 10 + [429]
    assert "Vänta en minut" in answers[-1].text


def test_every_route_asks_who_you_are_unless_it_is_public(app, stranger):
    for rule in app.url_map.iter_rules():
        path = rule.rule.replace("<", "").replace(">", "").replace("path:", "")
        method = "GET" if "GET" in rule.methods else "POST"
        answer = stranger.open(path, method=method)
        leads = answer.status_code == 303 and answer.location.startswith("/logga-in")
        asks = leads or answer.status_code == 401  # said to a page that saves itself
        assert asks != (rule.endpoint in PUBLIC), rule


def test_what_does_not_exist_asks_too(stranger):
    assert stranger.get("/finns-inte").status_code == 303


def test_answers_sent_after_the_session_ended_wait_in_the_sign_in_page(stranger, engine):
    sent = {"motivering": "Hon bad om <hjälp>", "tecken": ["hot", "skuld"], "_handling": "slutfor"}
    page = stranger.post("/uppgift/u1", data=sent, headers={"Origin": "http://localhost"})

    assert page.status_code == 401
    assert "Det du hade skrivit finns kvar" in page.text
    assert 'name="k.motivering" value="Hon bad om &lt;hjälp&gt;"' in page.text
    assert "k._handling" not in page.text

    kept = {"k.motivering": "Hon bad om hjälp", "k.tecken": ["hot", "skuld"], "uppgift": "u1"}
    wrong = stranger.send("/logga-in", namn="ada", losenord="fel", **kept)
    assert 'name="k.motivering"' in wrong.text
    assert stranger.sign_in(till="/uppgift/u1", **kept).location == "/uppgift/u1"
    assert engine.drafts["u1"]["motivering"] == "Hon bad om hjälp"
    assert engine.drafts["u1"]["tecken"] == ["hot", "skuld"]
    assert "sparat som utkast" in stranger.get("/uppgift/u1").text


@pytest.mark.parametrize("origin", ["https://evil.se", "null", ""])
def test_answers_from_another_site_are_not_kept(stranger, origin):
    answer = stranger.post("/uppgift/u1", data={"a": "x"}, headers={"Origin": origin})

    assert answer.status_code == 303


def test_who_is_still_there_stays_signed_in_and_every_page_knows_for_how_long(ada):
    assert 'data-session="43200"' in ada.get("/").text
    assert ada.send("/fortsatt").json == {"longest": 43200}


def test_who_is_signed_out_cannot_stay(stranger):
    page = stranger.get("/logga-in").text

    assert "data-session" not in page
    assert stranger.send("/fortsatt").status_code == 303
