"""The charts of statistics: drawn by the policy, spoken in Swedish, and never alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.accessible import LISTEN
from tests.web.test_pages_in_browser import SIZES, address, sign_in

__all__ = ["address"]
PATH = "/statistik?period=2025"
HEAVIEST = 900_000
"""Bytes of the whole page, uncompressed; ECharts is half a million of them."""

SIZES_OF = """(kinds) => kinds.flatMap((kind) => performance.getEntriesByType(kind))
  .map((each) => [each.name, each.decodedBodySize])"""


@pytest.fixture
def page(browser: Browser, address: str, browser_context_args) -> Iterator[Page]:
    options = {**browser_context_args, "viewport": SIZES["desktop"], "base_url": address}
    context = browser.new_context(**options)
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def test_each_chart_is_svg_says_its_numbers_and_stands_above_the_same_table(page: Page) -> None:
    sign_in(page).goto(PATH)
    chart = page.get_by_role("img", name="Stapeldiagram. Ärenden.")

    expect(chart).to_be_visible()
    assert chart.locator("svg").count() == 1
    assert "Oklar ålder: Pågående 20, Avslutade 31" in (chart.get_attribute("aria-label") or "")
    table = page.get_by_role("table", name="Ärenden, 2025")
    expect(table.get_by_role("row", name="Oklar ålder")).to_contain_text("31")
    assert page.evaluate("window.broken") == []


def test_the_page_is_bounded_and_no_other_page_carries_the_charts(page: Page) -> None:
    assert "charts.js" not in weights(sign_in(page))

    page.goto(PATH, wait_until="networkidle")
    found = weights(page)
    assert "charts.js" in found
    assert sum(found.values()) < HEAVIEST


def weights(page: Page) -> dict[str, int]:
    """Return the uncompressed size of the page and of all that it loads, by file."""
    found = page.evaluate(SIZES_OF, ["navigation", "resource"])
    return {name.rpartition("/")[2].partition("?")[0]: size for name, size in found}


def test_without_javascript_the_tables_tell_it_all(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = sign_in(context.new_page())
    page.goto("/statistik")
    page.get_by_label("Period", exact=True).select_option("2025")
    page.get_by_role("button", name="Visa").click()

    expect(page.locator(".app-chart").first).to_be_hidden()
    expect(page.get_by_role("row", name="Oklar ålder")).to_contain_text("31")
    with page.expect_download() as told:
        page.get_by_role("button", name="Hämta som Excel").click()
    assert told.value.suggested_filename == "statistik-egna-2025-01-2025-12.xlsx"
    context.close()
