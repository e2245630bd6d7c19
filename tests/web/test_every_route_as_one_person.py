"""Every route as one person: with jäv the case is nowhere, and nobody reads another's notices."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from engine.bootstrap import Engine
from engine.db.tables import notices
from tests.web.conftest import Browser
from tests.web.seated import sit
from tests.web.secrets import Case
from tests.web.test_every_route import ANYTHING, addresses, app, case, engine, people

__all__ = ["app", "case", "engine"]
BARRED, COLLEAGUE = "soc", "soc.gruppledare"
ABOUT_THE_CASE = ("/arende/", "/uppgift/")


@pytest.fixture
def barred(engine: Engine, case: Case) -> Iterator[None]:
    """Let a caseworker hold a task and hear of it, and then be disqualified."""
    chef = people(engine)["soc.chef"]
    mine = [task.id for task in case.desk.tasks("socialtjansten") if task.role is None]
    for colleague in (COLLEAGUE, BARRED):
        engine.staffing.distribute(chef, mine, colleague)
    assert engine.notices.unread(people(engine)[BARRED])
    engine.staffing.disqualify(chef, case.desk.case_id, BARRED, "Hemligt jäv.")
    yield
    (found,) = engine.disqualified(chef, case.desk.case_id)
    engine.staffing.lift(chef, case.desk.case_id, found.id)


def client_of(app: Flask, person: str) -> Browser:
    client = app.test_client()
    sit(client, person)
    return client


@pytest.mark.usefixtures("barred")
def test_a_case_with_jav_is_nowhere_to_be_seen(app: Flask, case: Case) -> None:
    client, number = client_of(app, BARRED), case.desk.case().number
    for address, _ in dict.fromkeys(addresses(app, case, "GET")):
        answer = client.get(address)
        if address.startswith(ABOUT_THE_CASE):
            assert answer.status_code == 404, address
        assert number not in answer.text, address
        assert case.desk.case_id not in answer.text or address.startswith(ABOUT_THE_CASE), address
    found = client.get(f"/?sok={number}").text
    assert case.desk.case_id not in found


@pytest.mark.usefixtures("barred")
def test_a_case_with_jav_is_not_changed_whatever_is_posted(app: Flask, case: Case) -> None:
    before, client = case.desk.log(), client_of(app, BARRED)
    client.get("/")
    for address, _ in dict.fromkeys(addresses(app, case, "POST")):
        if address.startswith(ABOUT_THE_CASE):
            assert client.send(address, **ANYTHING, skal="Granne.").status_code == 404, address

    assert case.desk.log() == before


@pytest.mark.usefixtures("barred")
def test_colleagues_see_the_case_as_before(app: Flask, case: Case) -> None:
    assert client_of(app, COLLEAGUE).get(f"/arende/{case.desk.case_id}").status_code == 200


@pytest.mark.usefixtures("barred")
def test_nobody_opens_another_persons_notice(app: Flask, engine: Engine) -> None:
    with engine.database.connect() as connection:
        kept = connection.execute(select(notices.c.id, notices.c.person)).all()
    assert kept
    for id_, owner in kept:
        for person in (BARRED, COLLEAGUE, "soc.chef", "polis"):
            expected = 303 if person == owner != BARRED else 404
            assert client_of(app, person).get(f"/avisering/{id_}").status_code == expected
