# ruff: noqa: F401, F811  (fixtures of the other pages in a browser)
"""The page of a task in a browser: nothing that was typed is lost, and papers are kept."""

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.errors import Conflict
from tests.web.fake_engine import BO, PASSWORD, FakeEngine
from tests.web.test_pages_in_browser import (
    ada,
    address,
    context,
    page,
    require_good,
    sign_in,
)

TEXT = "Hon är rädd för honom."
SOON = 12_000
"""Milliseconds in which a draft has saved itself, on a slow machine."""
PDF = {"name": "../Anna Ek.exe", "mimeType": "x/y", "buffer": b"%PDF-1.7 hej"}
ON_ANY_SCREEN = pytest.mark.parametrize("context", ["desktop"], indirect=True)
"""Of what the size of the screen does not change: once is enough."""


def write(page: Page, text: str = TEXT) -> None:
    page.get_by_label("Motivering").fill(text)


def said(page: Page):
    return page.locator("[data-draft-line]")


@ON_ANY_SCREEN
def test_a_draft_saves_itself_and_says_so(ada: Page, engine: FakeEngine) -> None:
    ada.goto("/uppgift/u1")
    write(ada)
    expect(said(ada)).to_have_text("Utkast sparat kl. 12.00", timeout=SOON)
    write(ada, "Nu är hon lugn.")
    ada.wait_for_timeout(4000)
    ada.reload()

    expect(ada.get_by_label("Motivering")).to_have_value("Nu är hon lugn.")
    assert engine.versions["u1"] == 2


@ON_ANY_SCREEN
def test_a_page_that_is_only_read_saves_nothing(ada: Page, engine: FakeEngine) -> None:
    ada.goto("/uppgift/u2")
    ada.get_by_label("Skriv till kollegorna").fill("Hej")
    ada.wait_for_timeout(4000)

    assert engine.asked == []


def test_what_another_tab_has_saved_is_not_overwritten(
    ada: Page,
    engine: FakeEngine,
    axe_script: str,
) -> None:
    ada.goto("/uppgift/u1")
    engine.save_draft(BO, "u1", {"motivering": ["Den andra flikens text."]})
    engine.versions["u1"] = 7
    write(ada)
    expect(said(ada)).to_contain_text("från en annan sida", timeout=SOON)
    require_good(ada, axe_script)
    ada.get_by_role("button", name="Spara utkast").last.click()
    expect(ada.locator(".govuk-error-summary")).to_contain_text("jämföra")
    expect(ada.get_by_label("Motivering")).to_have_value(TEXT)
    assert engine.drafts["u1"]["motivering"] == "Den andra flikens text."
    require_good(ada, axe_script)

    ada.get_by_role("button", name="Spara utkast").last.click()
    expect(ada.get_by_text("Utkastet är sparat.")).to_be_visible()
    assert engine.drafts["u1"]["motivering"] == TEXT


@ON_ANY_SCREEN
def test_what_is_typed_survives_signing_out_in_another_tab(
    ada: Page,
    engine: FakeEngine,
) -> None:
    ada.goto("/uppgift/u1")
    other = ada.context.new_page()
    other.goto("/")
    other.get_by_role("button", name="Logga ut").click()
    write(ada)
    expect(said(ada)).to_contain_text("du är utloggad", timeout=SOON)
    ada.get_by_role("button", name="Spara utkast").last.click()
    ada.get_by_label("Användarnamn").fill("ada")
    ada.get_by_label("Lösenord").fill(PASSWORD)
    ada.get_by_role("button", name="Logga in").click()

    expect(ada.get_by_text("Det du hade skrivit är sparat som utkast.")).to_be_visible()
    expect(ada.get_by_label("Motivering")).to_have_value(TEXT)


@ON_ANY_SCREEN
def test_what_is_typed_survives_that_a_colleague_was_first(
    ada: Page,
    engine: FakeEngine,
) -> None:
    ada.goto("/uppgift/u1")
    engine.fails_with = Conflict("Uppgiften är redan slutförd av Bo Lind.")
    write(ada)
    expect(said(ada)).to_contain_text("redan slutförd av Bo Lind", timeout=SOON)
    ada.get_by_role("button", name="Slutför uppgiften").click()

    expect(ada.get_by_text("Läget har ändrats")).to_be_visible()
    expect(ada.get_by_text(TEXT)).to_be_visible()


@ON_ANY_SCREEN
def test_a_draft_on_its_way_does_not_stop_the_button(ada: Page, engine: FakeEngine) -> None:
    ada.goto("/uppgift/u1")

    def slowly(route) -> None:
        ada.wait_for_timeout(1500)
        route.continue_()

    ada.route("**/utkast", slowly)
    write(ada)
    with ada.expect_request("**/utkast", timeout=SOON):
        pass
    ada.get_by_role("button", name="Spara utkast").last.click()

    expect(ada.get_by_text("Utkastet är sparat.")).to_be_visible(timeout=SOON)
    assert engine.drafts["u1"]["motivering"] == TEXT


