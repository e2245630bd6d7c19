"""Finds a Chromium for the browser tests, or installs one: `python -m tests.ensure_browser`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from click import echo

SHELL = "chromium-headless-shell"
"""Chromium without windows that nobody looks at: a new page takes a quarter of the time."""
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SETTING = "SKYDD_CHROMIUM"
HELP = (
    "No browser for the tests. Install Chromium (on Debian: apt-get install chromium) or say where "
    f"one is: {SETTING}=/path/to/chromium make test"
)


def find_browser() -> str | None:
    """Return the path of the browser the tests use, or None."""
    if chosen := os.environ.get(SETTING):
        return shutil.which(chosen)
    return next(filter(None, map(shutil.which, NAMES)), None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (slow, and seldom needed)

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _install() -> None:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        echo("Installing Debian's headless Chromium ...")
        _run("apt-get", "update", "-qq")
        for package in (SHELL, "chromium"):
            _run("apt-get", "install", "-qq", "--yes", "--no-install-recommends", package)
            if find_browser():
                return
    if find_browser() is None:
        echo("No Chromium found: installing Playwright's own ...")
        _run(sys.executable, "-m", "playwright", "install", "chromium-headless-shell")


def _run(*command: str) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        echo(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}", err=True)


def _version(browser: str) -> str:
    command = [browser, "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)  # noqa: S603
    return done.stdout.strip()


def main() -> int:
    """Find or install, and say which."""
    if SETTING not in os.environ and shutil.which(SHELL) is None:
        _install()
    browser = find_browser()
    if browser is None:
        echo(HELP, err=True)
        return 1
    echo(f"Browser: {browser} ({_version(browser)})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
