"""The accounts of everybody: for administrators, who see who comes in and nothing of any case."""

import pytest
from flask import Flask
from sqlalchemy import select

from engine.bootstrap import Engine
from engine.db.tables import trail
from engine.entrance.sittings import Way
from tests.web.conftest import Browser
from tests.web.seated import sit
from tests.web.signin.conftest import EVA, WORDS
from web import create_app

PLACES = ("/konton", "/konton/konto?namn=eva")


@pytest.fixture
def app(real_engine: Engine) -> Flask:
    real_engine.administering.add("prov", EVA, WORDS)
    app = create_app(real_engine)
    app.test_client_class = Browser
    return app


def at(app: Flask, person: str) -> Browser:
    client = app.test_client()
    assert isinstance(client, Browser)
    sit(client, person)
    client.get("/konto")
    return client


def test_an_administrator_begins_with_the_accounts(app: Flask) -> None:
    admin = at(app, "admin")
    assert admin.get("/").location == "/konton"
    page = admin.get("/konton").text

    assert "Eva Alm" in page
    assert "Lösenord här" in page
    assert "Systemförvaltningen" in page
    for hidden in ("Uppgifter</a>", "Ärenden</a>", "Granskning</a>", "Gallring</a>"):
        assert hidden not in page
    found = admin.get("/konton?sok=eva").text
    assert "Eva Alm" in found
    assert "Per Asp" not in found
    assert "Inget konto heter så." in admin.get("/konton?sok=zzz").text


def test_a_lock_needs_a_reason_and_is_kept(app: Flask, real_engine: Engine) -> None:
    admin = at(app, "admin")
    admin.get("/konton/konto?namn=eva")
    without = admin.send("/konton/konto", namn="eva", atgard="sparra")
    assert without.status_code == 422
    assert "Skriv varför, med några ord" in without.text
    assert admin.send("/konton/konto", namn="eva", skal="Slutat").status_code == 422
    done = admin.send("/konton/konto", namn="eva", atgard="sparra", skal="Slutat")
    page = admin.get(done.location).text

    assert "Kontot är spärrat och personen utloggad." in page
    assert "Öppna kontot igen" in page
    assert real_engine.door.sign_in("eva", WORDS) is None
    assert "Spärrat</strong>" in admin.get("/konton").text
    query = select(trail.c.actor).where(trail.c.kind == "account_locked")
    with real_engine.database.connect() as connection:
        assert connection.execute(query).scalars().all() == ["admin"]


def test_sittings_are_shown_and_ended(app: Flask, real_engine: Engine) -> None:
    token = real_engine.door.open(EVA, Way.PASSWORD, "Firefox, Windows")
    admin = at(app, "admin")
    assert "Firefox, Windows" in admin.get("/konton/konto?namn=eva").text
    admin.send("/konton/konto", namn="eva", atgard="logga-ut", skal="Glömd dator")

    assert real_engine.door.reader(token) is None


@pytest.mark.parametrize("person", ["soc", "soc.chef", "granskare", "agare"])
def test_for_everybody_else_there_are_no_accounts(
    app: Flask, real_engine: Engine, person: str
) -> None:
    client, before = at(app, person), real_engine.trail.count("denied")
    for place in PLACES:
        assert client.get(place).status_code == 404
    sent = client.send("/konton/konto", namn="eva", atgard="sparra", skal="Slutat")

    assert sent.status_code == 404
    assert real_engine.trail.count("denied") == before + 3
    assert real_engine.door.sign_in("eva", WORDS) == EVA


def test_an_account_that_there_is_not_is_not_found(app: Flask) -> None:
    admin = at(app, "admin")

    assert admin.get("/konton/konto?namn=ingen").status_code == 404
    sent = admin.send("/konton/konto", namn="ingen", atgard="sparra", skal="Slutat")
    assert sent.status_code == 404
