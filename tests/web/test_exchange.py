"""Leaders see and decide which systems are connected; nobody else knows that there are any."""

import re

import pytest
from flask import Flask

from engine.audit.review import KINDS
from engine.bootstrap import Engine
from tests.engine.db.connected import Connected, dead_event
from tests.engine.db.small import FILES, Office
from tests.engine.exchange.test_receiving import OTHER, SYSTEM, hej
from tests.web.conftest import Browser
from tests.web.test_retention import browser
from web import create_app
from web.reviewing import KIND
from web.security import limiter

URL = "https://arenden.exempel.se/in"


@pytest.fixture
def office(real_engine: Engine) -> Office:
    office = Office(real_engine)
    office.publish(FILES)
    return office


@pytest.fixture
def app(office: Office) -> Flask:
    app = create_app(office.engine)
    app.test_client_class = Browser
    limiter.reset()
    return app


@pytest.fixture
def chef(app: Flask) -> Browser:
    client = browser(app, "soc.chef")
    client.get("/anslutningar")
    return client


def ids(office: Office) -> list[str]:
    return [each.id for each in office.engine.exchange.page(office.chef).webhooks]


def test_a_system_is_connected_and_its_secret_shown_once(chef: Browser, office: Office) -> None:
    answer = chef.send("/anslutningar", adress=URL, handelser=["task.opened"], _kommando="k-1")
    (secret,) = re.findall(r"whsec_[\w-]+", answer.text)
    (hook,) = office.engine.exchange.page(office.chef).webhooks
    assert (answer.status_code, hook.secret, hook.kinds) == (200, secret, ("task.opened",))
    assert answer.headers["Cache-Control"] == "no-store"
    again = chef.send("/anslutningar", adress=URL, handelser=["task.opened"], _kommando="k-1")

    assert again.status_code == 303
    for page in ("/anslutningar", f"/anslutningar/{hook.id}"):
        assert URL in chef.get(page).text
        assert secret not in chef.get(page).text
    with chef.session_transaction() as session:
        assert secret not in repr(dict(session))


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(chef: Browser, office: Office) -> None:
    inside = chef.send("/anslutningar", adress="http://10.0.0.1/", handelser=["task.opened"])
    nothing = chef.send("/anslutningar", adress=URL)

    assert (inside.status_code, nothing.status_code, ids(office)) == (422, 422, [])
    assert "Adressen ska börja med https://" in inside.text
    assert 'value="http://10.0.0.1/"' in inside.text
    assert "Välj minst en händelse" in nothing.text
    assert f'value="{URL}"' in nothing.text


def test_it_is_changed_and_what_is_wrong_said(chef: Browser, office: Office) -> None:
    hook = Connected(office).connect(kinds=["task.opened"])
    place = f"/anslutningar/{hook.id}"
    wrong = chef.send(place, adress="ftp://x", handelser=["case.closed"])
    assert (wrong.status_code, 'value="ftp://x"' in wrong.text) == (422, True)
    assert chef.send(place, adress=URL, handelser=["case.closed"]).status_code == 303
    (changed,) = office.engine.exchange.page(office.chef).webhooks

    assert (changed.url, changed.kinds, changed.secret) == (URL, ("case.closed",), hook.secret)


def test_its_secret_is_changed_and_shown_once(chef: Browser, office: Office) -> None:
    hook = Connected(office).connect()
    first, again = (
        chef.send(f"/anslutningar/{hook.id}/hemlighet", _kommando="k-2") for _ in range(2)
    )
    (changed,) = office.engine.exchange.page(office.chef).webhooks

    assert changed.secret in first.text
    assert changed.previous == hook.secret
    assert again.status_code == 303


def test_it_is_tested_paused_resumed_and_removed(chef: Browser, office: Office) -> None:
    hook = Connected(office).connect()
    place = f"/anslutningar/{hook.id}"
    for verb, said in (("prov", "Provhändelse"), ("pausa", "Pausad"), ("ateruppta", "Skickar")):
        assert chef.send(f"{place}/{verb}").status_code == 303
        assert said in chef.get("/anslutningar").text
    assert chef.send(f"{place}/ta-bort").status_code == 303

    assert ids(office) == []
    assert chef.get(place).status_code == 404
    assert "Inget system är anslutet." in chef.get("/anslutningar").text


