"""SC-01 by hand in a browser: from the inspection to the return, through every agency's sign-in."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import BaseWSGIServer, make_server

from engine.bootstrap import build
from engine.demo import PASSWORD
from engine.model import Task
from tests.conftest import MovedClock, settings
from tests.steps.desk import Desk
from web import create_app
from web.security import limiter

ANSWERS = {
    "akut_fara": "nej", "ingang": "inspektion", "behov_konsultation": "ja",
    "konsultation_hos": "regionkoordinator", "hanvisning": "ingen",
    "alderskategori": "vuxen", "medborgarskap": "eu_ees", "vistelseratt": "nej",
    "misstanke": "kvarstar", "andamal": "tvangsarbete", "rubricering": "manniskohandel",
    "anledning_att_anta": "ja", "behov_av_vard": "nej", "samtycke_rk": "givet",
    "samtycke_soc": "givet", "samtycke_betanketid": "givet", "polisanmalan": "anmalan",
    "fu_status": "pagar", "fu_ledare": "aklagarmyndigheten", "aklagarenhet": "rio",
    "storre_skyddsbehov": "nej", "skyddsbehov": "ja", "vill_ha_skydd": "ja",
    "beslut_skydd": "bifall", "akuta_behov": "tillgodosedda", "ma_begaran": "begars",
    "ma_beslut": "bifall", "nsp_behov": "nej", "avlagsnandebeslut": "nej",
    "beslut_betanketid": "bifall", "beslutsdatum_tillstand": "i dag",
    "tillstand_from": "2026-03-03", "tillstand_tom": "2026-04-01", "stallning": "samarbetar",
    "nasta_uppfoljning": "2027-09-01", "skaligen_misstankt": "ja", "forhor_bitrade": "ja",
    "atalsbeslut": "vackt", "stod_onskas": "ja", "rad_brottsoffer": "nej", "hf_datum": "i dag",
    "boende_rattegang": "nej", "instans": "hogsta_domstolen", "ny_forhandling": "nej",
    "ersattning_soks": "nej", "villkor_behovs": "ja", "villkor_vilja": "ja",
    "villkor_brutit": "ja", "villkor_ordning": "ja", "beslut_uppehallstillstand": "bifall",
    "atervandande_malgrupp": "ja", "samtycke_iom": "givet", "hjalpare": "regionkoordinator",
    "rk_beslut": "godkand", "iom_beslut": "godkand", "risker_hanterade": "ja",
    "sluttillstand": "A6", "tillstand_fortsattning": "annat_tillstand", "samtycke_sip": "nekat",
}  # fmt: skip
LATER = {"tillstand_from": "2026-03-26", "tillstand_tom": "2027-03-26"}


@dataclass
class Office:
    """The running application, and everybody at their own browser."""

    browser: Browser
    options: Mapping[str, object]
    url: str
    clock: MovedClock
    desk: Desk | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    filled: set[str] = field(default_factory=set)
    """The agencies that have filled in a form by hand."""
    server: BaseWSGIServer | None = None

    def start(self) -> None:
        """Start the application on the database as it is."""
        engine = build(settings(self.url), self.clock)
        case_id = self.desk.case_id if self.desk else ""
        self.desk = Desk(engine, case_id, answers=dict(ANSWERS))
        port = self.server.port if self.server else 0
        self.server = make_server("127.0.0.1", port, create_app(engine), threaded=True)
        threading.Thread(target=self.server.serve_forever).start()

    def stop(self) -> None:
        """Stop the application; what it had in memory is gone."""
        self.server.shutdown()
        self.server.server_close()
        self.desk.engine.database.dispose()

    def seat(self, person: str) -> Page:
        """Return a person's browser, signed in."""
        if person not in self.pages:
            limiter.reset()  # all of Sweden's agencies share one address here
            base = f"http://127.0.0.1:{self.server.port}"
            page = self.browser.new_context(**self.options, base_url=base).new_page()
            page.goto("/logga-in")
            page.get_by_label("Användarnamn").fill(person)
            page.get_by_label("Lösenord").fill(PASSWORD)
            page.get_by_role("button", name="Logga in").click()
            self.pages[person] = page
        return self.pages[person]

    def work(self, task: Task) -> None:
        """Let the right person find a task in their work list, fill it in and complete it.

        The first one at each place of work fills in the form question by question.
        """
        page = self.seat(self.desk.person(task.agency, task.role).id)
        page.goto("/")
        page.locator(f'a[href="/uppgift/{task.id}"]').first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(task.name)
        if task.agency in self.filled:
            page.evaluate(FILL_ALL, self.desk.posted(task))
        else:
            fill_by_hand(page, self.desk.posted(task))
            self.filled.add(task.agency)
        page.get_by_role("button", name="Slutför uppgiften").click()
        expect(page.get_by_role("alert")).to_contain_text(f"”{task.name}” är slutförd")

    def work_until(self, name: str) -> None:
        """Let everybody work, the oldest task first, until one with this name is open."""
        while not any(task.name == name for task in self.desk.tasks()):
            self.work(self.next_task())

    def next_task(self) -> Task:
        """Return the oldest open task; when there is none, days pass until there is."""
        for _ in range(400):
            if left := self.desk.tasks():
                return left[0]
            self.clock.advance(days=1)
            self.desk.engine.timers.fire_due()
        raise AssertionError("nothing is open, and nothing will be")

    def work_on(self, name: str) -> None:
        """Let the one who has this task do it."""
        self.work(next(task for task in self.desk.tasks() if task.name == name))


