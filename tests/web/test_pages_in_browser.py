"""What only a browser can tell: accessibility rules, reflow, the policy, the drawing, JS off."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.web.accessible import LISTEN, too_wide, violations
from tests.web.fake_engine import PASSWORD, FakeEngine
from tests.web.serving import served

SIZES = {"desktop": {"width": 1366, "height": 900}, "phone": {"width": 320, "height": 700}}
PAGES = {
    "work list": "/",
    "empty work list": "/?sok=zzz",
    "narrowed work list": "/?visa=mina&frist=passerad&steg=2&ordning=arende",
    "saved lists": "/listor",
    "task": "/uppgift/u1",
    "task of a colleague": "/uppgift/u4",
    "cases": "/arenden",
    "opening a case": "/arenden/nytt",
    "case": "/arende/c1",
    "case, diagram": "/arende/c1?flik=gang",
    "case, history": "/arende/c1?flik=handelser",
    "event": "/arende/c1/handelse",
    "ending": "/arende/c1/avsluta",
    "traces": "/sparbarhet",
    "statistics": "/statistik?period=2025",
    "statistics of no period": "/statistik?period=egen",
    "statement": "/tillganglighet",
    "operations of the API": "/integration",
    "substitutes": "/ersattare",
    "distribution": "/fordelning",
    "distribution of a colleague": "/fordelning?hos=bo",
    "notices": "/aviseringar",
    "jäv": "/arende/c1/jav",
    "task that is done": "/uppgift/klar",
    "what comes next": "/uppgift/u0/klar",
    "unknown": "/finns-inte",
}


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    yield from served(app)


@pytest.fixture(params=SIZES)
def context(
    request: pytest.FixtureRequest, browser: Browser, address: str, browser_context_args
) -> Iterator[BrowserContext]:
    options = {**browser_context_args, "viewport": SIZES[request.param], "base_url": address}
    context = browser.new_context(**options)
    context.add_init_script(LISTEN)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def ada(page: Page) -> Page:
    return sign_in(page)


def sign_in(page: Page) -> Page:
    page.goto("/logga-in?namn=ada")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Uppgifter")
    return page


def require_good(page: Page, axe: str) -> None:
    """No broken rule of axe, no broken policy, no sideways scroll, and one heading."""
    assert too_wide(page) == 0
    assert violations(page, axe) == []
    assert page.evaluate("window.broken") == []
    assert page.locator("h1").count() == 1


def test_signing_in(page: Page, axe_script: str) -> None:
    page.goto("/logga-in")
    require_good(page, axe_script)

    page.get_by_role("button", name="Logga in").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    require_good(page, axe_script)


def test_every_page(ada: Page, axe_script: str) -> None:
    for path in PAGES.values():
        ada.goto(path)
        require_good(ada, axe_script)


def test_a_form_with_errors_keeps_what_was_typed(ada: Page, axe_script: str) -> None:
    ada.goto("/uppgift/u1")
    expect(ada.get_by_label("Vad har gjorts för att skydda?")).to_be_hidden()
    ada.get_by_label("Ja", exact=True).check()
    expect(ada.get_by_label("Vad har gjorts för att skydda?")).to_be_visible()
    ada.get_by_label("Motivering").fill("Hon är rädd.")
    ada.get_by_role("button", name="Slutför uppgiften").click()

    summary = ada.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    expect(ada).to_have_title("Fel: Registrera misstanke, ärende SSP-2026-0142 – Skyddsprocessen")
    require_good(ada, axe_script)
    summary.get_by_role("link", name="Ange dag för iakttagelsen").click()
    expect(ada.locator("#dag-day")).to_be_focused()
    expect(ada.get_by_label("Motivering")).to_have_value("Hon är rädd.")


def test_a_line_break_in_a_text_box_never_completes(ada: Page, engine: FakeEngine) -> None:
    ada.goto("/uppgift/u1")
    ada.get_by_label("Diarienummer").press("Enter")

    expect(ada.get_by_text("Utkastet är sparat.")).to_be_visible()
    assert engine.asked == [("draft", "ada", "u1")]


def test_a_draft_opens_with_the_questions_it_asks(ada: Page, engine: FakeEngine) -> None:
    engine.drafts["u1"] = {"akut_fara": "ja", "atgard": "Larmat."}
    ada.goto("/uppgift/u1")

    expect(ada.get_by_label("Vad har gjorts för att skydda?")).to_have_value("Larmat.")


def test_the_diagram_is_drawn_marked_and_zoomed(ada: Page, axe_script: str) -> None:
    ada.goto("/arende/c1?flik=gang")
    figure = ada.locator("[data-drawn]")
    expect(figure).to_be_visible()

    marked = "document.querySelector('[data-element-id={}]').classList.contains('{}')"
    assert ada.evaluate(marked.format("ut_2", "app-current"))
    assert ada.evaluate(marked.format("ut_1", "app-done"))
    expect(figure.locator(".app-badge")).to_have_text(["✓", "!"])
    expect(figure.locator(".app-diagram__without")).to_be_hidden()
    before = figure.locator(".app-diagram__canvas").bounding_box()
    figure.get_by_role("button", name="Förstora").press("Enter")
    after = figure.locator(".app-diagram__canvas").bounding_box()
    assert before
    assert after
    assert after["width"] > before["width"] * 1.2
    require_good(ada, axe_script)


def test_the_mark_of_bpmn_io_stays_in_sight(ada: Page) -> None:
    ada.goto("/arende/c1?flik=gang")
    expect(ada.locator("[data-drawn]")).to_be_visible()
    for _ in range(4):
        ada.get_by_role("button", name="Förstora").click()
    ada.locator(".app-diagram__scroller").evaluate("each => each.scrollTo(0, 0)")
    mark, frame = ada.locator(".bjs-powered-by"), ada.locator(".app-diagram__frame")
    mark.scroll_into_view_if_needed()

    inside, outside = mark.bounding_box(), frame.bounding_box()
    assert inside
    assert outside
    assert outside["x"] <= inside["x"]
    assert inside["x"] + inside["width"] <= outside["x"] + outside["width"]
    assert inside["y"] + inside["height"] <= outside["y"] + outside["height"]


def test_without_javascript_the_work_can_be_done(
    browser: Browser, address: str, engine: FakeEngine
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = sign_in(context.new_page())
    page.goto("/arende/c1?flik=gang")
    picture = page.get_by_role("img", name="Diagrammet Identifiering")
    expect(picture).to_be_visible()
    assert picture.evaluate("each => each.complete && each.naturalWidth > 1000")
    expect(page.get_by_role("button", name="Förstora")).to_be_hidden()
    expect(page.get_by_role("link", name="Hämta diagrammet")).to_be_visible()

    page.goto("/uppgift/u1")
    expect(page.get_by_text("Svara bara om du har valt ”Ja”")).to_be_visible()
    page.get_by_label("Nej", exact=True).check()
    page.locator("#dag-day").fill("1")
    page.locator("#dag-month").fill("11")
    page.locator("#dag-year").fill("2026")
    page.get_by_label("Hot eller våld").check()
    page.get_by_label("Motivering").fill("Hon är rädd.")
    page.get_by_role("button", name="Slutför uppgiften").click()
    expect(page.get_by_text("Nästa uppgift i ärendet")).to_be_visible()
    assert engine.asked == [("complete", "ada", "u1", {"akut_fara": "nej"})]
    context.close()


def test_the_keyboard_reaches_the_content_first(ada: Page) -> None:
    ada.goto("/")
    ada.keyboard.press("Tab")
    skip = ada.get_by_role("link", name="Hoppa till innehållet")
    expect(skip).to_be_focused()
    ada.keyboard.press("Enter")
    expect(ada.locator("#main-content")).to_be_focused()
