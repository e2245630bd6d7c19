"""Signing in by a real OpenID Provider: the whole round, and everything that must be refused."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from sqlalchemy import select

from engine.bootstrap import Engine, build
from engine.db.tables import people, trail
from engine.entrance.claims import id_of
from engine.passwords import hashed
from tests.conftest import MovedClock, settings
from tests.web.conftest import Browser
from tests.web.signin.real_provider import (
    EVA,
    RULES,
    RealProvider,
    begin,
    come_back,
    started,
    whole_round,
)
from web import create_app
from web.security import limiter

FAULTS = ("nonce", "audience", "issuer", "expired", "alien", "tampered", "unsigned", "missing",
          "another")  # fmt: skip
STRANGERS = {
    "no_agency": {"agency": "SE-okand"},
    "several_agencies": {"agency": ["SE-soc", "SE-polis"]},
    "no_role": {"roles": ["skydd-admin", "vpn"]},
}
GREETS = "Arbetsgivarens konto"


@pytest.fixture(scope="module")
def provider() -> Iterator[RealProvider]:
    with started() as running:
        yield running


@pytest.fixture
def engine(
    provider: RealProvider, migrated_sqlite_url: str, clock: MovedClock, tmp_path: Path
) -> Iterator[Engine]:
    provider.tell(eva=EVA)
    (tmp_path / "claims.toml").write_text(RULES, encoding="utf-8")
    named = {"oidc_issuer": provider.issuer, "oidc_client_id": "skydd", "oidc_name": GREETS,
             "oidc_client_secret": "only for tests", "demo": False,
             "oidc_claims": tmp_path / "claims.toml"}  # fmt: skip
    built = build(settings(migrated_sqlite_url).model_copy(update=named), clock)
    yield built
    built.database.dispose()


@pytest.fixture
def app(engine: Engine) -> Flask:
    app = create_app(engine)
    app.test_client_class = Browser
    limiter.reset()
    return app


@pytest.fixture
def client(app: Flask) -> Browser:
    made = app.test_client()
    assert isinstance(made, Browser)
    return made


def why(engine: Engine) -> list[str]:
    """Return why somebody was refused, by the trail."""
    query = select(trail.c.facts).where(trail.c.kind == "sign_in_refused")
    with engine.database.connect() as connection:
        return [str(each) for each in connection.scalars(query.order_by(trail.c.sequence))]


def test_the_whole_round(engine: Engine, client: Browser, provider: RealProvider) -> None:
    page = client.get("/logga-in?till=/arenden").text
    assert f"Logga in med {GREETS}" in page
    answer = whole_round(client, provider, "eva", "/arenden")

    assert (answer.status_code, answer.location) == (303, "/arenden")
    assert "Eva Alm" in client.get("/arenden").text
    person = engine.queries.person(id_of(provider.issuer, "eva"))
    assert person is not None
    assert (person.agency, person.team) == ("socialtjansten", "Barn och unga")
    assert person.roles == {"handlaggare"}  # `vpn` is none of ours
    page = client.get("/konto").text
    assert "kommer från din arbetsgivares inloggning" in page
    assert "Byt lösenord" not in page


def test_what_is_asked_for_is_bound_to_this_browser(client: Browser) -> None:
    asked = parse_qs(urlsplit(begin(client)).query)

    assert asked["code_challenge_method"] == ["S256"]
    assert asked["response_type"] == ["code"]
    assert len(asked["code_challenge"][0]) == 43
    assert len(asked["state"][0]) >= 20
    assert len(asked["nonce"][0]) >= 20


def test_the_session_is_begun_anew_and_an_answer_is_taken_once(
    client: Browser, provider: RealProvider
) -> None:
    with client.session_transaction() as session:
        session["planted"] = "x"
    answered = provider.sign_in(begin(client), "eva")
    assert come_back(client, answered).status_code == 303
    with client.session_transaction() as session:
        assert "planted" not in session
        assert not [key for key in session if key.startswith("_state_")]

    assert come_back(client, answered).status_code == 400


def test_an_answer_in_another_browser_is_refused(
    app: Flask, engine: Engine, client: Browser, provider: RealProvider
) -> None:
    """Somebody's answer, sent to another person, would sign that person in as them."""
    answered = provider.sign_in(begin(client), "eva")
    other = app.test_client()
    assert isinstance(other, Browser)
    begin(other)
    answer = come_back(other, answered)

    assert answer.status_code == 400
    assert "Inloggningen gick inte att slutföra" in answer.text
    assert other.get("/arenden").status_code == 303
    assert "MismatchingStateError" in why(engine)[-1]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_wrong_answer_lets_nobody_in(
    engine: Engine, client: Browser, provider: RealProvider, fault: str
) -> None:
    provider.tell(fault, eva=EVA, chef=EVA | {"name": "Chefen"})
    answer = whole_round(client, provider, "eva")
    provider.tell("")

    assert answer.status_code == 400, fault
    assert "Inloggningen gick inte att slutföra. Börja om." in answer.text
    assert client.get("/arenden").status_code == 303
    assert len(why(engine)) == 1
    with engine.database.connect() as connection:
        assert not connection.execute(select(people).where(people.c.source == "oidc")).all()


def test_an_answer_that_says_it_is_from_elsewhere_is_refused(
    client: Browser, provider: RealProvider
) -> None:
    answered = provider.sign_in(begin(client), "eva")
    assert "iss=" in answered

    moved = answered.rpartition("iss=")[0] + "iss=https%3A%2F%2Fevil.example"
    assert come_back(client, moved).status_code == 400


def test_whoever_breaks_off_there_can_begin_again(client: Browser) -> None:
    state = parse_qs(urlsplit(begin(client)).query)["state"][0]
    answer = client.get(f"/logga-in/svar?error=access_denied&state={state}")

    assert answer.status_code == 400
    assert "Börja om" in answer.text


