"""Systems of agencies, each with an account, asking an application that works."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from engine.accounts.account import SCOPES
from engine.bootstrap import Engine
from web import create_app
from web.security import limiter


@dataclass
class System:
    """A system with a token."""

    client: FlaskClient
    token: str
    id: str
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, **more: Any) -> TestResponse:
        """Ask as it is: no key, no tag."""
        headers = {"Authorization": f"Bearer {self.token}", **self.headers}
        headers |= more.pop("headers", {})
        return self.client.open(f"/api/v1{path}", method=method, headers=headers, **more)

    def get(self, path: str, **more: Any) -> TestResponse:
        return self.ask("GET", path, **more)

    def do(
        self, method: str, path: str, body: object = None, tag: str = "", key: str = ""
    ) -> TestResponse:
        """Send a command with a key, and the tag of what was seen."""
        headers = {"Idempotency-Key": key or str(uuid4())}
        headers |= {"If-Match": tag} if tag else {}
        return self.ask(method, path, headers=headers, json=body)

    def tag(self, path: str) -> str:
        """Return the tag of what is there now."""
        return self.get(path).headers["ETag"]


Systems = Callable[..., System]


@pytest.fixture
def api_app(real_engine: Engine) -> Flask:
    app = create_app(real_engine)
    limiter.reset()
    return app


@pytest.fixture
def system(api_app: Flask, real_engine: Engine) -> Systems:
    """Make an account at an agency, and let it ask."""

    def make(
        agency: str = "arbetsmiljoverket", *roles: str, scopes: tuple[str, ...] = tuple(SCOPES)
    ) -> System:
        account, token = real_engine.accounts.create(
            "test", agency, "Påhittat system", roles or ("handlaggare",), scopes, 30
        )
        return System(api_app.test_client(), token, account.id)

    return make


@pytest.fixture
def amv(system: Systems) -> System:
    return system()


@pytest.fixture
def opened(amv: System) -> dict[str, str]:
    """A case that the system of Arbetsmiljöverket has opened: its id and number."""
    answer = amv.do("POST", "/cases", {})
    assert answer.status_code == 201, answer.text
    return dict(answer.json)


@pytest.fixture
def police_case(system: Systems) -> tuple[System, str]:
    """The police's system, and the address of a case that it may tell of events."""
    police = system("polismyndigheten")
    return police, f"/cases/{police.do('POST', '/cases', {}).json['id']}"


@pytest.fixture
def task_id(amv: System, opened: dict[str, str]) -> str:
    """The first task of that case."""
    (task,) = amv.get("/tasks").json["items"]
    assert task["case_id"] == opened["id"]
    return str(task["id"])
