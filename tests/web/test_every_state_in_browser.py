"""Every page in every state, as people meet it: rules of access, reflow, focus, keys, JS off."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from engine.demo import PASSWORD
from tests.web.accessible import LISTEN, too_wide, violations
from tests.web.busy_office import BusyOffice, office
from tests.web.serving import served
from tests.web.states import NOBODY, ROOMS, State

__all__ = ["office"]
SCREENS = {
    "desktop": {"width": 1280, "height": 1024},
    "zoomed": {"width": 320, "height": 256},
    "phone": {"width": 320, "height": 700},
}
"""1280 x 1024 at 400 % is 320 x 256."""
OFTEN = 12
"""Of so many pages that are shown, one is new."""
UNFOCUSED = """() => {
  const due = document.querySelector(
    ".govuk-error-summary, .govuk-notification-banner[role=alert]");
  return due !== null && document.activeElement !== due;
}"""
HARMLESS = "Failed to load resource: the server responded with a status of"
"""Of the page itself: which status it ought to have is told by the state."""


@dataclass
class Round:
    """One browser that goes through the states, with one sign-in for each person."""

    browser: Browser
    options: Mapping[str, object]
    office: BusyOffice
    contexts: dict[str, BrowserContext] = field(default_factory=dict)
    shown: int = 0
    heard: list[str] = field(default_factory=list)
    """What the browser complained of, and the statuses of the pages it got."""
    status: int = 0

    def go(self, state: State) -> Page:
        """Return a page in the state.

        A new page takes time, and one that lives long keeps all it has shown: so there is a new
        one now and then. (Whoever closes a page that is on its way somewhere may wait for ever.)
        """
        if state.who not in self.contexts:
            self.contexts[state.who] = self._sign_in(state.who)
        page = self._page(self.contexts[state.who])
        self.heard.clear()
        page.goto(state.place.format(**self.office.places))
        if state.act:
            state.act(page)
            page.wait_for_load_state()
        return page

    def _page(self, context: BrowserContext) -> Page:
        self.shown += 1
        if context.pages and not self.shown % OFTEN:
            context.pages[0].goto("about:blank")
            context.pages[0].close()
        return context.pages[0] if context.pages else context.new_page()

    def _sign_in(self, who: str) -> BrowserContext:
        context = self.browser.new_context(**self.options)
        context.add_init_script(LISTEN)
        context.on("page", self._listen)
        if who != NOBODY:
            page = context.new_page()
            page.goto(f"/logga-in?namn={who}")
            page.get_by_label("Lösenord").fill(PASSWORD)
            page.get_by_role("button", name="Logga in").click()
            expect(page.get_by_role("button", name="Logga ut")).to_be_attached()
        return context

    def _listen(self, page: Page) -> None:
        page.on("response", self._note)
        page.on("pageerror", lambda error: self.heard.append(str(error)))
        page.on("console", lambda said: self.heard.append(said.text) if said.type == "error" else 0)

    def _note(self, response) -> None:
        if response.request.is_navigation_request() and response.status not in range(300, 400):
            self.status = response.status


@pytest.fixture(scope="module")
def address(office: BusyOffice) -> Iterator[str]:
    yield from served(office.app)


@pytest.fixture
def walk(browser: Browser, browser_context_args, address: str, office: BusyOffice):
    def begin(size: str, **more: object) -> Round:
        options = {**browser_context_args, "viewport": SCREENS[size], "base_url": address, **more}
        rounds.append(Round(browser, options, office))
        return rounds[-1]

    rounds: list[Round] = []
    yield begin
    for each in rounds:
        for context in each.contexts.values():
            context.close()


def faults(page: Page, axe: str) -> Iterator[str]:
    """Yield what is wrong with the page as it stands."""
    yield from violations(page, axe)
    yield from page.evaluate("window.broken")
    if page.evaluate(UNFOCUSED):
        yield "focus stays behind"


def shape(page: Page) -> Iterator[str]:
    """Yield what is wrong with the size and the headings of the page."""
    if wide := too_wide(page):
        yield f"{wide} px too wide"
    if page.locator("h1").count() != 1:
        yield "not one heading"


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_stands_in_the_way_in_any_state(walk, room: str, axe_script: str) -> None:
    round_, found = walk("desktop"), {}
    for state in ROOMS[room]:
        page = round_.go(state)
        wrong = [*faults(page, axe_script), *shape(page)]
        page.set_viewport_size(SCREENS["phone"])
        wrong += shape(page)
        page.set_viewport_size(SCREENS["desktop"])
        wrong += [said for said in round_.heard if not said.startswith(HARMLESS)]
        wrong += [f"status {round_.status}"] if round_.status != state.status else []
        found |= {state.name: wrong} if wrong else {}

    assert found == {}