KIND = """([first, ...more]) => !first.checkVisibility({ visibilityProperty: true }) ? "hidden"
  : first.type === "checkbox" && !more.length ? "only checkbox" : first.type"""
FILL_ALL = """(posted) => {
  for (const [name, values] of Object.entries(posted)) {
    const found = [...document.querySelectorAll(`form [name="${name}"]`)];
    for (const each of found) {
      if (["radio", "checkbox"].includes(each.type))
        each.checked = found.length === 1 || values.includes(each.value);
      else each.value = values[0];
      for (const type of ["input", "change"])
        each.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }
}"""
"""Fills in a form as a browser does that remembers the answers."""


def fill_by_hand(page: Page, posted: Mapping[str, Sequence[str]]) -> None:
    for name, values in posted.items():
        for value in values:
            answer(page, name, value)


def answer(page: Page, name: str, value: str) -> None:
    field_ = page.locator(f'form [name="{name}"]')
    match field_.evaluate_all(KIND):
        case "hidden":
            return  # a question that another answer has made superfluous
        case "only checkbox":
            field_.check()
        case "radio" | "checkbox":
            page.locator(f'form [name="{name}"][value="{value}"]').check()
        case "select-one":
            field_.select_option(value)
        case _:
            field_.fill(value)


@pytest.fixture
def office(
    browser: Browser, browser_context_args: dict[str, object], migrated_sqlite_url: str
) -> Iterator[Office]:
    office = Office(browser, browser_context_args, migrated_sqlite_url, MovedClock())
    office.start()
    yield office
    for page in office.pages.values():
        page.context.close()
    office.stop()


def open_case(office: Office, inspector: Page) -> str:
    """Open a case as the inspector does, and return its id."""
    inspector.goto("/arenden")
    inspector.get_by_role("button", name="Registrera misstanke").or_(
        inspector.get_by_role("link", name="Registrera misstanke")
    ).first.click()
    inspector.get_by_role("button", name="Öppna").first.click()
    expect(inspector.get_by_role("heading", level=1)).to_contain_text("Registrera misstanke")
    return office.desk.engine.overview()[0]["id"]


def register(page: Page, case_id: str, event: str) -> None:
    """Register an event on the case's page, and confirm it."""
    page.goto(f"/arende/{case_id}/handelse")
    page.get_by_label(event).check()
    page.get_by_role("button").last.click()
    page.get_by_role("button").last.click()


def test_sc01_from_the_inspection_to_the_return(office: Office) -> None:
    office.desk.case_id = open_case(office, office.seat("amv"))
    office.work_until("Ta emot personens besked")
    office.stop()
    office.start()
    office.clock.advance(days=24)
    office.desk.answers |= LATER
    office.work_on("Ta emot personens besked")
    office.work_until("Klarlägg skadestånd och försäkring")
    office.work_on("Klarlägg skadestånd och försäkring")

    register(office.seat("rk"), office.desk.case_id, "Personen vill återvända")
    office.work_until("Avsluta ärendet")
    office.work_on("Avsluta ärendet")

    chef = office.seat("soc")
    chef.goto(f"/arende/{office.desk.case_id}")
    expect(chef.locator("main")).to_contain_text("återvänt genom Återvändandeprogrammet")
    assert office.desk.case().end_state == "A6"
    assert office.desk.open_now() == []
    assert {"amv", "rk", "polis", "aklagare", "soc", "mig", "domstol", "iom"} <= set(office.pages)
