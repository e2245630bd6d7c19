"""Every route as everybody: what is another agency's is not found, and none of its words leak."""

import logging
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.routing import Rule

from engine.access import ADMIN_OFFICE
from engine.bootstrap import Engine, build
from engine.db.tables import METADATA, instances
from engine.model import Actor
from tests.conftest import MovedClock, settings
from tests.steps.desk import NAMES
from tests.web.askers import PREFIX, Askers, asked
from tests.web.conftest import Browser
from tests.web.seated import sit
from tests.web.secrets import Case, marker
from web import create_app
from web.cases import TABS

METHODS = {"GET", "POST"}
NOBODYS = {"notice_id", "substitution_id", "disqualification_id", "incident_id"}
"""Ids of what is a person's and not an agency's; see test_every_route_as_one_person."""
UNKNOWN = "no-such-id"
ID, FEW = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}[^/]*"), 4


@pytest.fixture(scope="module")
def engine(sqlite_template, tmp_path_factory) -> Iterator[Engine]:
    file = tmp_path_factory.mktemp("routes") / "skydd.sqlite"
    file.write_bytes(sqlite_template.read_bytes())
    built = build(settings(f"sqlite:///{file}"), MovedClock())
    yield built
    built.database.dispose()


@pytest.fixture(scope="module")
def case(engine: Engine) -> Case:
    return Case.lived(engine)


@pytest.fixture(scope="module")
def app(engine: Engine) -> Flask:
    app = create_app(engine)
    app.test_client_class = Browser
    return app


PEOPLE = [f"{short}{role}" for short in (
    "soc", "polis", "aklagare", "mig", "amv", "vard", "rk", "nsp", "ud", "jam", "iom", "bom",
    "domstol", "of",
) for role in ("", ".chef") if not (role and short in {
    "rk", "nsp", "ud", "jam", "iom", "bom", "domstol", "of"})] + ["admin"]  # fmt: skip


def addresses(app: Flask, case: Case, method: str) -> Iterator[tuple[str, str]]:
    """Yield (address, agency that may see it or "") of every route with every id of the case."""
    desk = case.desk
    with desk.engine.database.connect() as connection:
        running = connection.execute(select(instances.c.id, instances.c.process)).all()
    version = desk.engine.publications.current() or ""
    processes = sorted({process for _, process in running} | {"identifiering", "lvu"})
    first, number = running[0][0], desk.case().number
    drawings = sorted({*map(tuple, running), *((first, process) for process in processes)})
    for rule in app.url_map.iter_rules():
        if method not in (rule.methods or ()) or rule.endpoint in NOT_ABOUT_A_CASE:
            continue
        if known := named(rule, case):
            yield from known
            continue
        for instance, process in drawings:
            address = rule.rule.replace("<case_id>", desk.case_id)
            for name in NOBODYS & rule.arguments:
                address = address.replace(f"<{name}>", UNKNOWN)
            address = address.replace("<number>", number)
            address = address.replace("<instance_id>", instance).replace("<process>", process)
            address = address.replace("<drawing_id>", f"{instance}.{process}.{version[:8]}")
            yield address.replace("<code>", "kontakt_rk"), ""
            yield from ((f"{address}?flik={t}", "") for t in TABS if rule.endpoint == "cases.case")
            if not rule.arguments & {"instance_id", "process", "drawing_id"}:
                break


def named(rule: Rule, case: Case) -> list[tuple[str, str]]:
    """Return the addresses of a route about one agency's thing, with whose it is."""
    if rule.arguments & {"contact_id", "errand_id"}:
        return list(case.kept_at(rule.rule))
    if "attachment_id" in rule.arguments:
        return [(rule.rule.replace("<attachment_id>", id_), of) for id_, of in case.files.items()]
    if "task_id" not in rule.arguments:
        return []
    tasks = {task.id: task.agency for task in case.desk.tasks()}
    known = case.completed() if rule.endpoint == "tasks.done" else tasks
    return [(rule.rule.replace("<task_id>", id_), agency) for id_, agency in known.items()]


def few_of_each(app: Flask, case: Case) -> Iterator[tuple[str, str]]:
    """Yield the same, but only a few of the many tasks and moments that are alike."""
    seen: Counter[tuple[str, str]] = Counter()
    for address, owner in dict.fromkeys(addresses(app, case, "GET")):
        kind = (ID.sub("", address), owner)
        seen[kind] += 1
        if seen[kind] <= FEW:
            yield address, owner


def people(engine: Engine) -> dict[str, Actor]:
    return {actor.id: actor for actor in engine.queries.people()}


