"""A party's extract: chosen on a page, approved by a colleague on the same, fetched as a PDF."""

import re

import pytest

from engine.bootstrap import Engine
from engine.model import Case
from tests.engine.db.protected import PROTECTED, STREET, told
from tests.engine.db.small import Office
from tests.web.conftest import Browser
from tests.web.test_route_table import signed_in
from web import create_app
from web.security import limiter


@pytest.fixture
def office(real_engine: Engine) -> Office:
    office = Office(real_engine)
    office.publish(PROTECTED)
    return office


@pytest.fixture
def case(office: Office) -> Case:
    case = office.open()
    told(office, case)
    return case


@pytest.fixture
def soc(office: Office, case: Case) -> Browser:
    client = browser(office.engine, "soc")
    client.get(f"/arende/{case.id}/partsutdrag")
    return client


def browser(engine: Engine, name: str) -> Browser:
    app = create_app(engine)
    app.test_client_class = Browser
    limiter.reset()
    return signed_in(app, name)


def place(case: Case) -> str:
    return f"/arende/{case.id}/partsutdrag"


def test_the_page_names_each_record_and_shows_none(soc: Browser, case: Case) -> None:
    page = soc.get(place(case)).text

    assert 'type="radio"' in page
    assert STREET not in page
    assert f'href="{place(case)}"' in soc.get(f"/arende/{case.id}").text


def test_what_is_missing_is_said_and_the_rest_kept(soc: Browser, case: Case) -> None:
    (key,) = set(re.findall(r'name="val-([^"]+)"', soc.get(place(case)).text))
    answer = soc.send(place(case), **{f"val-{key}": "utelamna", f"istallet-{key}": "En granne."})

    assert answer.status_code == 422
    assert "Välj varför uppgiften utelämnas" in answer.text
    assert "En granne." in answer.text
    assert re.search(r"<details[^>]* open>", answer.text)


def test_what_was_written_of_a_record_that_is_gone_is_shown(soc: Browser, case: Case) -> None:
    answer = soc.send(place(case), **{"istallet-kontakt.x": "En granne."})

    assert answer.status_code == 409
    assert "Akten har ändrats" in answer.text
    assert "En granne." in answer.text


def test_one_chooses_another_approves_and_it_is_fetched(
    soc: Browser, office: Office, case: Case
) -> None:
    (key,) = set(re.findall(r'name="val-([^"]+)"', soc.get(place(case)).text))
    typed = {f"val-{key}": "utelamna", f"varfor-{key}": "skydd", f"istallet-{key}": "Var hon bor."}
    assert soc.send(place(case), **typed).status_code == 303
    waiting = soc.get(place(case)).text
    assert "väntar på en kollega" in waiting
    assert "Var hon bor." in waiting

    chef = browser(office.engine, "soc.chef")
    page = chef.get(place(case)).text
    (approve,) = re.findall(r'action="([^"]+/godkann)"', page)
    assert chef.send(approve).status_code == 303
    fetched = soc.get(place(case)).text
    file = soc.send(approve.removesuffix("/godkann"))

    assert "Hämta utdraget som PDF" in fetched
    assert (file.status_code, file.mimetype) == (200, "application/pdf")
    assert b"pdfuaid" in file.data
    assert office.engine.trail.count("exported") == 1


def test_without_a_second_person_there_is_no_file(soc: Browser, office: Office, case: Case) -> None:
    held = office.engine.extractfile.page(office.soc, case.id).held
    made = office.engine.extracts.propose(
        office.soc, case.id, {f"val-{each.key}": "lamna_ut" for each in held}
    )

    assert soc.send(f"{place(case)}/{made}").status_code == 404
    assert soc.send(f"{place(case)}/{made}/godkann").status_code == 409
