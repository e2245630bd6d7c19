"""A real OpenID Provider in a process of its own, and a browser that goes to it and back."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import requests
from sqlalchemy import select
from werkzeug.test import TestResponse

from engine.bootstrap import Engine
from engine.db.tables import trail
from tests.web.conftest import Browser

SCRIPT = Path(__file__).with_name("provider.mjs")
NODE = Path(sys.executable).with_name("node")
HERE = "http://localhost"
BACK, OUT = f"{HERE}/logga-in/svar", f"{HERE}/logga-in"
STEPS = 12
GREETS = "Arbetsgivarens konto"
RULES = """
[ansprak]
namn = "name"
myndighet = "agency"
roller = "roles"
enhet = "team"

[myndigheter]
"SE-soc" = "socialtjansten"
"SE-polis" = "polismyndigheten"
"SE-it" = "systemforvaltning"

[roller]
"skydd-handlaggare" = ["handlaggare"]
"skydd-chef" = ["handlaggare", "chef"]
"skydd-admin" = ["administrator"]
"""
EVA = {"name": "Eva Alm", "agency": "SE-soc", "roles": ["skydd-handlaggare", "vpn"],
       "team": "Barn och unga"}  # fmt: skip


@dataclass
class RealProvider:
    """The provider's address, and what it is told to do."""

    issuer: str
    process: subprocess.Popen[str]

    def tell(self, fault: str = "", **people: object) -> None:
        """Let it know these people, and answer rightly or not."""
        told = {"fault": fault} | ({"people": people} if people else {})
        requests.post(f"{self.issuer}/styr", json=told, timeout=10).raise_for_status()

    def stop(self) -> None:
        """Take it down."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)  # node may stand behind a starter
        self.process.wait()

    def sign_in(self, address: str, name: str) -> str:
        """Sign in there as a browser does, and return where it sends the browser back to."""
        browser = requests.Session()
        for _ in range(STEPS):
            answer = browser.get(address, allow_redirects=False, timeout=10)
            if answer.is_redirect:
                address = urljoin(address, answer.headers["Location"])
            else:
                address = _filled_in(browser, address, answer.text, name)
            if address.startswith(HERE):
                return address
        raise AssertionError("the provider leads nowhere")


def _filled_in(browser: requests.Session, address: str, page: str, name: str) -> str:
    found = re.search(r'<form[^>]* action="([^"]+)"', page)
    prompt = re.search(r'name="prompt" value="(\w+)"', page)
    assert found, page
    assert prompt, page
    typed = {"prompt": prompt[1], "login": name, "password": "påhittat"}
    answer = browser.post(urljoin(address, found[1]), typed, allow_redirects=False, timeout=10)
    return urljoin(address, answer.headers["Location"])


@contextmanager
def started() -> Iterator[RealProvider]:
    """Run the provider until we are done with it."""
    command = [str(NODE), str(SCRIPT), BACK, OUT]
    with subprocess.Popen(  # noqa: S603  our own script
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout
        provider = RealProvider(process.stdout.readline().strip(), process)
        try:
            yield provider
        finally:
            provider.stop()


def begin(browser: Browser, till: str = "") -> str:
    """Press the button on our page; return where it sends the browser."""
    answer = browser.get("/logga-in/tjanst", query_string={"till": till} if till else {})
    assert answer.status_code == 302, answer.text
    return answer.location


def come_back(browser: Browser, address: str) -> TestResponse:
    """Open the address that the provider sent the browser to."""
    parts = urlsplit(address)
    return browser.get(f"{parts.path}?{parts.query}")


def whole_round(
    browser: Browser, provider: RealProvider, name: str, till: str = ""
) -> TestResponse:
    """Go to the provider, sign in, and come back."""
    return come_back(browser, provider.sign_in(begin(browser, till), name))


def why(engine: Engine) -> list[str]:
    """Return why somebody was refused, by the trail."""
    query = select(trail.c.facts).where(trail.c.kind == "sign_in_refused")
    with engine.database.connect() as connection:
        return [str(each) for each in connection.scalars(query.order_by(trail.c.sequence))]
