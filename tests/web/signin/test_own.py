"""One's own account: codes where the setting demands them, and every change ends the rest."""

import re
from dataclasses import replace

from flask import Flask

from engine.bootstrap import Engine
from engine.entrance.sittings import Limits
from tests.conftest import MovedClock
from tests.web.conftest import Browser
from tests.web.seated import sit
from tests.web.signin.conftest import EVA, WORDS, code_of
from web import create_app

NEW = "fem helt andra ord i rad"


def lenient(local: Engine) -> Flask:
    """An application where nobody has to have codes."""
    changed = local.settings.model_copy(update={"second_factor": "optional"})
    object.__setattr__(local, "settings", changed)
    app = create_app(local)
    app.test_client_class = Browser
    return app


def seated(app: Flask, page: str = "/konto") -> Browser:
    client = app.test_client()
    assert isinstance(client, Browser)
    sit(client, "eva")
    client.get(page)
    return client


def test_whoever_has_no_codes_sets_them_up_first(eva: Browser, local: Engine) -> None:
    first = eva.send("/logga-in", namn="eva", losenord=WORDS, till="/arenden")
    assert first.status_code == 200
    assert "Här loggar alla in med lösenord och en engångskod" in first.text
    for place in ("/arenden", "/", "/konto", "/arende/c1"):
        assert eva.get(place).location == "/konto/engangskoder", place
    assert eva.send("/arenden").location == "/konto/engangskoder"
    page = eva.get("/konto/engangskoder").text
    secret = "".join(re.findall(r"<span>([A-Z2-7]{4})</span>", page))
    assert len(secret) == 32
    assert re.search(r"<svg [^>]*>", page)
    assert "style=" not in page
    wrong = eva.send("/konto/engangskoder", kod="000000", nu="fel")
    assert wrong.status_code == 422
    assert {each for each in ("kod", "nu") if f'href="#{each}"' in wrong.text} == {"kod", "nu"}
    done = eva.send("/konto/engangskoder", kod=code_of(local, secret), nu=WORDS)

    codes = re.findall(r">((?:[a-z2-9]{4}-){5}[a-z2-9]{4})<", done.text)
    assert len(codes) == 10
    assert eva.get("/arenden").status_code == 200
    assert "Du har 10 reservkoder kvar" in eva.get("/konto").text
    assert codes[0] not in eva.get("/konto").text
    assert eva.get("/konto/engangskoder").status_code == 409


def test_what_was_written_is_shown_to_whoever_must_set_up_codes_first(eva: Browser) -> None:
    page = eva.send("/logga-in", namn="eva", losenord=WORDS, **{"k.skal": "Ord ett slut."})

    assert "Kopiera det innan du går vidare" in page.text
    assert "Ord ett slut.</p>" in page.text


def test_where_codes_are_optional_they_are_offered(local: Engine) -> None:
    client = seated(lenient(local))

    assert client.get("/arenden").status_code == 200
    assert "Ordna engångskoder" in client.get("/konto").text


def test_the_demonstrations_people_are_never_asked_for_codes(ada: Browser) -> None:
    page = ada.get("/konto").text

    assert "Ada Ek" in page
    assert "engångskoder" not in page
    assert "Byt lösenord" not in page


def test_a_changed_password_signs_out_everywhere_else(local: Engine) -> None:
    app = lenient(local)
    here, there = seated(app), seated(app)
    typed = {"nu": WORDS, "nytt": NEW, "igen": NEW}
    bad = here.send("/konto/losenord", **typed | {"igen": "annat"})
    assert bad.status_code == 422
    assert "Skriv samma lösenord två gånger" in bad.text
    assert NEW not in bad.text
    assert here.send("/konto/losenord", **typed).location == "/konto"

    assert "Lösenordet är bytt" in here.get("/konto").text
    assert there.get("/konto").location.startswith("/logga-in")
    assert local.door.sign_in("eva", NEW) == EVA


def test_my_sittings_are_listed_and_ended_one_by_one(local: Engine) -> None:
    app = lenient(local)
    here, there = seated(app), seated(app)
    page = here.get("/konto").text
    (other,) = re.findall(r'name="session" value="([0-9a-f]{64})"', page)
    assert here.send("/konto/logga-ut", session=other).location == "/konto"

    assert there.get("/konto").status_code == 303
    assert here.get("/konto").status_code == 200
    assert local.trail.count("sittings_ended") == 1


def test_everywhere_means_here_too(local: Engine) -> None:
    app = lenient(local)
    here, there = seated(app), seated(app)

    assert here.send("/konto/logga-ut").location == "/logga-in"
    assert here.get("/konto").status_code == there.get("/konto").status_code == 303


def test_nobody_ends_the_sitting_of_another(ada: Browser, engine) -> None:
    bo = next(each for each in engine.people() if each.id == "bo")
    token = engine.door.open(bo, "losenord", "")
    ada.get("/konto")

    assert ada.send("/konto/logga-ut", session=token).status_code == 404
    assert engine.door.reader(token)


def test_idle_time_ends_it_and_what_was_written_waits_on_the_page(
    local: Engine, clock: MovedClock
) -> None:
    object.__setattr__(local, "door", replace(local.door, limits=Limits.of(60, 720)))
    client = seated(lenient(local), "/arenden")
    clock.advance(minutes=62)
    typed = {"roll": "tolk", "namn": "Tolkcentralen", "kontaktvag": "Ring aldrig hem."}
    answer = client.post("/arende/c1/kontakt", data=typed, headers={"Origin": "http://localhost"})

    assert answer.status_code == 401
    assert 'value="Ring aldrig hem."' in answer.text
