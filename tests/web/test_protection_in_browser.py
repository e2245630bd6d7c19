"""Protected data in a browser, on a real engine: two people, a reason, a print; without JS too."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.bootstrap import Engine
from engine.config import Settings
from engine.forms import MASK
from engine.model import Case
from engine.registers import AGENCIES
from tests.engine.db.protected import PROTECTED, STREET, told
from tests.engine.db.small import Office
from tests.web.accessible import LISTEN
from tests.web.serving import served
from tests.web.test_pages_in_browser import SIZES, require_good
from web import create_app
from web.security import limiter

pytestmark = pytest.mark.parametrize("migrated_url", ["postgresql"], indirect=True)
"""Of what the kind of database does not change in a browser, one is enough: the one in use."""


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    office = Office(engine_on_both)
    agencies = {AGENCIES: (Settings().processes / AGENCIES).read_text(encoding="utf-8")}
    office.publish(PROTECTED | agencies)  # all who can sign in, for the page where they do
    return office


@pytest.fixture
def case(office: Office) -> Case:
    case = office.open()
    told(office, case)
    return case


@pytest.fixture
def address(office: Office) -> Iterator[str]:
    app = create_app(office.engine)
    limiter.reset()
    yield from served(app)


def signed_in(browser: Browser, address: str, name: str, **options) -> Page:
    context = browser.new_context(base_url=address, **options)
    context.add_init_script(LISTEN)
    page = context.new_page()
    page.goto(f"/logga-in?namn={name}")
    page.get_by_label("Lösenord").fill("skydd")
    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Uppgifter")
    return page


@pytest.mark.parametrize("size", SIZES)
def test_what_is_hidden_is_seen_for_a_reason(
    browser: Browser, address: str, case: Case, axe_script: str, size: str
) -> None:
    page = signed_in(browser, address, "soc", viewport=SIZES[size])
    page.goto(f"/arende/{case.id}/skyddsmarkering")
    require_good(page, axe_script)
    page.get_by_role("radio", name="Fingerade personuppgifter").check()
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("region", name="Fingerade personuppgifter")).to_be_visible()
    page.get_by_role("link", name="Händelser").click()
    page.get_by_text("Visa svaren").first.click()
    expect(page.get_by_text(MASK).first).to_be_visible()
    require_good(page, axe_script)
    page.get_by_role("link", name="Visa det som är dolt").first.click()
    page.get_by_role("button", name="Visa uppgifterna").click()
    expect(page.get_by_role("alert")).to_contain_text("Välj varför du behöver se uppgifterna")
    require_good(page, axe_script)
    page.get_by_role("radio", name="Jag ska nå personen").check()
    page.get_by_role("button", name="Visa uppgifterna").click()
    expect(page.get_by_text(STREET)).to_be_visible()
    require_good(page, axe_script)
    page.goto(f"/arende/{case.id}")
    assert STREET not in page.content()
    page.context.close()


def test_two_people_print_without_javascript(browser: Browser, address: str, case: Case) -> None:
    ada = signed_in(browser, address, "soc", java_script_enabled=False)
    siv = signed_in(browser, address, "soc.chef", java_script_enabled=False)
    ada.goto(f"/arende/{case.id}")
    ada.get_by_role("link", name="Skriv ut er del av ärendet").click()
    ada.get_by_label("Varför behöver du skriva ut?").fill("Till förhandlingen")
    ada.get_by_role("button", name="Begär utskrift").click()
    expect(ada.get_by_text("väntar på en kollega")).to_be_visible()
    siv.goto(f"/arende/{case.id}/utskrift")
    siv.get_by_role("button", name="Godkänn utskriften").click()
    ada.reload()
    ada.get_by_role("button", name="Visa för utskrift").click()

    expect(ada.get_by_text(STREET)).to_be_visible()
    ada.context.close()
    siv.context.close()


@pytest.mark.parametrize("size", SIZES)
def test_the_pages_of_a_print_are_good(
    browser: Browser, address: str, office: Office, case: Case, axe_script: str, size: str
) -> None:
    page = signed_in(browser, address, "soc", viewport=SIZES[size])
    page.goto(f"/arende/{case.id}/utskrift")
    page.get_by_role("button", name="Begär utskrift").click()
    require_good(page, axe_script)
    page.get_by_label("Varför behöver du skriva ut?").fill("Till förhandlingen")
    page.get_by_role("button", name="Begär utskrift").click()
    require_good(page, axe_script)
    waiting = office.engine.protected.prints(office.chef, case.id).others[0]
    office.engine.protection.approve_print(office.chef, case.id, waiting.permit.id)
    page.reload()
    require_good(page, axe_script)
    page.get_by_role("button", name="Visa för utskrift").click()
    require_good(page, axe_script)
    page.context.close()


NOT_FROM_HERE = "Ärendet är skyddsmarkerat och skrivs inte ut härifrån"


@pytest.mark.parametrize("tab", ["", "handelser", "akt"])
def test_a_marked_case_is_on_paper_only_by_a_print_that_is_approved(
    browser: Browser, address: str, office: Office, case: Case, tab: str
) -> None:
    task = office.task(case, "b")
    office.engine.casework.save_draft(office.soc, task.id, {"skal": [STREET]})
    page = signed_in(browser, address, "soc")
    page.emulate_media(media="print")
    page.goto(f"/uppgift/{task.id}")
    expect(page.get_by_label("Skäl")).to_be_visible()
    expect(page.get_by_text(NOT_FROM_HERE)).to_be_hidden()

    office.engine.protection.mark(office.soc, case.id, "skyddat_boende")
    for path in (f"/uppgift/{task.id}", f"/arende/{case.id}?flik={tab}"):
        page.goto(path)
        expect(page.get_by_text(NOT_FROM_HERE)).to_be_visible()
        assert page.locator("main").inner_text().strip().startswith(NOT_FROM_HERE)
        assert page.locator("textarea:visible, dl:visible, h1:visible").count() == 0
    page.emulate_media(media="screen")
    page.goto(f"/uppgift/{task.id}")
    expect(page.get_by_role("link", name="Skriv ut er del av ärendet")).to_be_visible()
    expect(page.get_by_role("button", name="Skriv ut uppgiften")).to_have_count(0)
    page.context.close()


def test_what_is_approved_is_on_paper(
    browser: Browser, address: str, office: Office, case: Case
) -> None:
    protection = office.engine.protection
    protection.mark(office.soc, case.id, "skyddat_boende")
    protection.ask_to_print(office.soc, case.id, "Till förhandlingen")
    (waiting,) = office.engine.protected.prints(office.chef, case.id).others
    protection.approve_print(office.chef, case.id, waiting.permit.id)
    page = signed_in(browser, address, "soc")
    page.goto(f"/arende/{case.id}/utskrift")
    page.get_by_role("button", name="Visa för utskrift").click()
    page.emulate_media(media="print")

    expect(page.get_by_text(STREET)).to_be_visible()
    expect(page.get_by_text(NOT_FROM_HERE)).to_be_hidden()
    page.context.close()
