"""The editor of forms speaks Swedish: what form-js itself says, whatever is chosen in it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from engine.bootstrap import Engine
from tests.web.owners_pages import opened, ready, signed_in
from tests.web.serving import served
from web import create_app
from web.security import limiter

ENGLISH = re.compile(
    r"\b(the|this|that|of|with|and|is|are|be|an|or|not|from|which|when|should|must|create|remove|"
    r"add|delete|click|open|close|select|search|element|value|values|field|label|view|button|table|"
    r"picker|preview|dynamic|static|items?|expression|input|output|group|spacer|separator|image|"
    r"tag|file|document|containers?|action|default|required|optional|columns?|key|unique|form|none|"
    r"contains|toggle|layout|date|source|disabled|read|only|submitted|general|condition)\b",
    re.IGNORECASE,
)
SAID = """() => {
  const said = [];
  const ours = (each) => each.closest(".fjs-form-field") && !each.closest(".fjs-context-pad");
  for (const each of document.querySelectorAll("[data-canvas] *")) {
    if (ours(each) || each.closest("svg, [data-entry-id='skydd.variabel'], .bjs-powered-by"))
      continue;
    for (const name of ["title", "aria-label", "placeholder", "alt"])
      if (each.getAttribute(name)) said.push(each.getAttribute(name));
    for (const node of each.childNodes)
      if (node.nodeType === 3 && node.textContent.trim()) said.push(node.textContent.trim());
  }
  return said;
}"""
OPEN = """() => {
  for (const kind of ["group", "collapsible-entry"])
    for (const each of document.querySelectorAll(`.bio-properties-panel-${kind}-header:not(.open)`))
      each.querySelector(".bio-properties-panel-arrow")?.click();
}"""
KINDS = (
    "text",
    "textfield",
    "datetime",
    "checkbox",
    "number",
    "button",
    "expression",
    "table",
    "iframe",
)
"""Of the palette, beside those that the form has: every group of properties is in some of them."""


@pytest.fixture
def pia(browser: Browser, real_engine: Engine) -> Iterator[Page]:
    app = create_app(real_engine)
    limiter.reset()
    for address in served(app):
        yield signed_in(browser, address)


def said(page: Page) -> set[str]:
    """Return all that the editor says now, with every group of the panel open."""
    for _ in range(2):
        page.evaluate(OPEN)
        page.wait_for_timeout(100)
    texts = set(page.evaluate(SAID))
    for each in page.locator(".bio-properties-panel-tooltip-wrapper").all():
        each.hover()
        page.wait_for_timeout(300)
        texts |= set(page.evaluate(SAID))
    return texts


def test_nothing_in_the_editor_of_forms_is_english(pia: Page) -> None:
    ready(pia, opened(pia) + "/rita/forms/f24_stod_betanketid.form")
    texts = said(pia)
    for kind in ("radio", "checklist", "textarea"):
        pia.locator(f".fjs-form-field-{kind}").first.click(position={"x": 3, "y": 3})
        texts |= said(pia)
    for kind in KINDS:
        pia.locator(f".fjs-palette-field[data-field-type={kind}]").press("Enter")
        texts |= said(pia)

    assert len(texts) > 120
    assert sorted(text for text in texts if ENGLISH.search(text)) == []
