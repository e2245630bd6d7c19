"""Whoever reviews the log can check it, fetch anchors and take a case's log away; nobody else."""

import io
import json
import zipfile

import pytest
from sqlalchemy import delete, select, update

from engine.audit.verifier import check_bundle, is_signed
from engine.bootstrap import Engine
from engine.db.connection import writing
from engine.db.tables import events, trail
from engine.model import Case
from tests.web.conftest import Browser
from web import create_app
from web.security import limiter


@pytest.fixture
def case(real_engine: Engine) -> Case:
    person = real_engine.queries.person("soc")
    assert person is not None
    return real_engine.casework.open_case(person)


def browser(engine: Engine, name: str) -> Browser:
    app = create_app(engine)
    app.test_client_class = Browser
    limiter.reset()
    client = app.test_client()
    assert isinstance(client, Browser)
    client.sign_in(name)
    client.get("/")
    return client


@pytest.fixture
def reviewer(real_engine: Engine, case: Case) -> Browser:
    """The reviewer of Socialtjänsten's log, looking at the page."""
    client = browser(real_engine, "granskare")
    client.get("/granskning")
    return client


def test_the_page_is_for_reviewers_only_and_attempts_are_noted(real_engine: Engine) -> None:
    client, before = browser(real_engine, "soc"), real_engine.store.denials()
    assert "Granskning" not in client.get("/").text
    for path in ("/granskning", "/granskning/ankare?nr=1"):
        assert client.get(path).status_code == 404
    for path in ("/granskning/prova", "/granskning/lamna-ut"):
        assert client.send(path, nummer="2026-00001").status_code == 404

    assert real_engine.store.denials() == before + 4


def test_a_whole_log_is_said_to_be_in_words(reviewer: Browser, real_engine: Engine) -> None:
    real_engine.audit.anchor("tests")
    page = reviewer.send("/granskning/prova").text

    assert "Loggen stämmer." in page
    assert "Det senaste ankaret är från" in page
    assert "Loggen stämmer inte" not in page


def test_what_is_wrong_is_said_with_the_case_and_the_place(
    reviewer: Browser, real_engine: Engine, case: Case
) -> None:
    with writing(real_engine.database) as connection:
        connection.execute(delete(events).where(events.c.sequence == 2))
        changed = update(trail).where(trail.c.kind == "read").values(actor="siv")
        connection.execute(changed)
    page = reviewer.send("/granskning/prova").text

    assert "Loggen stämmer inte" in page
    assert f"Ärende {case.number}, nummer 2: Här är en eller flera poster borttagna." in page
    assert "Myndighetens åtkomstlogg, nummer" in page


def test_what_is_another_agencys_is_not_told_of(
    reviewer: Browser, real_engine: Engine, case: Case
) -> None:
    person = real_engine.queries.person("mig")
    assert person is not None
    other = real_engine.casework.open_case(person)
    with writing(real_engine.database) as connection:
        connection.execute(delete(events).where(events.c.case_id == other.id))

    assert "Loggen stämmer." in reviewer.send("/granskning/prova").text
    asked = reviewer.send("/granskning/lamna-ut", nummer=other.number)
    assert (asked.status_code, "inget sådant ärende" in asked.text) == (422, True)


def test_anchors_are_listed_and_fetched(reviewer: Browser, real_engine: Engine) -> None:
    assert "Det första görs i natt" in reviewer.get("/granskning").text
    made = real_engine.audit.anchor("tests")
    page, file = reviewer.get("/granskning").text, reviewer.get("/granskning/ankare?nr=1")

    assert made.statement["root"][:16] in page
    assert json.loads(file.text) == made.shown
    assert is_signed(json.loads(file.text))
    assert "ankare-000001.json" in file.headers["Content-Disposition"]
    assert reviewer.get("/granskning/ankare?nr=2").status_code == 404
    assert reviewer.get("/granskning/ankare?nr=x").status_code == 404


def test_a_case_is_taken_away_with_what_checks_it(
    reviewer: Browser, real_engine: Engine, case: Case, tmp_path
) -> None:
    real_engine.audit.anchor("tests")
    file = reviewer.send("/granskning/lamna-ut", nummer=f" {case.number} ")
    path = tmp_path / "logg.zip"
    path.write_bytes(file.data)

    assert file.headers["Content-Disposition"] == f"attachment; filename=logg-{case.number}.zip"
    assert check_bundle(str(path), {real_engine.audit.signer.public})[0] == []
    assert "verifier.py" in zipfile.ZipFile(io.BytesIO(file.data)).namelist()


@pytest.mark.parametrize(
    ("number", "said"), [("", "Skriv ärendets nummer"), ("x", "inget sådant ärende")]
)
def test_a_number_that_is_none_is_said_beside_the_field(
    reviewer: Browser, number: str, said: str
) -> None:
    answer = reviewer.send("/granskning/lamna-ut", nummer=number)

    assert answer.status_code == 422
    assert said in answer.text
    assert 'id="nummer-error"' in answer.text


def test_signing_in_and_looking_is_noted(reviewer: Browser, real_engine: Engine) -> None:
    reviewer.send("/granskning/prova")
    reviewer.send("/logga-ut")
    query = select(trail.c.kind, trail.c.place).where(trail.c.actor == "granskare")
    with real_engine.database.connect() as connection:
        told = connection.execute(query.order_by(trail.c.sequence)).all()

    assert [tuple(row) for row in told] == [
        ("signed_in", "auth.enter"), ("read", "auditing.review"), ("verified", None),
        ("read", "auditing.verify"), ("signed_out", "auth.leave"),
    ]  # fmt: skip


def test_a_name_that_does_not_get_in_is_noted_without_the_name(real_engine: Engine) -> None:
    app = create_app(real_engine)
    app.test_client_class = Browser
    client = app.test_client()
    assert isinstance(client, Browser)
    client.get("/logga-in")
    client.send("/logga-in", namn="hemligt lösenord", losenord="x")
    with real_engine.database.connect() as connection:
        rows = connection.execute(select(trail).where(trail.c.kind == "sign_in_refused")).all()

    assert len(rows) == 1
    assert "hemligt" not in str(rows)
