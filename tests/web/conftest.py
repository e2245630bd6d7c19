import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from werkzeug.test import TestResponse

from engine.bootstrap import Engine, build
from tests.conftest import MovedClock, settings
from tests.web.fake_engine import PASSWORD, FakeEngine
from web import create_app
from web.security import limiter


@pytest.fixture(scope="session", autouse=True)
def compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let every application use the templates that the first one has compiled."""
    usual = Flask.jinja_options
    folder = tmp_path_factory.mktemp("templates")
    Flask.jinja_options = {**usual, "bytecode_cache": FileSystemBytecodeCache(str(folder))}
    yield
    Flask.jinja_options = usual


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def real_engine(migrated_sqlite_url: str, clock: MovedClock) -> Iterator[Engine]:
    """An engine that works, with the published processes and the synthetic people."""
    built = build(settings(migrated_sqlite_url), clock)
    yield built
    built.database.dispose()


@pytest.fixture(scope="session")
def one_app() -> Flask:
    """One application for all tests: its templates take a while to compile."""
    return create_app(FakeEngine())  # type: ignore[arg-type]


@pytest.fixture
def app(one_app: Flask, engine: FakeEngine) -> Flask:
    one_app.extensions["engine"] = engine
    limiter.reset()
    return one_app


class Browser(FlaskClient):
    """A client that posts forms as a browser does: with the token of the page it has seen."""

    token = ""

    def open(self, *args, **kwargs) -> TestResponse:
        answer = super().open(*args, **kwargs)
        shown = answer.text if answer.mimetype == "text/html" else ""
        found = re.search(r'name="_csrf" value="([^"]+)"', shown)
        self.token = found[1] if found else self.token
        return answer

    def send(self, path: str, **data) -> TestResponse:
        return self.post(path, data={"_csrf": self.token, **data})

    def sign_in(self, name: str = "ada", **data) -> TestResponse:
        self.get("/logga-in")
        return self.send("/logga-in", namn=name, losenord=PASSWORD, **data)


@pytest.fixture
def stranger(app: Flask) -> Browser:
    app.test_client_class = Browser
    return app.test_client()


@pytest.fixture
def ada(stranger: Browser) -> Browser:
    """Ada Ek, chef at Socialtjänsten, signed in and looking at her work list."""
    stranger.sign_in()
    stranger.get("/")
    return stranger
