"""Every page in English: nothing of ours is left in Swedish, no rule of axe broken, nothing cut."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.web.accessible import LISTEN
from tests.web.fake_engine import PASSWORD
from tests.web.test_pages_in_browser import PAGES, SIZES, address, require_good
from web.english import catalogue

__all__ = ["address"]

SPOKEN = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    const foreign = parentElement.closest("[lang]").lang !== "en";
    if (!foreign && !parentElement.closest("script, svg")) found.push(textContent);
  }
  for (const name of ["aria-label", "alt", "title", "placeholder"])
    for (const each of document.querySelectorAll(`[${name}]`)) found.push(each.getAttribute(name));
  return found.map((text) => text.replace(/\\s+/g, " ").trim()).filter((text) => text);
}"""
WRONG = (
    *(("/uppgift/u1", "Complete the task"), ("/ersattare", "Arrange the substitute")),
    ("/arende/c1/avsluta", "Close the case"),
)
"""Forms that are sent as they are."""
LONG = 14
"""Signs of a text that cannot be part of what somebody else wrote by chance."""


@pytest.fixture(params=SIZES)
def reader(request, browser: Browser, address: str, browser_context_args) -> Iterator[Page]:
    options = {"viewport": SIZES[request.param], "base_url": address, "locale": "en-GB"}
    context = browser.new_context(**{**browser_context_args, **options})
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


@pytest.fixture
def swedish() -> set[str]:
    """The Swedish texts of ours that have another word in English."""
    return {str(m.id).strip() for m in catalogue() if m.id and m.id != m.string}


def sign_in(page: Page) -> None:
    page.goto("/logga-in?namn=ada")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tasks")


def left_over(page: Page, swedish: set[str]) -> list[str]:
    long = [text for text in swedish if len(text) > LONG]
    return [
        said for said in page.evaluate(SPOKEN)
        if said in swedish or any(text in said for text in long)
    ]  # fmt: skip


def test_every_page_is_in_english(reader: Page, axe_script: str, swedish: set[str]) -> None:
    sign_in(reader)
    for name, path in PAGES.items():
        reader.goto(path)
        assert left_over(reader, swedish) == [], name
        require_good(reader, axe_script)


def test_errors_are_in_english(reader: Page, axe_script: str, swedish: set[str]) -> None:
    sign_in(reader)
    for path, button in WRONG:
        reader.goto(path)
        reader.get_by_role("button", name=button).click()
        expect(reader.locator(".govuk-error-summary")).to_contain_text("There is something to")
        assert left_over(reader, swedish) == [], path
        require_good(reader, axe_script)


def test_the_language_is_chosen_without_javascript_and_kept_when_signing_out(
    browser: Browser, app: Flask, address: str, browser_context_args
) -> None:
    context = browser.new_context(
        **{**browser_context_args, "base_url": address, "java_script_enabled": False}
    )
    page = context.new_page()
    page.goto("/logga-in?namn=ada")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(f"{address}/logga-in?namn=ada")
    sign_in(page)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_role("link", name="Svenska").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Logga in")
    context.close()
