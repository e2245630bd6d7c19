"""A socialsekreterare with forty cases at her list: keys, marks, saved lists; both databases."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from engine.bootstrap import Engine
from engine.demo import PASSWORD
from engine.model import Actor
from tests.conftest import MovedClock
from tests.steps.desk import Desk
from tests.web.accessible import too_wide, violations
from tests.web.serving import served
from web import create_app
from web.security import limiter

pytestmark = pytest.mark.parametrize("migrated_url", ["postgresql"], indirect=True)
"""Of what the kind of database does not change in a browser, one is enough: the one in use."""

FORTY = 40
FOCUSED = "document.activeElement.closest('tr')?.rowIndex"


@pytest.fixture
def soc(engine_on_both: Engine) -> Actor:
    """Somebody with forty open tasks in forty cases, and twenty more that nobody has taken."""
    desk = Desk(engine_on_both)
    soc = desk.person("Socialtjänsten")
    for _ in range(FORTY + 20):
        engine_on_both.casework.open_case(soc)
    ids = [line.task.id for line in engine_on_both.worklists.page(soc).lines]
    engine_on_both.bulk.claim(soc, ids[:FORTY])
    return soc


@pytest.fixture
def address(engine_on_both: Engine) -> Iterator[str]:
    app = create_app(engine_on_both)
    limiter.reset()
    yield from served(app)


@pytest.fixture
def context(browser: Browser, address: str, browser_context_args) -> Iterator[BrowserContext]:
    context = browser.new_context(**browser_context_args, base_url=address)
    yield context
    context.close()


def sign_in(context: BrowserContext, person: Actor) -> Page:
    page = context.new_page()
    page.goto(f"/logga-in?namn={person.id}")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    return page


@pytest.fixture
def page(context: BrowserContext, soc: Actor) -> Page:
    return sign_in(context, soc)


def require_good(page: Page, axe: str) -> None:
    """No broken rule of axe, on a wide screen or a narrow one, and no sideways scroll."""
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert (too_wide(page), violations(page, axe)) == (0, []), width


def test_the_morning_of_one_with_forty_cases(
    page: Page, soc: Actor, engine_on_both: Engine, axe_script: str, clock: MovedClock
) -> None:
    page.get_by_role("link", name="Mina (40)").click()
    expect(page.get_by_role("status").first).to_contain_text("40 öppna uppgifter")
    require_good(page, axe_script)

    page.set_viewport_size({"width": 1280, "height": 800})
    for box in page.get_by_role("checkbox", name="Markera").all()[:3]:
        box.check(force=True)
    expect(page.locator("[data-ticked]")).to_have_text(": 3")
    page.get_by_label("Kollega").select_option("soc.chef")
    page.get_by_label("Skäl").select_option("Frånvaro")
    page.get_by_role("button", name="Ge till kollegan").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("fick 3 av 3")
    require_good(page, axe_script)

    page.get_by_role("link", name="Tillbaka till listan").click()
    expect(page.get_by_role("link", name="Mina (37)")).to_be_visible()
    clock.advance(hours=20)
    engine_on_both.casework.open_case(soc)
    page.goto("/")
    expect(page.get_by_role("link", name="Nya sedan sist (1)")).to_be_visible()
    page.get_by_role("link", name="Nya sedan sist (1)").click()
    expect(page.locator(".app-tasks .govuk-tag", has_text="Ny")).to_have_count(1)


def test_a_list_is_narrowed_saved_and_found_again(page: Page, axe_script: str) -> None:
    page.get_by_text("Välj och ordna").click()
    page.get_by_label("Prioritet").select_option("Ingen bestämd tid")
    page.get_by_label("Ordning").select_option("Nyaste ärendet först")
    page.get_by_role("button", name="Visa urvalet").click()
    expect(page.get_by_role("link", name="Ta bort valet Prioritet")).to_be_visible()
    require_good(page, axe_script)

    page.get_by_text("Spara det här urvalet").click()
    page.get_by_role("button", name="Spara listan").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.get_by_label("Listans namn").fill("Utan tid")
    page.get_by_role("button", name="Spara listan").click()
    page.goto("/")
    page.get_by_role("link", name="Utan tid").click()
    expect(page.get_by_label("Ordning")).to_have_value("arende")

    page.get_by_role("link", name="Ändra sparade listor").click()
    require_good(page, axe_script)
    page.get_by_role("button", name="Ta bort Utan tid").click()
    expect(page.get_by_text("Du har inga sparade listor.")).to_be_visible()


def test_single_keys_move_take_and_open_and_can_be_turned_off(page: Page) -> None:
    page.goto("/?visa=otilldelade")
    for key, row in (("j", 1), ("j", 2), ("k", 1), ("k", 1), ("Shift+J", 2)):
        page.keyboard.press(key)
        assert page.evaluate(FOCUSED) == row
    assert page.evaluate("getComputedStyle(document.activeElement).backgroundColor") == (
        "rgb(255, 221, 0)"
    )
    page.keyboard.press("c")
    expect(page.get_by_text("Uppgiften är din.")).to_be_visible()

    page.goto("/?visa=otilldelade")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Registrera misstanke")

    page.goto("/?visa=mina")
    page.get_by_role("button", name="Stäng av tangenterna").click()
    page.keyboard.press("j")
    assert page.evaluate(FOCUSED) is None
    expect(page.get_by_role("button", name="Slå på tangenterna")).to_be_visible()


def test_keys_are_left_alone_while_somebody_types_or_holds_a_modifier(page: Page) -> None:
    search = page.get_by_label("Ärendenummer eller uppgift")
    search.fill("")
    search.press_sequentially("jck")
    expect(search).to_have_value("jck")
    expect(search).to_be_focused()

    page.goto("/")
    page.keyboard.press("Control+k")
    assert page.evaluate(FOCUSED) is None


def test_more_are_shown_and_what_has_focus_is_not_behind_the_bar(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_role("checkbox", name="Markera").first.check(force=True)
    bar = page.locator("#bulk")
    for _ in range(12):
        page.keyboard.press("j")
        place, edge = page.evaluate(
            "[document.activeElement.getBoundingClientRect().bottom,"
            " document.querySelector('#bulk').getBoundingClientRect().top]"
        )
        assert place <= edge
    expect(bar).to_be_in_viewport()

    page.get_by_role("link", name="Visa fler").or_(
        page.get_by_role("button", name="Visa fler")
    ).click()
    expect(page.get_by_role("status").first).to_contain_text("10 öppna uppgifter")
    page.get_by_role("link", name="Till början av listan").click()


def test_without_javascript_all_of_it_works(
    browser: Browser, address: str, soc: Actor, browser_context_args, axe_script: str
) -> None:
    options = {**browser_context_args, "java_script_enabled": False, "base_url": address}
    context = browser.new_context(**options)
    page = sign_in(context, soc)
    page.goto("/?visa=otilldelade&prioritet=utan")
    expect(page.get_by_text("Stäng av tangenterna")).to_be_hidden()
    for box in page.get_by_role("checkbox", name="Markera").all()[:2]:
        box.check(force=True)
    page.get_by_role("button", name="Ta de markerade").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Du tog 2 av 2 uppgifter")
    page.get_by_role("link", name="Tillbaka till listan").click()
    page.get_by_role("button", name="Ta de markerade").click()
    expect(page.get_by_text("Markera minst en uppgift")).to_be_visible()
    context.close()
