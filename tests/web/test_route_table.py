"""The table of routes is whole, and those who may not come get the same answer everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from werkzeug.routing import Rule

from engine.bootstrap import Engine
from engine.model import Case
from tests.engine.db.connected import Connected, dead_event
from tests.engine.db.protected import PROTECTED, told
from tests.engine.db.small import Office
from tests.web.askers import Askers, is_api
from tests.web.conftest import Browser
from tests.web.fuzzed_place import extracted
from tests.web.route_table import OWN, OWNER, PART, PROCESSES, PUBLIC, TABLE
from tests.web.seated import sit
from web import create_app
from web.auth import PUBLIC as ANSWERS_ANYBODY
from web.security import limiter

LEVELS = {PUBLIC, OWN, PART, OWNER, PROCESSES}


@dataclass
class Place:
    """A case at Socialtjänsten and the police, with what each route could be about."""

    office: Office
    case: Case
    values: dict[str, str]
    """What the arguments of a route are: all of it Socialtjänsten's."""

    def address(self, rule: Rule) -> str:
        unknown = rule.arguments - self.values.keys()
        assert not unknown, f"{rule.endpoint}: say in `place` what {unknown} can be"
        known = (
            {name: self.values[name] for name in rule.arguments} if is_api(rule) else self.values
        )
        return str(rule.build(known)[1])  # type: ignore[index]


@pytest.fixture
def place(engine_on_both: Engine) -> Place:
    engine = engine_on_both
    office = Office(engine)
    office.publish(PROTECTED)
    case = office.open()
    record = told(office, case)
    engine.protection.ask_to_print(office.soc, case.id, "Till förhandlingen")
    permit = engine.protected.prints(office.soc, case.id).mine
    assert permit is not None
    task = office.task(case, "b")
    engine.contacts.add(office.soc, case.id, {"roll": ["tolk"], "namn": ["Påhittad tolk"]})
    engine.errands.add(office.soc, case.id, {"rubrik": ["Ring"], "beskrivning": [""]}, ())
    (contact,) = engine.casetabs.contacts(office.soc, case.id)
    (errand,) = engine.casefile.case_page(office.soc, case.id).errands
    attached = engine.deskwork.attach(office.soc, task.id, "intyg.txt", b"Ett intyg.")
    draft = engine.drafts.open_draft(office.person("agare"), "Ett nytt steg")
    values = {
        "case_id": case.id, "task_id": task.id, "what": "svar", "held_id": record,
        "permit_id": permit.permit.id, "instance_id": task.instance_id,
        "process": "stod_och_skydd", "filename": "mark.svg", "substitution_id": "x",
        "disqualification_id": "x", "notice_id": "x", "list_id": "x", "code": "kontakt_rk",
        "contact_id": contact.contact.id, "errand_id": errand.errand.id,
        "attachment_id": attached, "extract_id": extracted(office, case),
        "drawing_id": engine.replayed.history(office.soc, case.id)[1].drawings[0].id,
        "draft_id": draft.id, "path": "aktorer.toml",
        "version": case.version, "proposal_id": "x", "group": "x",
        "element": "a", "flow": "x", "number": case.number, "incident_id": "x",
        **dead_event(Connected(office)),
    }  # fmt: skip
    return Place(office, case, values)


@pytest.fixture
def app(place: Place) -> Flask:
    app = create_app(place.office.engine)
    app.test_client_class = Browser
    limiter.reset()
    return app


def signed_in(app: Flask, name: str) -> Browser:
    client = app.test_client()
    sit(client, name)
    client.get("/")
    return client


def rules(app: Flask, *levels: str) -> Iterator[tuple[Rule, str]]:
    """Yield each route of these levels with each method it takes."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) & {"GET", "POST", "PUT", "PATCH", "DELETE"}):
            if TABLE.get(rule.endpoint) in levels:
                yield rule, method


def test_every_route_stands_in_the_table_and_nothing_else(app: Flask) -> None:
    routes = {rule.endpoint for rule in app.url_map.iter_rules()}

    assert sorted(routes - TABLE.keys()) == [], "put new routes in tests/web/route_table.py"
    assert sorted(TABLE.keys() - routes) == []
    assert set(TABLE.values()) == LEVELS


def test_what_names_a_case_is_for_those_who_take_part(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        about_a_case = bool(rule.arguments - {"filename", "incident_id"})
        if TABLE[rule.endpoint] == PROCESSES:
            assert not any("case" in each or "task" in each for each in rule.arguments)
            continue
        assert about_a_case == (TABLE[rule.endpoint] in {PART, OWNER}), rule.endpoint


def test_only_public_routes_answer_without_asking_who_it_is(app: Flask, place: Place) -> None:
    assert {name for name, level in TABLE.items() if level == PUBLIC} == ANSWERS_ANYBODY
    stranger = app.test_client()
    for rule, method in rules(app, OWN, PART, OWNER, PROCESSES):
        answer = stranger.open(place.address(rule), method=method)
        assert answer.status_code in {303, 401}, rule.endpoint


def test_one_who_takes_no_part_finds_nothing_and_does_nothing(app: Flask, place: Place) -> None:
    asked, log = Asking(app, place, "mig"), place.office.engine.casefile.log(place.case.id)
    for rule, method in rules(app, PART, OWNER):
        answer = asked(rule, method)
        assert answer == 404, (rule.endpoint, method)

    assert place.office.engine.casefile.log(place.case.id) == log
    assert place.office.engine.readings.of_case(place.case.id) == []
    assert place.office.engine.store.denials() > 0


def test_one_who_takes_part_finds_nothing_that_is_anothers(app: Flask, place: Place) -> None:
    asked, log = Asking(app, place, "polis"), place.office.engine.casefile.log(place.case.id)
    for rule, method in rules(app, OWNER):
        answer = asked(rule, method)
        assert answer == 404, (rule.endpoint, method)

    assert place.office.engine.casefile.log(place.case.id) == log


def test_whoever_may_read_is_kept_as_having_read(app: Flask, place: Place) -> None:
    asked = Asking(app, place, "soc")
    for rule, method in rules(app, PART, OWNER):
        if method == "GET" and asked(rule, method) == 200:
            kept = place.office.engine.readings.of_case(place.case.id)
            assert (kept[-1].actor, kept[-1].what) == (asked.name(rule), rule.endpoint)


class Asking:
    """Somebody at a browser, and a system that stands where they do."""

    def __init__(self, app: Flask, place: Place, person: str) -> None:
        self._client, self._place = signed_in(app, person), place
        self._person = place.office.person(person)
        self._systems = Askers(app, place.office.engine)

    def __call__(self, rule: Rule, method: str) -> int:
        """Ask in the way of the route, and return the status."""
        address = self._place.address(rule)
        if is_api(rule):
            return self._systems.ask(self._person, method, address, rule.endpoint).status_code
        if method == "GET":
            return self._client.get(address).status_code
        typed = {"skal": "kontakt", "markering": "ingen", "kollega": "mig"}
        return self._client.send(address, **typed).status_code

    def name(self, rule: Rule) -> str:
        """Return who is kept as having read by this route."""
        known = self._place.office.engine.accounts.recognise
        token = self._systems.token(self._person)
        account = known(token)
        return account.id if is_api(rule) and account else self._person.id
