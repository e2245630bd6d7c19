"""A form that is stopped halfway, in a browser on a real engine; also without JavaScript."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.test_protection_in_browser import address, case, office, signed_in

pytestmark = pytest.mark.parametrize("migrated_url", ["postgresql"], indirect=True)
"""Of what the kind of database does not change in a browser, one is enough: the one in use."""

__all__ = ["address", "case", "office"]
REACH = "Ring aldrig hem."


def signed_out(page: Page) -> None:
    """Sign out in another tab."""
    other = page.context.new_page()
    other.goto("/arenden")
    other.get_by_role("button", name="Logga ut").click()
    expect(other.get_by_label("Lösenord")).to_be_visible()  # one on its way may never be closed
    other.close()


def signed_in_again(page: Page) -> None:
    expect(page.get_by_text("Det du hade skrivit finns kvar på den här sidan")).to_be_visible()
    page.get_by_label("Användarnamn").fill("soc")
    page.get_by_label("Lösenord").fill("skydd")
    page.get_by_role("button", name="Logga in").click()


@pytest.mark.parametrize("script", [True, False])
def test_a_contact_is_not_lost_when_the_session_has_ended(
    browser: Browser, address: str, case, axe_script: str, script: bool
) -> None:
    page = signed_in(browser, address, "soc", java_script_enabled=script)
    page.goto(f"/arende/{case.id}/kontakt")
    page.get_by_label("Roll").select_option("tolk")
    page.get_by_label("Namn eller funktion").fill("Tolkcentralen")
    page.get_by_label("Så når ni personen säkert").fill(REACH)
    signed_out(page)
    page.get_by_role("button", name="Spara kontakten").click()
    signed_in_again(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Skicka det du hade skrivit")
    expect(page.get_by_text(REACH)).to_be_visible()
    page.get_by_role("button", name="Skicka").click()

    expect(page.get_by_text("Kontakten är sparad.")).to_be_visible()
    expect(page.get_by_text(REACH)).to_be_visible()
    page.context.close()


def test_the_back_button_after_a_contact_loses_neither(
    browser: Browser, address: str, case
) -> None:
    page = signed_in(browser, address, "soc")
    page.goto(f"/arende/{case.id}/kontakt")
    for name in ("Första tolken", "Andra tolken"):
        page.get_by_label("Roll").select_option("tolk")
        page.get_by_label("Namn eller funktion").fill(name)
        page.get_by_role("button", name="Spara kontakten").click()
        expect(page.get_by_text("Kontakten är sparad.")).to_be_visible()
        page.go_back()
    page.goto(f"/arende/{case.id}?flik=medverkande")

    for name in ("Första tolken", "Andra tolken"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    page.context.close()


def test_a_comment_outlives_the_session_and_a_withdrawn_task(
    browser: Browser, address: str, office, case
) -> None:
    page = signed_in(browser, address, "soc")
    task = office.task(case, "b")
    page.goto(f"/uppgift/{task.id}")
    page.get_by_label("Skriv till kollegorna").fill("Ring god man.")
    signed_out(page)
    page.get_by_role("button", name="Spara kommentaren").click()
    signed_in_again(page)
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_text("Kommentaren är sparad.")).to_be_visible()

    page.get_by_label("Skriv till kollegorna").fill("Hon har flyttat.")
    office.engine.casework.close_case(office.chef, case.id, "A1", "Öppnat av misstag.")
    page.get_by_role("button", name="Spara kommentaren").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Läget har ändrats")
    expect(page.get_by_text("Hon har flyttat.")).to_be_visible()
    page.context.close()
