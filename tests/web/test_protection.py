"""The pages of protected data on a real engine: masked, seen for a reason, printed by two."""

import pytest

from engine.bootstrap import Engine
from engine.forms import MASK
from engine.model import Case
from tests.engine.db.protected import OTHER, PROTECTED, STREET, told
from tests.engine.db.small import Office
from tests.web.conftest import Browser
from tests.web.seated import sit
from web import create_app
from web.security import limiter


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    office = Office(engine_on_both)
    office.publish(PROTECTED)
    return office


@pytest.fixture
def case(office: Office) -> Case:
    return office.open()


@pytest.fixture
def browsers(office: Office) -> dict[str, Browser]:
    app = create_app(office.engine)
    app.test_client_class = Browser
    limiter.reset()
    names = ("soc", "soc.chef", "soc.ordforande", "polis", "mig")
    return {name: signed_in(app.test_client(), name) for name in names}


def signed_in(client: Browser, name: str) -> Browser:
    sit(client, name)
    client.get("/")
    return client


@pytest.fixture
def soc(browsers: dict[str, Browser]) -> Browser:
    return browsers["soc"]


def test_the_case_masks_and_leads_to_a_page_that_asks_why(
    soc: Browser, office: Office, case: Case
) -> None:
    record = told(office, case)
    page = soc.get(f"/arende/{case.id}?flik=handelser").text
    address = f"/arende/{case.id}/skyddat/svar/{record}"

    assert MASK in page
    assert STREET not in page
    assert f'href="{address}"' in page
    asked = soc.get(address)
    assert asked.status_code == 200
    assert "Varför behöver du se uppgifterna?" in asked.text
    assert STREET not in asked.text


def test_a_reason_shows_it_once(soc: Browser, office: Office, case: Case) -> None:
    address = f"/arende/{case.id}/skyddat/svar/{told(office, case)}"
    soc.get(address)
    assert soc.send(address).status_code == 422
    assert soc.send(address, skal="annat", **{"not": ""}).status_code == 422
    shown = soc.send(address, skal="kontakt")

    assert STREET in shown.text
    assert OTHER not in shown.text
    assert shown.headers["Cache-Control"] == "no-store"
    assert STREET not in soc.get(f"/arende/{case.id}?flik=handelser").text


def test_the_banner_stands_on_every_page_of_the_case_and_on_no_other(
    browsers: dict[str, Browser], office: Office, case: Case
) -> None:
    soc, polis = browsers["soc"], browsers["polis"]
    base = f"/arende/{case.id}"
    assert soc.send(f"{base}/skyddsmarkering", markering="skyddat_boende").status_code == 303
    task = office.task(case, "a").id
    for address in (base, f"/uppgift/{task}", f"{base}/skyddsmarkering", f"{base}/utskrift"):
        assert "Skyddat boende: skyddade personuppgifter" in soc.get(address).text, address
    assert "Skyddat boende: skyddade" in polis.get(base).text
    for address in ("/", "/arenden", "/finns-inte"):
        assert "skyddade personuppgifter" not in soc.get(address).text
    assert "Skyddat boende" not in browsers["mig"].get(base).text


def test_a_marking_is_chosen_and_lifted_by_the_one_who_set_it(
    browsers: dict[str, Browser], case: Case
) -> None:
    soc, address = browsers["soc"], f"/arende/{case.id}/skyddsmarkering"
    assert soc.send(address).status_code == 422
    browsers["polis"].send(address, markering="sekretessmarkering")
    refused = soc.send(address, markering="ingen")

    assert refused.status_code == 422
    assert "Bara den aktör som satte skyddsmarkeringen" in refused.text
    assert browsers["polis"].send(address, markering="ingen").status_code == 303


def test_two_people_print(browsers: dict[str, Browser], office: Office, case: Case) -> None:
    told(office, case)
    soc, chef, address = browsers["soc"], browsers["soc.chef"], f"/arende/{case.id}/utskrift"
    assert soc.send(address, skal=" ").status_code == 422
    assert soc.send(address, skal="Till förhandlingen").status_code == 303
    permit = office.engine.protected.prints(office.chef, case.id).others[0].permit.id
    assert "Till förhandlingen" in chef.get(address).text
    assert "Till förhandlingen" not in browsers["polis"].get(address).text
    assert soc.send(f"{address}/{permit}").status_code == 404
    assert soc.send(f"{address}/{permit}/godkann").status_code == 409
    assert browsers["polis"].send(f"{address}/{permit}/godkann").status_code == 404
    assert chef.send(f"{address}/{permit}/godkann").status_code == 303
    printed = soc.send(f"{address}/{permit}")

    assert STREET in printed.text
    assert chef.send(f"{address}/{permit}").status_code == 404


def test_every_page_of_a_case_that_is_read_is_kept(
    browsers: dict[str, Browser], office: Office, case: Case
) -> None:
    task = office.task(case, "a").id
    browsers["soc"].get(f"/arende/{case.id}")
    browsers["polis"].get(f"/uppgift/{task}")
    browsers["mig"].get(f"/arende/{case.id}")
    browsers["soc"].get(f"/uppgift/{task}")
    browsers["soc"].get("/arenden")

    kept = office.engine.readings.of_case(case.id)
    assert [(r.actor, r.what) for r in kept] == [("soc", "cases.case"), ("soc", "tasks.task")]


@pytest.mark.parametrize("path", ["skyddsmarkering", "utskrift", "skyddat/svar/x", "skyddat/y/x"])
def test_nobody_else_finds_the_pages(browsers: dict[str, Browser], case: Case, path: str) -> None:
    assert browsers["mig"].get(f"/arende/{case.id}/{path}").status_code == 404
    assert browsers["mig"].send(f"/arende/{case.id}/{path}", skal="kontakt").status_code == 404


def test_one_without_the_role_is_told_whom_to_ask(
    browsers: dict[str, Browser], office: Office, case: Case
) -> None:
    chair, record = browsers["soc.ordforande"], told(office, case)
    masked = f"/arende/{case.id}/skyddat/svar/{record}"

    for place in (masked, f"/arende/{case.id}/utskrift"):
        page = chair.get(place).text
        assert "Du har inte behörigheten att se skyddade uppgifter." in page
        assert 'name="skal"' not in page
    assert chair.send(masked, skal="kontakt").status_code == 404