def test_files_comments_and_a_day(ada: Page, engine: FakeEngine, axe_script: str) -> None:
    ada.goto("/uppgift/u1")
    write(ada)
    ada.get_by_role("button", name="Lägg till filen").click()
    expect(ada.locator(".govuk-error-summary")).to_contain_text("Välj en fil")
    require_good(ada, axe_script)
    ada.locator("#bilaga").set_input_files(PDF)
    ada.get_by_role("button", name="Lägg till filen").click()
    with ada.expect_download() as fetched:
        ada.get_by_role("link", name="Anna Ek.pdf").click()
    assert fetched.value.suggested_filename == "Anna Ek.pdf"

    ada.get_by_label("Skriv till kollegorna").fill("Ring god man.\nFöre kl. 15.")
    ada.get_by_role("button", name="Spara kommentaren").click()
    expect(ada.get_by_text("Före kl. 15.")).to_be_visible()
    ada.get_by_text("Se om uppgiften en viss dag").click()
    ada.get_by_role("button", name="Bevaka", exact=True).click()
    expect(ada.locator(".govuk-error-summary")).to_contain_text("Skriv dagen som ett datum")
    require_good(ada, axe_script)
    for part, value in {"day": "24", "month": "12", "year": "2026"}.items():
        ada.locator(f"#bevaka-{part}").fill(value)
    ada.get_by_role("button", name="Bevaka", exact=True).click()
    expect(ada.get_by_text("24 december 2026")).to_be_visible()
    expect(ada.get_by_label("Motivering")).to_have_value(TEXT)
    ada.get_by_text("Visa svaren").click()
    require_good(ada, axe_script)

    ada.get_by_role("button", name="Ta bort Anna Ek.pdf").click()
    expect(ada.get_by_role("link", name="Anna Ek.pdf")).to_have_count(0)


def test_taking_over_asks_for_a_reason(ada: Page, engine: FakeEngine, axe_script: str) -> None:
    ada.goto("/uppgift/u4")
    ada.get_by_text("Ta över eller ge vidare").click()
    ada.get_by_label("Kollega").select_option("ada")
    ada.get_by_role("button", name="Byt handläggare").click()
    expect(ada.locator(".govuk-error-summary")).to_contain_text("Skriv varför")
    require_good(ada, axe_script)
    ada.get_by_label("Varför?").fill("Bo är sjuk.")
    ada.get_by_role("button", name="Byt handläggare").click()

    expect(ada.get_by_text("Uppgiften är din.")).to_be_visible()


def test_a_second_person_approves_or_sends_back(
    ada: Page,
    engine: FakeEngine,
    axe_script: str,
) -> None:
    engine.approval = "chef"
    engine.propose("u2", BO)
    ada.goto("/uppgift/u2")
    require_good(ada, axe_script)
    ada.get_by_role("button", name="Skicka tillbaka").click()
    expect(ada.locator(".govuk-error-summary")).to_contain_text("Skriv varför")
    require_good(ada, axe_script)
    ada.get_by_role("button", name="Godkänn förslaget").click()

    expect(ada.get_by_role("heading", level=1)).to_contain_text("Klar:")
    require_good(ada, axe_script)


@pytest.mark.parametrize("path", ["/uppgift/u1", "/uppgift/u0/klar"])
def test_on_paper_there_is_nothing_to_press(ada: Page, path: str) -> None:
    ada.goto(path)
    expect(ada.locator("[data-print]")).to_be_visible()
    ada.emulate_media(media="print")

    expect(ada.get_by_text("Utskrift. Kan innehålla")).to_be_visible()
    shown = ada.locator("button:visible, [role=button]:visible, nav:visible ul")
    assert [each.inner_text() for each in shown.all()] == []


def test_without_javascript_nothing_typed_is_lost(
    browser: Browser,
    address: str,
    engine: FakeEngine,
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = sign_in(context.new_page())
    page.goto("/uppgift/u1")
    expect(page.locator("[data-print]")).to_be_hidden()
    write(page)
    page.locator("#bilaga").set_input_files(PDF)
    page.get_by_role("button", name="Lägg till filen").click()
    page.get_by_label("Skriv till kollegorna").fill("Hej.")
    page.get_by_role("button", name="Spara kommentaren").click()

    expect(page.get_by_label("Motivering")).to_have_value(TEXT)
    assert [done[0] for done in engine.asked] == ["draft", "attach", "comment"]
    context.close()