def leaked(text: str, case: Case, agency: str) -> set[str]:
    """Return the agencies whose words are in a text that they are not for."""
    return {other for other in NAMES.values() if other not in case.readable(agency)
            and marker(other) in text}  # fmt: skip


def test_the_case_is_worth_a_walk(case: Case) -> None:
    agencies = {task.agency for task in case.desk.tasks()}
    senders = {sender for handed in case.handed.values() for sender in handed}

    assert len(agencies) >= 4
    assert len(senders) >= 3
    assert len(case.kept) >= 4


NOT_ABOUT_A_CASE = {"static", "auth.enter", "auth.leave", "auth.stay", "account.end_sittings"}

OPENS_A_CASE = {"/arenden", "/api/v1/cases"}


def is_of_no_system(actor: Actor, address: str) -> bool:
    """Say whether it is of the API, and the reader's place of work has no systems."""
    return actor.agency == ADMIN_OFFICE and address.startswith(f"{PREFIX}/")


NAMES_NONE = {"/api/v1/messages/receipt"}
"""What a query has to name: without one it is a mistake (422), whoever asks."""
ASKS_ONLY = {"/api/v1/processes/check"}
ANYTHING = {
    "_handling": "slutfor",
    "_kollega": "soc",
    "_skal": "Ovidkommande.",
    "_kommentar": "Ovidkommande.",
    "_sluta": "1",
    "handelse": "person_avliden",
    "_bekraftad": "1",
}


@pytest.mark.parametrize("person", PEOPLE)
def test_a_reader_finds_only_what_is_theirs_and_reads_nobody_elses_words(
    app: Flask, engine: Engine, case: Case, person: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    actor = people(engine)[person]
    client, systems = app.test_client(), Askers(app, engine)
    sit(client, person)
    found = 0
    for address, owner in few_of_each(app, case):
        if is_of_no_system(actor, address):
            continue
        answer = asked(client, systems, actor, "GET", address)
        if owner:
            assert answer.status_code == (200 if owner == actor.agency else 404), address
        assert answer.status_code in {200, 302, 303, 404} or address in NAMES_NONE, address
        assert leaked(answer.text, case, actor.agency) == set(), address
        found += answer.status_code == 200
    assert found >= 3
    assert leaked(caplog.text, case, actor.agency) == set()


@pytest.mark.parametrize("person", ["amv", "iom", "of", "admin"])
def test_a_stranger_changes_nothing_whatever_is_posted(
    app: Flask, engine: Engine, case: Case, person: str
) -> None:
    before, actor = case.desk.log(), people(engine)[person]
    client, systems = app.test_client(), Askers(app, engine)
    sit(client, person)
    client.get("/")
    for address, owner in dict.fromkeys(addresses(app, case, "POST")):
        if owner == actor.agency or address in OPENS_A_CASE or is_of_no_system(actor, address):
            continue
        answer = asked(client, systems, actor, "POST", address, **ANYTHING)
        assert answer.status_code in {302, 303, 404, 412, 422} or address in ASKS_ONLY, address
        assert leaked(answer.text, case, actor.agency) == set(), address

    assert case.desk.log() == before


def test_no_column_of_the_database_holds_anybodys_words(engine: Engine, case: Case) -> None:
    tables = [table for name, table in METADATA.tables.items() if name != "process_sets"]
    with engine.database.connect() as connection:
        stored = "".join(repr(connection.execute(select(table)).all()) for table in tables)

    assert case.desk.case_id in stored
    assert "Hemligt-" not in stored


STATISTICS = {
    "jam": {"landet", "egna"},
    "polis.chef": {"landet", "egna"},
    "mig": {"tillstand", "egna"},
    "mig.chef": {"tillstand", "egna"},
    "rk": {"egna"},
} | {f"{short}.chef": {"egna"} for short in ("soc", "aklagare", "amv", "vard")}


@pytest.mark.parametrize("person", PEOPLE)
def test_statistics_answer_only_those_they_are_for_and_only_of_many(
    app: Flask, engine: Engine, case: Case, person: str
) -> None:
    engine.counting.count()
    client = app.test_client()
    sit(client, person)
    for view in ("landet", "tillstand", "egna"):
        mine = view in STATISTICS.get(person, set())
        page = client.get(f"/statistik?urval={view}")
        assert page.status_code == (200 if mine else 404), view
        assert case.desk.case().number not in page.text
        taken = client.send("/statistik/fil", urval=view, format="csv", period="2026")
        assert taken.status_code == (200 if mine else 404), view
        assert not mine or ";1\r\n" not in taken.text
