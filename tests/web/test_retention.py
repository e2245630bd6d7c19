"""Those who answer for the archive see what falls due, and two of them erase it; nobody else."""

import re
from dataclasses import replace

import pytest
from flask import Flask

from engine.bootstrap import Engine
from engine.model import Case
from tests.engine.db.small import Office
from tests.engine.retention import kept
from tests.engine.retention.kept import WORDS
from tests.web.askers import Askers, is_api
from tests.web.conftest import Browser
from tests.web.seated import sit
from web import create_app
from web.security import limiter

ALONE = {"static", "observed.metrics"}
"""What asks for no person, and knows no case."""


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    return kept.office(engine_on_both)


@pytest.fixture
def old(office: Office) -> Case:
    return kept.old_case(office)


@pytest.fixture
def app(office: Office, old: Case) -> Flask:
    app = create_app(office.engine)
    app.test_client_class = Browser
    limiter.reset()
    return app


def browser(app: Flask, name: str) -> Browser:
    client = app.test_client()
    assert isinstance(client, Browser)
    sit(client, name)
    client.get("/")
    return client


def named(page: str, field: str) -> str:
    found = re.search(rf'name="{field}" value="([^"]+)"', page)
    assert found, field
    return found[1]


def proposed(app: Flask, case: Case) -> str:
    chef = browser(app, "soc.chef")
    assert chef.send("/gallring/foresla", arenden=case.id, provat="ja").status_code == 303
    return named(chef.get("/gallring").text, "forslag")


def test_the_page_is_for_those_who_answer_for_the_archive(
    app: Flask, office: Office, old: Case
) -> None:
    client, before = browser(app, "soc"), office.engine.store.denials()
    assert "Gallring" not in client.get("/").text
    assert client.get("/gallring").status_code == 404
    for verb in ("foresla", "ta-tillbaka", "verkstall", "stoppa", "hav"):
        assert client.send(f"/gallring/{verb}", arenden=old.id).status_code == 404

    assert office.engine.store.denials() == before + 6
    assert "Gallring" in browser(app, "soc.chef").get("/").text


def test_what_falls_due_is_shown_with_law_and_days(app: Flask, old: Case) -> None:
    page = browser(app, "soc.chef").get("/gallring").text

    for text in (old.number, "Lag personakt", "3 mars 2031", "31 december 2032", "1 ärende"):
        assert text in page
    assert old.number not in browser(app, "mig.chef").get("/gallring").text


def test_what_is_missing_in_a_proposal_is_said(app: Flask, old: Case) -> None:
    chef = browser(app, "soc.chef")
    nothing = chef.send("/gallring/foresla")
    unlooked = chef.send("/gallring/foresla", arenden=old.id)

    assert (nothing.status_code, "Välj minst ett ärende" in nothing.text) == (422, True)
    assert (unlooked.status_code, 'id="provat-error"' in unlooked.text) == (422, True)
    assert f'value="{old.id}" checked' in unlooked.text


def test_another_person_carries_it_out_and_the_case_says_so(app: Flask, old: Case) -> None:
    forslag, chef = proposed(app, old), browser(app, "soc.chef")
    assert "En annan person hos er måste godkänna" in chef.get("/gallring").text
    own = chef.send("/gallring/verkstall", forslag=forslag, forstatt="ja")
    assert (own.status_code, "ditt eget förslag" in own.text) == (409, True)

    leader = browser(app, "soc.gruppledare")
    unsure = leader.send("/gallring/verkstall", forslag=forslag)
    assert (unsure.status_code, f"forstatt-{forslag}-error" in unsure.text) == (422, True)
    done = leader.send("/gallring/verkstall", forslag=forslag, forstatt="ja")
    assert done.status_code == 303
    assert old.number in leader.get("/gallring").text

    page = browser(app, "soc").get(f"/arende/{old.id}")
    assert (page.status_code, "Er del av ärendet är gallrad" in page.text) == (410, True)
    assert "Gallrat" in browser(app, "soc").get("/arenden").text
    assert browser(app, "polis").get(f"/arende/{old.id}").status_code == 200


def with_police(office: Office, case: Case) -> None:
    """Let the police erase the last part, and with it the facts of the log."""
    retention, polis = office.engine.retention, office.person("polis.chef")
    forslag = retention.propose(polis, polis.agency, [case.id], looked=True)
    retention.carry_out(replace(polis, id="polis"), forslag, understood=True)
    assert office.engine.casefile.log(case.id) == []


def test_no_page_of_an_erased_case_tells_anything_or_breaks(
    app: Flask, office: Office, old: Case
) -> None:
    task = next(e for e in office.engine.casefile.log(old.id) if e.kind == "task_completed")
    (file,) = office.engine.taskfile.attachments(office.soc, old.id)
    (errand,) = office.engine.casefile.case_page(office.soc, old.id).errands
    forslag = proposed(app, old)
    assert browser(app, "soc.gruppledare").send(
        "/gallring/verkstall", forslag=forslag, forstatt="ja").status_code == 303  # fmt: skip
    known = {"case_id": old.id, "task_id": task.details["task_id"], "what": "svar",
             "attachment_id": file.paper.id, "errand_id": errand.errand.id}  # fmt: skip
    with_police(office, old)
    for person in ("soc", "soc.chef", "granskare", "polis.chef"):
        client = browser(app, person)
        for rule in app.url_map.iter_rules():
            if "GET" in (rule.methods or ()) and rule.endpoint not in ALONE and not is_api(rule):
                values = {name: known.get(name, "x") for name in rule.arguments}
                answer = client.get(str(rule.build(values)[1]))  # type: ignore[index]
                assert answer.status_code in {200, 302, 303, 404, 410}, rule.endpoint
                assert WORDS not in answer.text, rule.endpoint
            if "case_id" in rule.arguments and "POST" in (rule.methods or ()) and not is_api(rule):
                values = {name: known.get(name, "x") for name in rule.arguments}
                sent = client.send(str(rule.build(values)[1]))  # type: ignore[index]
                assert sent.status_code == 410, rule.endpoint
    systems = Askers(app, office.engine)
    for rule in filter(is_api, app.url_map.iter_rules()):
        if "GET" in (rule.methods or ()) and {"case_id", "task_id"} & rule.arguments:
            values = {name: known.get(name, "x") for name in rule.arguments}
            read = systems.ask(office.chef, "GET", str(rule.build(values)[1]))  # type: ignore[index]
            assert read.status_code in {200, 404, 409, 410}, rule.endpoint
            assert WORDS not in read.text, rule.endpoint


def test_a_stop_is_set_and_lifted_on_the_page(app: Flask, old: Case) -> None:
    chef = browser(app, "soc.chef")
    wrong = chef.send("/gallring/stoppa", nummer="x", skal="Rättegång")
    assert (wrong.status_code, "inget sådant ärende hos er" in wrong.text) == (422, True)
    assert "Rättegång</textarea>" in wrong.text
    assert chef.send("/gallring/stoppa", nummer=old.number, skal="Rättegång").status_code == 303
    page = chef.get("/gallring").text
    assert ("Rättegång" in page, "Inget ärende ska gallras nu" in page) == (True, True)

    assert chef.send("/gallring/hav", stopp=named(page, "stopp")).status_code == 303
    assert "Ni har inte stoppat gallringen" in chef.get("/gallring").text


def test_a_proposal_is_taken_back(app: Flask, old: Case) -> None:
    forslag = proposed(app, old)
    leader = browser(app, "soc.gruppledare")

    assert leader.send("/gallring/ta-tillbaka", forslag=forslag).status_code == 303
    assert "Väntar på en andra person" not in leader.get("/gallring").text
