"""A process owner draws: a step in another lane, what is wrong with it at its place, and mended."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.bootstrap import Engine
from tests.web.accessible import violations
from tests.web.owners_pages import LONG, opened, ready, saved, shape, signed_in
from tests.web.serving import served
from web import create_app
from web.security import limiter

FILE = "betanketid.bpmn"
DRAWN = f"/rita/{FILE}"


@pytest.fixture
def address(real_engine: Engine) -> Iterator[str]:
    app = create_app(real_engine)
    limiter.reset()
    yield from served(app)


@pytest.fixture
def pia(browser: Browser, address: str) -> Page:
    return signed_in(browser, address)


def appended(page: Page, after: str, name: str) -> None:
    """Put a task in after another, and write what it is called."""
    shape(page, after)
    page.locator("[data-action='append.user-task']").click()
    page.keyboard.type(name)
    shape(page, "ut_inhibition")


def picked(page: Page, label: str, value: str) -> None:
    page.get_by_label(label, exact=True).select_option(value)


def tidied(page: Page) -> None:
    with page.expect_response(re.compile("/rita-om/")):
        page.locator("[data-do=tidy]").click()
    expect(page.locator("[data-state=changed], [data-state=saving]")).to_be_attached()
    saved(page)


def test_a_step_is_drawn_in_another_lane_and_mended_where_it_is_wrong(
    pia: Page, real_engine: Engine, axe_script: str
) -> None:
    draft = opened(pia)
    ready(pia, draft + DRAWN)
    expect(pia.locator("[data-count]")).to_have_text("Inga fel i den här filen.", timeout=LONG)

    appended(pia, "ut_beslut", "Läs beslutet")
    saved(pia)
    wrong = pia.get_by_role("button", name="Uppgiften ”Läs beslutet”: uppgiften saknar formulär")
    wrong.click()
    expect(pia.locator(".bio-properties-panel-header-label")).to_have_text("Läs beslutet")
    expect(pia.locator(".app-finding")).to_have_count(1)
    assert "saknar formulär" in str(pia.locator(".app-finding").get_attribute("title"))

    picked(pia, "Aktör (bana)", "lane_socialtjansten")
    picked(pia, "Formulär", "f24_stod_betanketid")
    picked(pia, "Frist", "DL-42")
    pia.get_by_label("Lagrum", exact=True).fill("UtlL 5:15")
    pia.get_by_label("Ansvar", exact=True).focus()
    expect(pia.locator("[data-count]")).to_have_text("Inga fel i den här filen.", timeout=LONG)
    tidied(pia)

    expect(pia.locator("[data-drawn]")).to_be_hidden()
    expect(pia.locator("[data-elsewhere]")).to_be_hidden()
    assert pia.evaluate("window.broken") == []
    assert violations(pia, axe_script) == []
    page = real_engine.drafts.read_draft(person(real_engine), draft.rpartition("/")[2])
    assert page.touched == (FILE,)
    assert page.findings == ()
    assert 'name="skydd.frist" value="DL-42"' in page.files[FILE]


def person(engine: Engine):
    found = engine.queries.person("agare")
    assert found is not None
    return found


def test_what_is_drawn_can_be_undone_with_the_keyboard(pia: Page) -> None:
    ready(pia, opened(pia) + DRAWN)
    before = pia.locator(".djs-shape").count()

    appended(pia, "ut_beslut", "Läs")
    assert pia.locator(".djs-shape").count() > before
    for _ in range(2):
        pia.keyboard.press("Control+z")

    expect(pia.locator(".djs-shape")).to_have_count(before)
    expect(pia.locator("[data-do=redo]")).to_have_attribute("aria-disabled", "false")


def test_the_second_owner_is_told_and_sees_both_versions(
    pia: Page, browser: Browser, address: str
) -> None:
    draft = opened(pia)
    ola = signed_in(browser, address, "agare2")
    for page in (pia, ola):
        ready(page, draft + DRAWN)
    appended(pia, "ut_beslut", "Pias steg")
    saved(pia)

    appended(ola, "ut_inhibition", "Olas steg")
    told = ola.locator("[data-stale]")
    expect(told).to_contain_text("Pia Ros sparade filen", timeout=LONG)
    expect(ola.get_by_text("Olas steg").first).to_be_visible()

    ola.get_by_role("button", name="Se den andras").click()
    expect(ola.get_by_text("Pias steg").first).to_be_attached()
    expect(ola.get_by_text("Olas steg")).to_have_count(0)
    ola.get_by_role("button", name="Se min").click()
    expect(ola.get_by_text("Olas steg").first).to_be_attached()
    ola.get_by_role("button", name="Låt min gälla").click()
    saved(ola)

    expect(told).to_be_hidden()
    ready(pia, draft + DRAWN)
    expect(pia.get_by_text("Olas steg").first).to_be_attached()


def test_the_others_version_can_be_taken(pia: Page, browser: Browser, address: str) -> None:
    draft = opened(pia)
    ola = signed_in(browser, address, "agare2")
    for page in (pia, ola):
        ready(page, draft + DRAWN)
    appended(pia, "ut_beslut", "Pias steg")
    saved(pia)
    appended(ola, "ut_inhibition", "Olas steg")

    ola.get_by_role("button", name="Låt den andras gälla").click()

    expect(ola.locator("[data-stale]")).to_be_hidden()
    expect(ola.get_by_text("Pias steg").first).to_be_attached()
    expect(ola.locator("[data-status]")).to_contain_text("Inget är ändrat")


def test_the_panel_the_menus_and_the_simulation_speak_swedish(pia: Page) -> None:
    ready(pia, opened(pia) + DRAWN)
    shape(pia, "ut_beslut")
    pia.locator("[data-action=replace]").click()
    menu = pia.locator(".djs-popup").inner_text()
    pia.keyboard.press("Escape")
    pia.locator(".bts-toggle-mode").click()
    titles = pia.locator("[data-canvas] [title]").evaluate_all("all => all.map((e) => e.title)")
    shown = pia.locator("[data-canvas], [data-properties]").all_inner_texts()

    assert "Anrop" in menu
    assert "Regeluppgift" in menu
    said = " ".join([menu, *titles, *shown]).lower()
    english = re.compile(
        r"\b(the|task|event|gateway|open|close|append|create|toggle|documentation)\b"
    )
    assert english.findall(said) == []
    assert pia.evaluate("window.broken") == []


def test_a_form_is_changed_and_saved(pia: Page, axe_script: str) -> None:
    ready(pia, opened(pia) + "/rita/forms/f24_stod_betanketid.form")
    pia.locator(".fjs-form-field-radio, .fjs-form-field-textarea").first.click()
    pia.get_by_text("Allmänt", exact=True).click()
    pia.get_by_label("Fråga", exact=True).fill("Vad behöver personen nu?")
    pia.get_by_label("Nyckel", exact=True).focus()
    saved(pia)

    expect(pia.locator("[data-count]")).to_have_text("Inga fel i den här filen.")
    assert pia.evaluate("window.broken") == []


def test_a_decision_table_is_changed_and_told_of_a_hole(pia: Page) -> None:
    ready(pia, opened(pia) + "/rita/domsratt.dmn")
    cell = pia.locator("td.input-cell").first
    cell.click()
    pia.keyboard.press("Control+a")
    pia.keyboard.type('"annat_land"')
    pia.locator("td.output-cell").first.click()
    saved(pia)

    expect(pia.locator("[data-count]")).not_to_have_text("Inga fel i den här filen.")
    assert pia.evaluate("window.broken") == []