@pytest.mark.parametrize("reason", STRANGERS)
def test_claims_that_lead_nowhere_are_refused_and_kept(
    engine: Engine, client: Browser, provider: RealProvider, reason: str
) -> None:
    provider.tell(eva=EVA | STRANGERS[reason])
    answer = whole_round(client, provider, "eva")

    assert answer.status_code == 403
    assert "den ger ingen behörighet här" in answer.text
    assert f'"why":"{reason}"' in why(engine)[-1]
    assert "SE-" not in why(engine)[-1]


def test_a_changed_claim_changes_rights_at_the_next_sign_in(
    app: Flask, engine: Engine, client: Browser, provider: RealProvider
) -> None:
    id_ = id_of(provider.issuer, "eva")
    provider.tell(eva=EVA | {"roles": ["skydd-chef"]})
    whole_round(client, provider, "eva")
    before = engine.queries.person(id_)
    provider.tell(eva=EVA | {"agency": "SE-polis"})
    whole_round(app.test_client(), provider, "eva")  # type: ignore[arg-type]
    after = engine.queries.person(id_)
    assert before
    assert after
    assert (before.agency, before.roles) == ("socialtjansten", {"handlaggare", "chef"})
    assert (after.agency, after.roles) == ("polismyndigheten", {"handlaggare"})
    assert "Polismyndigheten" in client.get("/arenden").text  # where they sat already, too

    provider.tell(eva=EVA | {"roles": []})
    assert whole_round(app.test_client(), provider, "eva").status_code == 403  # type: ignore[arg-type]
    assert client.get("/arenden").status_code == 303


def test_an_administrator_comes_by_the_mapping_and_only_where_no_case_can_be(
    engine: Engine, client: Browser, provider: RealProvider
) -> None:
    provider.tell(eva=EVA | {"agency": "SE-it", "roles": ["skydd-admin", "skydd-chef"]})
    whole_round(client, provider, "eva")
    person = engine.queries.person(id_of(provider.issuer, "eva"))

    assert person is not None
    assert person.roles == {"administrator"}
    assert client.get("/").location == "/konton"


def test_a_local_account_is_not_taken_over_nor_one_of_the_provider(
    engine: Engine, client: Browser, provider: RealProvider
) -> None:
    provider.tell(soc=EVA)
    whole_round(client, provider, "soc")  # the subject has the name of a local account
    local = engine.queries.person("soc")
    assert local is not None
    assert local.name == "Ada Ek"

    id_ = id_of(provider.issuer, "soc")
    assert engine.door.sign_in(id_, "") is None
    with engine.database.begin() as connection:  # even if somebody had given it a password
        connection.execute(people.update().where(people.c.id == id_)
                           .values(password_hash=hashed("skydd")))  # fmt: skip
    assert engine.door.sign_in(id_, "skydd") is None


def test_a_locked_person_stays_out_whatever_the_provider_says(
    engine: Engine, client: Browser, provider: RealProvider
) -> None:
    whole_round(client, provider, "eva")
    engine.administering.lock("prov", id_of(provider.issuer, "eva"), "Slutat")
    answer = whole_round(client, provider, "eva")

    assert answer.status_code == 403
    assert "Ditt konto här är spärrat" in answer.text


def test_signing_out_leads_on_to_the_provider(client: Browser, provider: RealProvider) -> None:
    whole_round(client, provider, "eva")
    client.get("/arenden")
    answer = client.send("/logga-ut")

    assert answer.status_code == 200
    assert f'content="1; url={provider.issuer}/session/end?' in answer.text
    assert "post_logout_redirect_uri=http%3A%2F%2Flocalhost%2Flogga-in" in answer.text
    assert client.get("/arenden").status_code == 303


def test_what_was_written_goes_on_after_signing_in_in_another_tab(
    client: Browser, provider: RealProvider
) -> None:
    ours = {"Origin": "http://localhost"}
    typed = {"roll": "tolk", "namn": "Tolkcentralen", "kontaktvag": "Ring aldrig hem."}
    page = client.post("/arende/c1/kontakt", data=typed, headers=ours)
    assert page.status_code == 401
    assert 'target="_blank"' in page.text
    kept = {f"k.{name}": text for name, text in typed.items()} | {"igen": "/arende/c1/kontakt"}
    early = client.post("/logga-in/fortsatt", data=kept, headers=ours)
    assert early.status_code == 422
    assert "Du är inte inloggad än" in early.text
    assert 'value="Ring aldrig hem."' in early.text
    assert whole_round(client, provider, "eva", "/logga-in/klar").location == "/logga-in/klar"
    assert "Gå tillbaka till fliken" in client.get("/logga-in/klar").text

    went_on = client.post("/logga-in/fortsatt", data=kept, headers=ours)
    assert 'action="/arende/c1/kontakt"' in went_on.text
    assert "Ring aldrig hem." in went_on.text
    forged = client.post("/logga-in/fortsatt", data=kept, headers={"Origin": "http://evil.se"})
    assert forged.status_code == 422
    assert "Ring aldrig hem." not in forged.text


def test_a_provider_that_is_down_is_told_of_in_a_sentence(
    app: Flask, client: Browser, provider: RealProvider
) -> None:
    """The last one: it takes the provider down."""
    answered = provider.sign_in(begin(client), "eva")
    provider.stop()
    late = come_back(client, answered)
    app.extensions["provider"].server_metadata.clear()
    first = app.test_client().get("/logga-in/tjanst")

    for answer in (late, first):
        assert answer.status_code == 503
        assert "Inloggningstjänsten svarar inte just nu" in answer.text