def test_one_that_is_paused_is_not_tested(chef: Browser, office: Office) -> None:
    hook = Connected(office).connect()
    chef.send(f"/anslutningar/{hook.id}/pausa")
    answer = chef.send(f"/anslutningar/{hook.id}/prov")

    assert (answer.status_code, "Återuppta den först" in answer.text) == (409, True)


def test_what_could_not_be_sent_is_sent_again_for_a_reason(chef: Browser, office: Office) -> None:
    event = dead_event(Connected(office))["delivery_id"]
    page = chef.get("/anslutningar").text
    assert "Kunde inte skickas" in page
    assert "Svarade inte i tid." in page
    without = chef.send(f"/anslutningar/handelse/{event}", skal=" ")
    assert (without.status_code, f'href="#skal-{event}"' in without.text) == (422, True)
    assert chef.send(f"/anslutningar/handelse/{event}", skal="Lagad").status_code == 303

    assert "Kunde inte skickas" not in chef.get("/anslutningar").text


def test_messages_from_systems_are_shown_to_both_sides(
    app: Flask, chef: Browser, office: Office
) -> None:
    case, receive = office.open(), office.engine.exchange.receiving.receive
    receive(SYSTEM, hej(case))
    receive(OTHER, hej(case, name="okänt_namn"))
    mine, theirs = chef.get("/anslutningar").text, browser(app, "polis.chef").get("/anslutningar")

    assert "Framme" in mine
    assert "Av sekretesskäl säger vi inte vem" in mine
    assert "okänt_namn" not in mine
    assert "okänt_namn" in theirs.text
    assert "Kunde inte tas emot" in theirs.text
    assert "Framme" not in theirs.text


def test_the_pages_are_for_leaders_and_of_their_own_agency(
    app: Flask, chef: Browser, office: Office
) -> None:
    named = dead_event(Connected(office, URL))
    own = f"/anslutningar/{named['webhook_id']}"
    assert "Anslutningar" in chef.get("/").text
    assert "Anslutningar" not in browser(app, "soc").get("/").text
    for who in ("soc", "polis.chef", "mig.chef", "agare"):
        client = browser(app, who)
        assert client.get(own).status_code == 404
        for verb in ("", "/hemlighet", "/prov", "/pausa", "/ateruppta", "/ta-bort"):
            sent = client.send(own + verb, adress=URL, handelser=["case.closed"])
            assert sent.status_code == 404, (who, verb)
        event = f"/anslutningar/handelse/{named['delivery_id']}"
        assert client.send(event, skal="Därför").status_code == 404
    for who in ("soc", "agare"):
        assert browser(app, who).get("/anslutningar").status_code == 404
    assert browser(app, "soc").send("/anslutningar", adress=URL).status_code == 404

    assert ids(office) == [named["webhook_id"]]
    assert URL not in browser(app, "polis.chef").get("/anslutningar").text


def test_whoever_reads_the_page_is_kept_as_having_read_it(chef: Browser, office: Office) -> None:
    before = office.engine.trail.count("read")
    chef.get("/anslutningar")

    assert office.engine.trail.count("read") == before + 1


def test_reviewers_read_in_words_who_connected_what(app: Flask, chef: Browser) -> None:
    chef.send("/anslutningar", adress=URL, handelser=["task.opened"])
    found = browser(app, "granskare").get("/granskning/atkomst?slag=anslutning").text
    read = browser(app, "granskare").get("/granskning/atkomst?slag=last").text

    assert "Anslöt ett system" in found
    assert "Läste: anslutna system" in read


def test_everything_that_is_kept_has_its_words() -> None:
    kinds = {kind for kind in KIND if kind.startswith("webhook_")}

    assert kinds == set(KINDS["anslutning"])
