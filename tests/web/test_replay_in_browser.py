"""A case played in a real browser: by buttons, slider and by itself, on drawings that follow."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.demo import PASSWORD
from tests.web.accessible import LISTEN, too_wide, violations
from tests.web.busy_office import BusyOffice, office
from tests.web.serving import served

__all__ = ["office"]

SIZES = {"desktop": {"width": 1366, "height": 900}, "phone": {"width": 320, "height": 700}}
DRAWN = "[data-drawn]"


@pytest.fixture
def address(office: BusyOffice) -> Iterator[str]:
    yield from served(office.app)


@pytest.fixture(params=SIZES)
def page(
    request: pytest.FixtureRequest, browser: Browser, address: str, browser_context_args,
    office: BusyOffice,
) -> Iterator[Page]:  # fmt: skip
    options = {**browser_context_args, "viewport": SIZES[request.param], "base_url": address}
    context = browser.new_context(**options)
    context.add_init_script(LISTEN)
    page = context.new_page()
    page.goto("/logga-in?namn=granskare")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    page.goto(f"{office.places['case']}/spela?post=1")
    yield page
    context.close()


def test_the_player_steps_slides_plays_and_links_to_the_moment(page: Page, axe_script: str) -> None:
    number, now = page.locator("[data-number]"), page.get_by_role("status").first
    expect(number).to_contain_text("Post 1 av")
    expect(now).to_contain_text("Aktör A – innehållet visas inte")
    page.get_by_role("button", name="Nästa").click()
    expect(number).to_contain_text("Post 2 av")
    expect(page).to_have_url(f"{page.url.partition('?')[0]}?post=2")

    slider = page.get_by_role("slider", name="Post")
    slider.focus()
    slider.press("End")
    last = page.locator("[data-moment]").last.get_attribute("data-moment")
    expect(number).to_contain_text(f"Post {last} av {last}")
    page.locator(DRAWN).wait_for()
    assert page.locator(".djs-element:is(.app-done, .app-current):visible").count() > 0
    assert violations(page, axe_script) == []

    page.get_by_label("Takt").select_option("Snabb")
    page.get_by_role("button", name="Spela").click()
    expect(page.get_by_role("button", name="Pausa")).to_be_visible()
    expect(number).to_contain_text("Post 3 av")
    page.get_by_role("button", name="Pausa").click()
    assert too_wide(page) == 0
    assert page.evaluate("window.broken") == []


def test_what_could_be_seen_follows_the_moments(page: Page) -> None:
    expect(page.locator("[data-sight=opened]")).to_contain_text("Inget")
    moment = page.locator("[data-moment]", has_text="Ny uppgift").first
    name = (moment.locator("strong").first.inner_text()).removeprefix("Ny uppgift: ").strip()
    moment.get_by_role("link").click()

    expect(page.locator("[data-sight=opened]")).to_contain_text(name)
