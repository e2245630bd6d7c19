"""A page as somebody sees it, and what they do there first."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class State:
    """A page as somebody sees it; `act` is what they do there first, seldom anything."""

    name: str
    who: str
    place: str
    """An address, with the names of `BusyOffice.places` in braces."""
    act: Callable[[Page], None] | None = None
    status: int = 200
    scripted: bool = False
    """Whether the state comes about only where there is JavaScript."""


def press(*names: str) -> Callable[[Page], None]:
    """Return what presses buttons, one page after the other."""

    def act(page: Page) -> None:
        for name in names:
            page.get_by_role("button", name=name).last.click()

    return act


def choose(label: str, *buttons: str) -> Callable[[Page], None]:
    """Return what chooses something and then presses buttons."""

    def act(page: Page) -> None:
        page.get_by_label(label).first.check(force=True)
        press(*buttons)(page)

    return act


def drawn(page: Page) -> None:
    """Wait until an editor can be used."""
    page.locator("[data-ready=yes]").wait_for()


def unfold(page: Page) -> None:
    """Open everything that can be opened."""
    page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")
