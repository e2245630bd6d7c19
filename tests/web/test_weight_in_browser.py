"""No page weighs more than 500 kB with all that it loads at once, diagrams aside."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from engine.demo import PASSWORD
from tests.web.busy_office import BusyOffice, office
from tests.web.serving import served
from tests.web.states import CHEF, STATES

__all__ = ["office"]

HEAVIEST = 500_000
"""Bytes, uncompressed."""
DIAGRAM = ("bpmn-viewer", "bpmn-5", "bpmn-E", "bpmn-J", "bpmn-O", "bpmn-S", "/diagram")
"""What the drawing of a process is made of, and what is fetched for it once the page is there."""
LOADED = """() => ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind))
  .map((each) => [each.name, each.decodedBodySize])"""
ELSEWHERE = ("/statistik?period=2025&tabell=alla", "/sparbarhet")


@pytest.fixture
def address(office: BusyOffice) -> Iterator[str]:
    yield from served(office.app)


def weighed(page: Page, letters: dict[str, int]) -> int:
    """Return the bytes of a page; letters are told of once, and are a part of every page."""
    found = [(name, size) for name, size in page.evaluate(LOADED)
             if not any(part in name for part in DIAGRAM)]  # fmt: skip
    letters |= {name: size for name, size in found if name.endswith(".woff2")}
    return sum(letters.values()) + sum(size for name, size in found if name not in letters)


def test_every_page_is_bounded(browser: Browser, address: str, office: BusyOffice) -> None:
    places = {each.place for each in STATES if each.act is None and each.status == 200}
    page = browser.new_page(base_url=address)
    page.goto(f"/logga-in?namn={CHEF}")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    heavy, letters = {}, dict[str, int]()
    for place in sorted({*places, *ELSEWHERE}):
        page.goto(place.format(**office.places))
        if (size := weighed(page, letters)) > HEAVIEST:
            heavy[place] = size
    page.context.close()

    assert heavy == {}
    assert letters
