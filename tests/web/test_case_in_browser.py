"""The case page by hand, in a browser: the user stories, the rules of access, the phone, paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.bootstrap import Engine
from engine.demo import PASSWORD
from tests.web.accessible import LISTEN
from tests.web.clerks import Clerks
from tests.web.serving import served
from tests.web.test_pages_in_browser import SIZES, require_good
from web.cases import TABS
from web.security import limiter

ONE_DATABASE = pytest.mark.parametrize("migrated_url", ["sqlite"], indirect=True)


@pytest.fixture
def clerks(engine_on_both: Engine) -> Clerks:
    return Clerks(engine_on_both)


@pytest.fixture
def address(clerks: Clerks) -> Iterator[str]:
    yield from served(clerks.app)


@pytest.fixture
def ada(browser: Browser, browser_context_args, address: str) -> Iterator[Page]:
    """Ada Ek at Socialtjänsten."""
    context = browser.new_context(**browser_context_args, base_url=address)
    context.add_init_script(LISTEN)
    yield sign_in(context.new_page(), "soc")
    context.close()


def sign_in(page: Page, person: str) -> Page:
    limiter.reset()
    page.goto(f"/logga-in?namn={person}")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    return page


def fill_day(page: Page, day: str, month: str, year: str) -> None:
    page.get_by_label("Dag", exact=True).fill(day)
    page.get_by_label("Månad").fill(month)
    page.get_by_label("År", exact=True).fill(year)


def test_the_first_view_tells_what_to_do_and_an_errand_is_kept_beside_it(
    ada: Page, clerks: Clerks
) -> None:
    ada.goto(clerks.case)
    for heading in ("Att göra hos er", "Egna uppgifter", "Vad ärendet väntar på"):
        expect(ada.get_by_role("heading", name=heading)).to_be_visible()
    ada.get_by_role("link", name="Lägg till en egen uppgift").click()
    ada.get_by_label("Vad ska göras?").fill("Ring skolan")
    ada.get_by_label("Vem gör det?").select_option("soc")
    ada.get_by_role("button", name="Spara uppgiften").click()

    expect(ada.get_by_text("Du har uppgiften.")).to_be_visible()
    ada.get_by_role("button", name="Klar Ring skolan").click()
    ada.get_by_text("Klara egna uppgifter").click()
    expect(ada.get_by_role("button", name="Öppna igen Ring skolan")).to_be_visible()


def test_a_suspected_vardnadshavare_is_registered_as_not_to_be_contacted(
    ada: Page, clerks: Clerks
) -> None:
    ada.goto(clerks.case)
    ada.get_by_role("link", name="Medverkande").click()
    ada.get_by_role("link", name="Lägg till en kontakt").click()
    ada.get_by_label("Roll").select_option("vardnadshavare")
    ada.get_by_label("Namn eller funktion").fill("Påhittad far")
    ada.get_by_label("Får inte kontaktas").check()
    ada.get_by_role("button", name="Spara kontakten").click()

    card = ada.get_by_role("region", name="Påhittad far")
    expect(card.get_by_text("Får inte kontaktas")).to_be_visible()
    card.get_by_role("link", name="Ändra eller ta bort Påhittad far").click()
    ada.get_by_label("Namn eller funktion").fill("Fadern")
    ada.get_by_role("button", name="Spara kontakten").click()
    expect(ada.get_by_role("region", name="Fadern")).to_be_visible()


def test_a_consent_is_given_later_and_taken_back(ada: Page, clerks: Clerks) -> None:
    ada.goto(f"{clerks.case}?flik=samtycken")
    ada.get_by_role("link", name="Registrera personens svar Individuell plan (SIP)").click()
    ada.get_by_label("Ja, personen samtycker").check()
    ada.get_by_label("Personen har fått veta").check()
    how_it_was_said(ada)
    ada.get_by_role("button", name="Registrera svaret").click()
    plan = ada.get_by_role("region", name="Individuell plan (SIP)")
    expect(plan.locator(".govuk-tag")).to_have_text("Givet")

    plan.get_by_role("link", name="Återkalla samtycket").click()
    how_it_was_said(ada)
    ada.get_by_role("button", name="Återkalla samtycket").click()
    expect(plan.locator(".govuk-tag")).to_have_text("Återkallat")
    ada.get_by_role("link", name="Nästa: Registrera återkallat samtycke").click()
    expect(ada.get_by_label("Vilket samtycke tar personen tillbaka?")).to_have_value("sip")


def how_it_was_said(page: Page) -> None:
    fill_day(page, "2", "3", "2026")
    page.get_by_label("Muntligt").check()
    page.get_by_label("Personen själv").check()
    page.get_by_label("Nej, det behövdes inte").check()


@pytest.mark.parametrize("size", SIZES)
@ONE_DATABASE
def test_every_tab_and_form_is_good_empty_filled_and_wrong(
    ada: Page, clerks: Clerks, axe_script: str, size: str
) -> None:
    ada.set_viewport_size(SIZES[size])
    for round_ in ("empty", "filled"):
        for tab in TABS:
            ada.goto(f"{clerks.case}?flik={tab}")
            require_good(ada, axe_script)
        if round_ == "empty":
            soc, case_id = clerks.desk.person("Socialtjänsten"), clerks.desk.case_id
            long = ["Påhittad med ett ovanligt långtsammansattefternamnsomintegåratttabrytas"]
            clerks.engine.contacts.add(soc, case_id, {"roll": ["tolk"], "namn": long})
            clerks.engine.errands.add(soc, case_id, {"rubrik": long}, ())
    for form, button in (("kontakt", "Spara kontakten"), ("egen-uppgift", "Spara uppgiften"),
                         ("samtycke/sip", "Registrera svaret")):  # fmt: skip
        ada.goto(f"{clerks.case}/{form}")
        require_good(ada, axe_script)
        ada.get_by_role("button", name=button).click()
        expect(ada.locator(".govuk-error-summary")).to_be_focused()
        require_good(ada, axe_script)


@ONE_DATABASE
def test_without_javascript_every_tab_is_a_link_that_works(
    browser: Browser, address: str, clerks: Clerks
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = sign_in(context.new_page(), "soc")
    page.goto(clerks.case)
    for name in [str(each) for each in TABS.values()][1:]:
        page.get_by_role("navigation", name="Ärendets delar").get_by_role("link", name=name).click()
        expect(page.locator("[aria-current=page]", has_text=name)).to_be_visible()
    context.close()


@ONE_DATABASE
def test_on_paper_only_the_record_is_left(ada: Page, clerks: Clerks) -> None:
    ada.goto(f"{clerks.case}?flik=akt")
    ada.emulate_media(media="print")

    expect(ada.get_by_role("heading", name="Akt hos Socialtjänsten")).to_be_visible()
    expect(ada.locator(".app-akt").first).to_be_visible()
    for hidden in (".app-header", ".app-nav", ".app-footer", ".govuk-back-link"):
        expect(ada.locator(hidden)).to_be_hidden()
    expect(ada.get_by_role("navigation", name="Ärendets delar")).to_be_hidden()
