"""The pages of process owners on a real engine with the small set."""

from collections.abc import Callable

import pytest
from flask import Flask

from engine.bootstrap import Engine
from tests.engine.modelling.small import Owners
from tests.web.conftest import Browser
from tests.web.seated import sit
from web import create_app
from web.security import limiter

SignIn = Callable[[str], Browser]


@pytest.fixture
def owners(real_engine: Engine) -> Owners:
    return Owners(real_engine)


@pytest.fixture
def desk(owners: Owners) -> Flask:
    app = create_app(owners.engine)
    app.test_client_class = Browser
    limiter.reset()
    return app


@pytest.fixture
def sign_in(desk: Flask) -> SignIn:
    """Let somebody sign in without the page for it."""

    def enter(name: str) -> Browser:
        client: Browser = desk.test_client()  # type: ignore[assignment]
        sit(client, name)
        client.get("/", follow_redirects=True)
        return client

    return enter


@pytest.fixture
def pia(sign_in: SignIn) -> Browser:
    return sign_in("agare")


@pytest.fixture
def ola(sign_in: SignIn) -> Browser:
    return sign_in("agare2")
