# ruff: noqa: F401, F811  (fixtures of the other pages in a browser)
"""The end of a session is told in time, and staying loses nothing: WCAG 2.2.1."""

from playwright.sync_api import Page, expect

from tests.web.fake_engine import FakeEngine
from tests.web.test_pages_in_browser import ada, address, context, page, require_good, sign_in

TEXT = "Hon är rädd för honom."
ALMOST = "11:55:00"


def late(page: Page) -> Page:
    """Open a task, write in it, and let nearly twelve hours pass."""
    page.clock.install()
    page.goto("/uppgift/u1")
    page.route("**/utkast", lambda route: route.abort())
    page.get_by_label("Motivering").fill(TEXT)
    page.clock.fast_forward(ALMOST)
    page.clock.run_for(21_000)
    return page


def test_nothing_is_said_while_there_is_time(ada: Page) -> None:
    ada.clock.install()
    ada.goto("/uppgift/u1")
    ada.clock.fast_forward("11:45:00")

    expect(ada.get_by_text("Du loggas snart ut.")).to_be_hidden()


def test_one_button_is_enough_to_stay_and_focus_is_not_taken(ada: Page, axe_script: str) -> None:
    page = late(ada)
    expect(page.get_by_text("Du loggas snart ut.")).to_be_visible()
    expect(page.get_by_label("Motivering")).to_be_focused()
    require_good(page, axe_script)
    page.get_by_role("button", name="Fortsätt vara inloggad").press("Enter")

    expect(page.get_by_text("Du är inloggad till kl.")).to_be_visible()
    expect(page.get_by_text("Du loggas snart ut.")).to_be_hidden()
    expect(page.locator("#main-content")).to_be_focused()
    expect(page.get_by_label("Motivering")).to_have_value(TEXT)


def test_when_it_is_over_it_says_so_and_leaves_what_was_typed(ada: Page) -> None:
    page = late(ada)
    page.context.clear_cookies()
    page.get_by_role("button", name="Fortsätt vara inloggad").click()

    expect(page.get_by_text("Du kan ha blivit utloggad.")).to_be_visible()
    expect(page.get_by_label("Motivering")).to_have_value(TEXT)


def test_when_it_cannot_be_longer_it_says_why_and_offers_no_button(
    ada: Page, engine: FakeEngine
) -> None:
    engine.door.longest = 12 * 3600
    page = late(ada)

    expect(
        page.get_by_text("Då har du varit inloggad så länge som det är tillåtet.")
    ).to_be_visible()
    expect(page.get_by_role("button", name="Fortsätt vara inloggad")).to_be_hidden()
    expect(page.get_by_label("Motivering")).to_have_value(TEXT)
