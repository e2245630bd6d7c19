"""Every state that needs no JavaScript, reached without it; in an office of its own."""

from collections import defaultdict

from tests.web.states import STATES
from tests.web.test_every_state_in_browser import address, office, shape, walk

__all__ = ["address", "office", "walk"]


def test_without_javascript_each_state_is_reached_and_fits_at_400_percent(walk) -> None:
    round_, found, titles = walk("zoomed", java_script_enabled=False), {}, defaultdict(set)
    for state in (each for each in STATES if not each.scripted):
        page = round_.go(state)
        wrong, title = [*shape(page)], page.title()
        wrong += [f"status {round_.status}"] if round_.status != state.status else []
        found |= {state.name: wrong} if wrong else {}
        if state.status in {200, 422}:
            place = state.place.partition("?")[0].replace("{returned}", "{waiting}")
            titles[title.removeprefix("Fel: ")].add(place)

    assert found == {}
    assert {title: places for title, places in titles.items() if len(places) > 1} == {}
