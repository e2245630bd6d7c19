"""Makes pytest-playwright drive the machine's own Chromium, and hands tests axe-core."""

from pathlib import Path
from typing import Any

import pytest

from tests.ensure_browser import HELP, find_browser

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--accept-lang=sv-SE",  # what pages are asked for in, where a test says nothing else
)
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


def pytest_configure(config: pytest.Config) -> None:
    # pytest-playwright 0.10 asks for its base_url in a way that pytest 9.2 warns of.
    config.addinivalue_line(
        "filterwarnings", "ignore:Session-scoped fixtures defined as instance methods"
    )


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    browser = find_browser()
    assert browser, HELP
    return {**browser_type_launch_args, "executable_path": browser, "args": [*FLAGS]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "sv-SE", "timezone_id": "Europe/Stockholm"}


@pytest.fixture(scope="session")
def axe_script() -> str:
    """The text of axe-core, for page.evaluate: it passes a strict Content-Security-Policy."""
    return AXE.read_text(encoding="utf-8")
