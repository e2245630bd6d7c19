"""The equal way without a canvas: the same step is added in the table, without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.bootstrap import Engine
from tests.web.accessible import too_wide, violations
from tests.web.owners_pages import LONG, PHONE, opened, signed_in
from tests.web.serving import served
from web import create_app
from web.security import limiter

TABLE = "/steg/betanketid.bpmn"


@pytest.fixture
def address(real_engine: Engine) -> Iterator[str]:
    app = create_app(real_engine)
    limiter.reset()
    yield from served(app)


def require_good(page: Page, axe: str) -> None:
    assert too_wide(page) == 0
    assert violations(page, axe) == []
    assert page.evaluate("window.broken") == []


def test_a_step_is_added_and_mended_in_the_table_without_javascript(
    browser: Browser, address: str
) -> None:
    pia = signed_in(browser, address, java_script_enabled=False)
    draft = opened(pia)
    pia.goto(draft + TABLE)
    expect(pia.get_by_text("Inga fel i den här filen.")).to_be_visible(timeout=LONG)

    row = pia.locator("#ut_beslut")
    row.get_by_role("link", name="Lägg till ett steg före").click()
    pia.get_by_label("Namn").fill("Läs beslutet")
    pia.get_by_label("Vem gör det?").select_option("socialtjansten")
    pia.get_by_label("Frist", exact=True).select_option("DL-42")
    pia.get_by_role("button", name="Lägg till steget").click()

    new = pia.locator("#ut_las_beslutet")
    expect(new).to_contain_text("uppgiften saknar formulär", timeout=LONG)
    assert pia.url.endswith("#ut_las_beslutet")
    new.get_by_role("link", name="Läs beslutet").click()
    pia.get_by_label("Formulär").select_option("f24_stod_betanketid")
    pia.get_by_label("Lagrum").fill("UtlL 5:15")
    pia.get_by_role("button", name="Spara steget").click()

    expect(pia.get_by_text("Steget är ändrat.")).to_be_visible(timeout=LONG)
    expect(pia.get_by_text("Inga fel i den här filen.")).to_be_visible()
    expect(new).to_contain_text("DL-42")
    expect(new).to_contain_text("f24_stod_betanketid")


def test_what_may_happen_meanwhile_is_added_with_the_keyboard_alone(
    browser: Browser, address: str
) -> None:
    pia = signed_in(browser, address)
    draft = opened(pia)
    pia.goto(f"{draft}{TABLE}/ut_beslut")
    pia.get_by_role("link", name="Lägg till något som kan hända").press("Enter")

    pia.get_by_label("Namn").focus()
    pia.keyboard.type("För sent")
    pia.keyboard.press("Tab")
    expect(pia.get_by_label("Vad utlöser det?")).to_be_focused()
    pia.keyboard.type("DL-40")
    for key in ("Tab", "ArrowDown", "Tab"):
        pia.keyboard.press(key)
    pia.keyboard.type("Ett nytt slut")
    pia.get_by_role("button", name="Lägg till").press("Enter")

    new = pia.locator("#t_for_sent")
    expect(new).to_contain_text("Under tiden: Besluta om betänketid", timeout=LONG)
    expect(pia.get_by_text("Inga fel i den här filen.")).to_be_visible()
    expect(new.get_by_role("link", name="Slut", exact=True)).to_be_visible()


def test_the_table_can_be_read_and_used_on_a_telephone(
    browser: Browser, address: str, axe_script: str
) -> None:
    pia = signed_in(browser, address, viewport=PHONE)
    draft = opened(pia)
    for place in (TABLE, f"{TABLE}/gw_beslut", f"{TABLE}/ut_beslut", "/rita/betanketid.bpmn"):
        pia.goto(draft + place)
        require_good(pia, axe_script)

    for place in (f"{TABLE}/ut_beslut/under-tiden", "/ny-fil", "/text/aktorer.toml"):
        pia.goto(draft + place)
        require_good(pia, axe_script)

    pia.goto(draft + TABLE)
    pia.locator("#ut_beslut").get_by_role("link", name="Lägg till ett steg före").click()
    require_good(pia, axe_script)
    pia.get_by_role("link", name="Låt det som händer först avgöra").click()
    require_good(pia, axe_script)
    pia.go_back()
    pia.get_by_role("button", name="Lägg till steget").click()
    expect(pia.locator(".govuk-error-summary")).to_be_focused()
    require_good(pia, axe_script)
