"""The charts of statistics: fetched when asked for, drawn by the policy, and never alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.web.accessible import LISTEN, violations
from tests.web.test_pages_in_browser import SIZES, address, sign_in

__all__ = ["address"]
PATH = "/statistik?period=2025"


@pytest.fixture
def page(browser: Browser, address: str, browser_context_args) -> Iterator[Page]:
    options = {**browser_context_args, "viewport": SIZES["desktop"], "base_url": address}
    context = browser.new_context(**options)
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def asked_for(page: Page) -> Locator:
    """Go to the statistics and ask for the charts; return the first."""
    sign_in(page).goto(PATH)
    page.get_by_role("button", name="Visa som diagram").click()
    return page.get_by_role("img", name="Stapeldiagram. Ärenden.")


def test_each_chart_is_svg_says_its_numbers_and_stands_above_the_same_table(
    page: Page, axe_script: str
) -> None:
    chart = asked_for(page)

    expect(chart).to_be_visible()
    assert chart.locator("svg").count() == 1
    assert "Oklar ålder: Pågående 20, Avslutade 31" in (chart.get_attribute("aria-label") or "")
    table = page.get_by_role("table", name="Ärenden, 2025")
    expect(table.get_by_role("row", name="Oklar ålder")).to_contain_text("31")
    assert page.evaluate("window.broken") == []
    assert violations(page, axe_script) == []


def test_the_charts_are_fetched_when_asked_for_and_put_away_again(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    chart = asked_for(page)
    button = page.get_by_role("button", name="Visa som diagram")
    expect(chart).to_be_visible()
    button.click()

    expect(page.locator(".app-chart").first).to_be_hidden()
    expect(button).to_have_attribute("aria-pressed", "false")
    drawing = [url for url in fetched if "/charts-" in url]
    assert len(drawing) == 1
    assert fetched.index(drawing[0]) == len(fetched) - 1


def test_without_javascript_the_tables_tell_it_all(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = sign_in(context.new_page())
    page.goto("/statistik")
    page.get_by_label("Period", exact=True).select_option("2025")
    page.get_by_role("button", name="Visa", exact=True).click()

    expect(page.get_by_text("Visa som diagram")).to_be_hidden()
    expect(page.locator(".app-chart").first).to_be_hidden()
    expect(page.get_by_role("row", name="Oklar ålder")).to_contain_text("31")
    with page.expect_download() as told:
        page.get_by_role("button", name="Hämta som Excel").click()
    assert told.value.suggested_filename == "statistik-egna-2025-01-2025-12.xlsx"
    context.close()
