# ruff: noqa: F401, F811  (fixtures of the other states in a browser)
"""The keyboard alone: in reading order, always in sight, to the end of the page and out again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.web.busy_office import BusyOffice
from tests.web.states import CHEF, LEADER, NOBODY, SOC, State, choose, unfold
from tests.web.test_every_state_in_browser import address, office, walk

WALKED = (
    State("uppgifter", SOC, "/?visa=mina", unfold),
    State("uppgifter, markerade", SOC, "/", choose("Markera")),
    State("sparade listor", SOC, "/listor"),
    State("uppgift", SOC, "{task}", unfold),
    State("förslag", CHEF, "{waiting}"),
    State("klar", SOC, "{done}"),
    State("ärende", SOC, "{case}"),
    State("gången", SOC, "{case}?flik=gang"),
    State("medverkande", SOC, "{case}?flik=medverkande"),
    State("kontakt", SOC, "{contact}"),
    State("samtycke", SOC, "{case}/samtycke/betanketid"),
    State("jäv", CHEF, "{protected}/jav"),
    State("skyddsmarkering", SOC, "{protected}/skyddsmarkering"),
    State("dolt", SOC, "{masked}"),
    State("fördelning", LEADER, "/fordelning"),
    State("ersättare", SOC, "/ersattare"),
    State("aviseringar", SOC, "/aviseringar"),
    State("statistik", CHEF, "/statistik?tabell=alla"),
    State("logga in", NOBODY, "/logga-in"),
)
PREPARE = """() => {
  window.last = null; window.seen = new Set(); document.activeElement.blur();
  window.look = (e) => { const s = getComputedStyle(e), n = (x) => x ? getComputedStyle(x) : {};
    const parts = [s, getComputedStyle(e, "::before"), n(e.nextElementSibling),
      e.nextElementSibling ? getComputedStyle(e.nextElementSibling, "::before") : {}];
    return parts.map((p) => [p.outlineStyle, p.outlineWidth, p.boxShadow, p.backgroundColor,
      p.borderTopColor, p.borderTopWidth].join()).join("|"); };
  window.plain = new Map([...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex]")].map((e) => [e, look(e)]));
}"""
CAUGHT = "caught"
STEP = """(CAUGHT) => {
  const e = document.activeElement;
  if (e === document.body || e === document.documentElement) return ["over", ""];
  const named = e.outerHTML.slice(0, 90), wrong = [];
  if (seen.has(e)) return [seen.values().next().value === e && last !== e ? "over" : CAUGHT, named];
  seen.add(e);
  const radio = e.type === "radio";
  if (last && !(last.compareDocumentPosition(e) & 4) && !radio) wrong.push("backwards");
  if (plain.has(e) && look(e) === plain.get(e)) wrong.push("unmarked");
  const box = e.getBoundingClientRect(), x = box.x + Math.min(box.width / 2, 12);
  const spots = [box.y + 3, box.y + box.height / 2, box.bottom - 3];
  const top = spots.map((y) => document.elementFromPoint(x, y));
  const own = (t) => t && (e.contains(t) || t.contains(e) || t.htmlFor === e.id);
  if (!top.some(own)) wrong.push("behind something");
  const tiny = (r) => r.width < 24 || r.height < 24;
  const flows = getComputedStyle(e).display.startsWith("inline") || e.type === "radio"
    || e.type === "checkbox";
  if (tiny(box) && !flows) wrong.push(`small ${box.width}x${box.height}`);
  last = e;
  return [wrong.join(", "), named];
}"""
LONGEST = 260


def walked(page: Page) -> Iterator[str]:
    """Press Tab to the end of the page; yield what is wrong on the way."""
    page.evaluate(PREPARE)
    for _ in range(LONGEST):
        page.keyboard.press("Tab")
        wrong, named = page.evaluate(STEP, CAUGHT)
        if wrong == "over":
            return
        if wrong:
            yield f"{wrong}: {named}"
        if wrong == CAUGHT:
            return
    yield "no end"


def test_tab_goes_in_reading_order_is_always_seen_and_never_caught(walk) -> None:
    round_, found = walk("desktop"), {}
    for state in WALKED:
        wrong = list(walked(round_.go(state)))
        found |= {state.name: wrong} if wrong else {}

    assert found == {}


@pytest.mark.parametrize("place", ["{task}", "{case}?flik=gang", "/statistik"])
def test_the_skip_link_is_first_and_leads_past_the_menu(walk, place: str) -> None:
    page = walk("phone").go(State("", CHEF, place))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main-content")).to_be_focused()
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_link_in_the_summary_of_errors_leads_to_the_field(walk) -> None:
    page = walk("phone").go(State("", SOC, "{case}/egen-uppgift"))
    page.get_by_role("button", name="Spara uppgiften").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_label("Vad ska göras?")).to_be_focused()
