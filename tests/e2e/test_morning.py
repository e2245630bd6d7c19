"""A process owner's morning: a step drawn, mended, tried on 200 cases, approved, in force."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.bootstrap import Engine, build
from tests.conftest import MovedClock, settings
from tests.steps.desk import Desk
from tests.web.owners_pages import LONG, opened, ready, saved, signed_in
from tests.web.serving import served
from tests.web.test_modeller_in_browser import DRAWN, appended, picked, tidied
from web import create_app
from web.security import limiter

ANSWERS = {
    "misstanke": "kvarstar", "alderskategori": "vuxen", "medborgarskap": "eu_ees",
    "vistelseratt": "nej", "akut_fara": "nej", "behov_konsultation": "nej",
    "anledning_att_anta": "ja", "behov_av_vard": "nej", "samtycke_rk": "nekat",
    "samtycke_soc": "givet", "samtycke_betanketid": "givet", "polisanmalan": "nej",
    "fu_status": "ej_inledd", "avlagsnandebeslut": "nej", "skyddsbehov": "nej",
}  # fmt: skip
STEP, DECISION = "Läs beslutet", "Besluta om betänketid"
FLEET, AT, PAST = 200, 3, 3
MOVED = FLEET - PAST


@pytest.fixture
def engine(migrated_sqlite_url: str, clock: MovedClock) -> Iterator[Engine]:
    built = build(settings(migrated_sqlite_url), clock)
    yield built
    built.database.dispose()


@pytest.fixture
def address(engine: Engine) -> Iterator[str]:
    app = create_app(engine)
    limiter.reset()
    yield from served(app)


def take_in(engine: Engine) -> tuple[Desk, Desk]:
    """Open the fleet; return a case at the decision, and one that is past it."""
    desks = [Desk(engine, answers=dict(ANSWERS)) for _ in range(FLEET)]
    for number, desk in enumerate(desks):
        desk.case_id = engine.casework.open_case(desk.person("Socialtjänsten")).id
        if number < AT + PAST:
            desk.complete_until(DECISION)
        if number < PAST:
            decide(desk)
    return desks[PAST], desks[0]


def decide(desk: Desk) -> None:
    task = next(task for task in desk.tasks() if task.name == DECISION)
    desk.complete(task, {"beslut_betanketid": "bifall"})


def draw(pia: Page) -> str:
    """Put the step in, see what is wrong with it, and mend it; return the draft's address."""
    draft = opened(pia, STEP)
    ready(pia, draft + DRAWN)
    appended(pia, "ut_beslut", STEP)
    saved(pia)
    pia.get_by_role("button", name=f"Uppgiften ”{STEP}”: uppgiften saknar formulär").click()
    picked(pia, "Aktör (bana)", "lane_socialtjansten")
    picked(pia, "Formulär", "f24_stod_betanketid")
    picked(pia, "Frist", "DL-42")
    pia.get_by_label("Lagrum", exact=True).fill("UtlL 5:15")
    pia.get_by_label("Ansvar", exact=True).focus()
    expect(pia.locator("[data-count]")).to_have_text("Inga fel i den här filen.", timeout=LONG)
    tidied(pia)
    return draft


def propose(pia: Page, draft: str) -> str:
    pia.goto(f"{draft}/foresla")
    expect(pia.locator("main")).to_contain_text(STEP)
    pia.get_by_label("Varför ska det ändras?").fill("Nämnden ska läsa beslutet genast")
    pia.get_by_role("button", name="Lämna för godkännande").click()
    expect(pia.get_by_text("Väntar på godkännande")).to_be_visible()
    return pia.url


def choose(pia: Page) -> None:
    """Try the running cases; those that are past the step may come again, but are to stay."""
    pia.get_by_role("link", name="Vad som händer med ärenden som pågår").click()
    pia.get_by_role("button", name="Pröva de pågående ärendena").click()
    told = f"{FLEET} ärenden pågår. {FLEET} har något nytt steg framför sig, {PAST} har gått förbi"
    expect(pia.locator("main")).to_contain_text(told, timeout=LONG)
    expect(pia.get_by_role("button", name="Pröva igen")).to_be_visible(timeout=LONG)
    groups = pia.locator(".app-running")
    for place in range(groups.count()):
        past = "passerad" in groups.nth(place).inner_text()
        groups.nth(place).get_by_label("Stanna" if past else "Flytta till").check()
        groups.nth(place).get_by_role("button", name="Spara valet").click()


def approve(page: Page, proposal: str) -> None:
    page.goto(proposal)
    page.get_by_role("button", name="Godkänn").click()
    expect(page.get_by_role("button", name="Godkänn")).to_have_count(0)


def test_a_change_is_drawn_at_ten_and_in_force_before_lunch(
    browser: Browser, engine: Engine, address: str, clock: MovedClock
) -> None:
    at, past = take_in(engine)
    before = engine.publications.current()
    clock.advance(minutes=1)
    pia = signed_in(browser, address)
    proposal = propose(pia, draw(pia))
    choose(pia)
    for person in ("agare2", "soc.chef", "mig.chef"):
        seat = signed_in(browser, address, person)
        approve(seat, proposal)
    expect(seat.locator("main")).to_contain_text("Genomfört")
    assert engine.publications.current() != before
    engine.moves.work()

    pia.reload()
    expect(pia.locator("main")).to_contain_text(f"{MOVED} flyttade")
    expect(pia.locator("main")).to_contain_text(f"{PAST} stannar")
    decide(at)
    assert ("socialtjansten", STEP) in {(task.agency, task.name) for task in at.tasks()}
    assert STEP not in {task.name for task in past.tasks()}
    assert [engine.upkeep.rebuild(desk.case_id).deviations for desk in (at, past)] == [(), ()]
