"""What axe-core finds on a page, and what the page's own policy broke."""

import json

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = json.dumps({"runOnly": RULES, "resultTypes": ["violations"]})
PATIENCE = 60_000
"""Milliseconds. A page that never answers is a finding; a promise would be waited for for ever."""
JUDGE = f"""Promise.race([
  axe.run({OPTIONS}).then((found) => found.violations),
  new Promise((_, refuse) => setTimeout(refuse, {PATIENCE}, new Error("axe never ended"))),
])"""
LISTEN = """window.broken = [];
addEventListener("securitypolicyviolation", (e) => broken.push(e.violatedDirective + e.sample));"""
"""A script that keeps what the page's own policy stopped."""


def violations(page: Page, axe: str) -> list[str]:
    """Return the rules that the page breaks as it stands, each with the place."""
    page.evaluate(axe)
    broken = page.evaluate(JUDGE)
    return [f"{each['id']}: {node['html']}" for each in broken for node in each["nodes"]]


def too_wide(page: Page) -> int:
    """Return by how many pixels the page has to be moved sideways, once there is a page."""
    page.locator("main").wait_for()
    return max(0, page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
