"""A leader gives out work, a substitute does it, and jäv hides the case: each in a browser."""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import MovedClock
from tests.e2e.test_sc01 import Office
from tests.web.test_pages_in_browser import LISTEN, require_good

pytestmark = pytest.mark.parametrize("migrated_url", ["postgresql"], indirect=True)
"""Of what the kind of database does not change in a browser, one is enough: the one in use."""

TODAY = {"day": "2", "month": "3", "year": "2026"}


@pytest.fixture
def office(
    browser: Browser, browser_context_args: Mapping[str, object], migrated_url: str
) -> Iterator[Office]:
    office = Office(browser, browser_context_args, migrated_url, MovedClock())
    office.start()
    yield office
    for page in office.pages.values():
        page.context.close()
    office.stop()


@pytest.fixture
def task_name(office: Office) -> str:
    """The first task of a case that Socialtjänsten has opened."""
    desk = office.desk
    assert desk
    desk.case_id = desk.engine.casework.open_case(desk.person("Socialtjänsten")).id
    return desk.tasks()[0].name


def given(office: Office, task_name: str) -> Page:
    """Let the gruppledare give the task to Ada; return Ada's browser at her notices."""
    leader = office.seat("soc.gruppledare")
    leader.get_by_role("link", name="Fördelning").click()
    leader.get_by_label(f"{task_name} i 2026-00001").check()
    leader.get_by_label("Ge till").select_option("soc")
    leader.get_by_role("button", name="Fördela").click()
    expect(leader.get_by_role("alert")).to_contain_text(f"Fördelad till Ada Ek: {task_name}")
    ada = office.seat("soc")
    ada.get_by_role("link", name="Aviseringar 1 olästa").click()
    return ada


def test_a_task_given_out_is_told_of_and_opened(office: Office, task_name: str) -> None:
    ada = given(office, task_name)
    ada.get_by_role("link", name=f"Du har fått en uppgift: {task_name}").click()

    expect(ada.get_by_role("heading", level=1)).to_contain_text(task_name)
    expect(ada.get_by_text("Du har uppgiften.")).to_be_visible()
    expect(ada.get_by_role("link", name="Aviseringar", exact=True)).to_be_visible()


def test_a_substitute_does_what_the_absent_has(office: Office, task_name: str) -> None:
    ada = given(office, task_name)
    ada.get_by_role("link", name="Ersättare").click()
    ada.get_by_label("Vem är ersättare?").select_option("soc.ordforande")
    for name in ("fran", "till"):
        for part, value in TODAY.items():
            ada.locator(f"#{name}-{part}").fill(value)
    ada.get_by_label("Semester").check()
    ada.get_by_role("button", name="Ordna ersättaren").click()
    expect(ada.get_by_text("Ersättaren är bestämd")).to_be_visible()

    noor = office.seat("soc.ordforande")
    noor.get_by_role("link", name="Aviseringar 1 olästa").click()
    noor.get_by_role("link", name="Du är ersättare för en kollega").click()
    expect(noor.get_by_role("heading", name="Som ersättare för Ada Ek")).to_be_visible()
    noor.get_by_role("link", name=task_name).click()
    expect(noor.get_by_text("Du är ersättare i dag")).to_be_visible()
    noor.get_by_role("button", name="Spara utkast").last.click()
    expect(noor.get_by_text("Utkastet är sparat.")).to_be_visible()
    assert office.desk
    assert office.desk.log()[-1].details["acting_for"] == "soc"


def test_one_who_is_disqualified_sees_the_case_no_more(office: Office, task_name: str) -> None:
    ada = given(office, task_name)
    ada.goto(f"/arende/{office.desk.case_id}" if office.desk else "")
    ada.get_by_role("link", name="Anmäl jäv").click()
    ada.get_by_label("Skäl").fill("Jag är granne till en part.")
    ada.get_by_role("button", name="Anmäl jävet").click()
    expect(ada.get_by_text("visas inte längre för dig")).to_be_visible()
    expect(ada.get_by_text(task_name)).to_have_count(0)
    expect(ada.get_by_role("link", name="Aviseringar", exact=True)).to_be_visible()

    chef = office.seat("soc.chef")
    chef.goto(f"/arende/{office.desk.case_id}/jav" if office.desk else "")
    expect(chef.get_by_text("Jag är granne till en part.")).to_be_visible()
    chef.get_by_role("button", name="Häv jävet").click()
    ada.goto("/")
    expect(ada.get_by_text(task_name).first).to_be_visible()


@pytest.mark.parametrize("width", [320, 1366])
def test_the_pages_with_errors_and_outcomes_are_accessible(
    office: Office, task_name: str, axe_script: str, width: int
) -> None:
    leader = office.seat("soc.gruppledare")
    leader.context.add_init_script(LISTEN)
    leader.set_viewport_size({"width": width, "height": 800})
    for path, button in (("/fordelning", "Fördela"), ("/ersattare", "Ordna ersättaren")):
        leader.goto(path)
        leader.get_by_role("button", name=button).click()
        expect(leader.locator(".govuk-error-summary")).to_be_focused()
        require_good(leader, axe_script)
    leader.goto("/fordelning")
    leader.get_by_label(f"{task_name} i 2026-00001").check()
    leader.get_by_label("Ge till").select_option("soc")
    leader.get_by_role("button", name="Fördela").click()
    require_good(leader, axe_script)
    leader.goto("/aviseringar")
    leader.get_by_label("Ja").check()
    leader.get_by_role("button", name="Spara").click()
    require_good(leader, axe_script)
