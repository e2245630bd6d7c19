"""The pages of process owners in a browser, on a real engine with the published processes."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.web.accessible import LISTEN

ROOT = Path(__file__).parent.parent.parent
DESKTOP = {"width": 1366, "height": 900}
PHONE = {"width": 320, "height": 700}
LONG = 60_000
"""Milliseconds: a check of the whole set on a machine that is busy with other tests."""


def signed_in(browser: Browser, address: str, name: str = "agare", **options) -> Page:
    options = {"viewport": DESKTOP, "locale": "sv-SE"} | options
    context = browser.new_context(base_url=address, **options)
    context.set_default_timeout(LONG)
    context.add_init_script(LISTEN)
    page = context.new_page()
    page.goto(f"/logga-in?namn={name}")
    page.get_by_label("Lösenord").fill("skydd")
    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("button", name="Logga ut")).to_be_attached()
    return page


def opened(page: Page, name: str = "Läs beslutet") -> str:
    """Open a draft and return its address."""
    page.goto("/utkast")
    page.get_by_label("Vad ska ändras?").fill(name)
    page.get_by_role("button", name="Öppna utkastet").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    return "/utkast/" + page.url.rpartition("/")[2]


def ready(page: Page, address: str) -> None:
    """Open an editor and wait until it can be used."""
    page.goto(address)
    page.locator("[data-ready=yes]").wait_for()


def saved(page: Page) -> None:
    """Wait until everything is saved."""
    expect(page.locator("[data-state=saved]")).to_be_attached(timeout=LONG)


def shape(page: Page, element: str) -> None:
    """Click a shape on the canvas."""
    page.locator(f"[data-element-id={element}] .djs-hit").first.click()
