"""What failed, for administrators: they deal with it by two, and see nothing of any case."""

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.access import ADMIN_OFFICE, ADMINISTRATOR
from engine.bootstrap import Engine
from engine.entrance.account import Source
from engine.failures import failed
from engine.mishaps import Incident
from engine.model import Actor, Case, Message
from tests.web.conftest import Browser
from tests.web.seated import sit
from web import create_app

OTHER = Actor("admin2", "Bea Frid", ADMIN_OFFICE, frozenset({ADMINISTRATOR}))


@pytest.fixture
def case(real_engine: Engine) -> Case:
    return real_engine.casework.open_case(real_engine.queries.person("soc"))


@pytest.fixture
def incident(real_engine: Engine, case: Case) -> Incident:
    """A saved state that did not agree with its log, when it was looked at."""
    found = failed(KeyError("hemligt"), "deviation", "rebuild", real_engine.clock.now(),
                   case_id=case.id)  # fmt: skip
    real_engine.store.report(found)
    return found


@pytest.fixture
def app(real_engine: Engine) -> Flask:
    real_engine.people.add([OTHER], "no password", Source.DEMO)
    app = create_app(real_engine)
    app.test_client_class = Browser
    return app


def at(app: Flask, person: str) -> Browser:
    client = app.test_client()
    assert isinstance(client, Browser)
    sit(client, person)
    client.get("/konto")
    return client


@pytest.fixture
def admin(app: Flask) -> Browser:
    return at(app, "admin")


def test_what_waits_is_listed_with_its_case_and_without_the_technical_text(
    admin: Browser, incident: Incident, case: Case
) -> None:
    page, own = admin.get("/driftfel").text, admin.get(f"/driftfel/{incident.id}").text

    assert case.number in page
    assert case.number in own
    assert "Ett fel i programmet hindrade steget." in page
    assert "hemligt" not in page + own


def test_what_is_tried_again_and_works_is_gone(
    admin: Browser, incident: Incident, real_engine: Engine
) -> None:
    page = admin.send(f"/driftfel/{incident.id}", atgard="igen")

    assert page.location == "/driftfel"
    assert "Det gick den här gången." in admin.get("/driftfel").text
    assert real_engine.incidents.unsettled() == []
    assert admin.get(f"/driftfel/{incident.id}").status_code == 404


def test_what_is_tried_again_and_fails_stays(admin: Browser, real_engine: Engine) -> None:
    found = failed(KeyError("x"), "timer", "fire", real_engine.clock.now(), element="t#1")
    real_engine.store.report(found)
    page = admin.send(f"/driftfel/{found.id}", atgard="igen")

    assert page.status_code == 409
    assert "Det gick inte den här gången heller." in page.text
    assert len(real_engine.incidents.unsettled()) == 1


def test_two_persons_leave_undone_what_failed(
    app: Flask, admin: Browser, incident: Incident, real_engine: Engine, case: Case
) -> None:
    place = f"/driftfel/{incident.id}"
    without = admin.send(place, atgard="hoppa")
    assert (without.status_code, "Ange skälet" in without.text) == (422, True)
    pointed = admin.send(place, atgard="hoppa", skal="Ring 070-174 06 05")
    assert (pointed.status_code, "Skriv inte" in pointed.text) == (422, True)
    admin.send(place, atgard="hoppa", skal="Ärendet prövas för hand")
    assert admin.send(place, atgard="godkann").status_code == 422
    assert "Överhoppning föreslagen" in admin.get("/driftfel").text
    other = at(app, OTHER.id)
    assert "Ärendet prövas för hand" in other.get(place).text
    other.send(place, atgard="godkann")

    assert real_engine.incidents.unsettled() == []
    entry = real_engine.casefile.log(case.id)[-1]
    assert (entry.actor, entry.details["approved_by"]) == (OTHER.id, OTHER.id)


def test_it_is_handed_over_to_another_administrator_only(
    admin: Browser, incident: Incident
) -> None:
    place = f"/driftfel/{incident.id}"
    for to in ("", "soc"):
        page = admin.send(place, atgard="lamna", till=to, skal="Semester")
        assert (page.status_code, "Välj vem som ska ta över" in page.text) == (422, True)
    admin.send(place, atgard="lamna", till=OTHER.id, skal="Semester")
    assert "Överlämnat: Bea Frid" in admin.get("/driftfel").text
    assert admin.send(place, atgard="", skal="x").status_code == 422


def test_what_only_its_actor_can_do_again_says_so(admin: Browser, real_engine: Engine) -> None:
    found = failed(KeyError("x"), "command", "complete_task", real_engine.clock.now(), actor="soc")
    real_engine.store.report(found)
    page = admin.get(f"/driftfel/{found.id}").text

    assert "Bara den som gjorde det kan göra om det." in page
    assert "Försök igen" not in page
    assert admin.send(f"/driftfel/{found.id}", atgard="igen").status_code == 422


def test_a_message_that_could_not_be_delivered_is_sent_again(
    admin: Browser, real_engine: Engine, case: Case
) -> None:
    message = _dead(real_engine, case)
    assert "fu_inledd" in admin.get("/driftfel").text
    admin.send("/driftfel/meddelande", meddelande=message)

    assert real_engine.store.dead_letters() == []
    assert "Meddelandet är skickat igen." in admin.get("/driftfel").text
    assert admin.send("/driftfel/meddelande", meddelande=message).status_code == 404


def test_an_email_that_is_not_there_is_not_sent_again(admin: Browser) -> None:
    assert admin.send("/driftfel/brev", brev="nothing").status_code == 404


@settings(max_examples=15, deadline=None, derandomize=True, database=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(
    act=st.sampled_from(["", "hoppa", "godkann", "lamna"]) | st.text(max_size=9),
    to=st.sampled_from(["", "admin2"]) | st.text(max_size=9),
    reason=st.text(max_size=300),
)
def test_the_form_takes_whatever_is_sent(
    admin: Browser, incident: Incident, act: str, to: str, reason: str
) -> None:
    admin.get(f"/driftfel/{incident.id}")
    answer = admin.send(f"/driftfel/{incident.id}", atgard=act, till=to, skal=reason)

    assert answer.status_code in {303, 409, 422}


@pytest.mark.parametrize("person", ["soc", "soc.chef", "agare", "granskare"])
def test_for_everybody_else_there_is_no_such_page(
    app: Flask, real_engine: Engine, incident: Incident, person: str
) -> None:
    client = at(app, person)
    before = real_engine.store.denials()

    assert client.get("/driftfel").status_code == 404
    assert client.get(f"/driftfel/{incident.id}").status_code == 404
    assert client.send(f"/driftfel/{incident.id}", atgard="igen").status_code == 404
    assert real_engine.store.denials() == before + 3
    assert len(real_engine.incidents.unsettled()) == 1


def _dead(engine: Engine, case: Case) -> str:
    message = Message("m1", case.id, "fu_inledd", "meddelande", {})
    with engine.store.transaction() as unit:
        unit.send([message], "Ingen tog emot det.")
    return message.id
