"""Somebody with a local account, and somebody whom a real provider knows, on a real engine."""

from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest
from flask import Flask

from engine.bootstrap import Engine, build
from engine.model import Actor
from tests.conftest import MovedClock, settings
from tests.web.conftest import Browser
from tests.web.signin.real_provider import EVA as EVA_THERE
from tests.web.signin.real_provider import GREETS, RULES, RealProvider, started
from web import create_app
from web.security import limiter

WORDS = "fyra ord som inte hör ihop"
GIVEN = "ett lösenord från någon annan"
EVA = Actor("eva", "Eva Alm", "socialtjansten", frozenset({"handlaggare"}), "Barn och unga")


@pytest.fixture
def local(migrated_sqlite_url: str, clock: MovedClock) -> Iterator[Engine]:
    """An engine where Eva has an account with a password, and nobody is for show."""
    chosen = settings(migrated_sqlite_url).model_copy(update={"demo": False})
    built = build(chosen, clock)
    built.administering.add("prov", EVA, GIVEN)
    built.ownaccount.change_password(EVA, GIVEN, (WORDS, WORDS), "")
    yield built
    built.database.dispose()


@pytest.fixture
def pages(local: Engine) -> Flask:
    app = create_app(local)
    app.test_client_class = Browser
    limiter.reset()
    return app


@pytest.fixture
def eva(pages: Flask) -> Browser:
    """Eva's browser, at the sign-in page."""
    client = pages.test_client()
    assert isinstance(client, Browser)
    client.get("/logga-in")
    return client


@pytest.fixture
def secret(local: Engine) -> str:
    """The secret of Eva's authenticator."""
    made = local.ownaccount.begin_factor(EVA).secret
    local.ownaccount.confirm_factor(EVA, code_of(local, made), WORDS, "")
    local.clock.advance(minutes=1)  # type: ignore[attr-defined]
    return made


def code_of(engine: Engine, secret: str) -> str:
    """Return what the authenticator shows now."""
    return pyotp.TOTP(secret).at(engine.clock.now())


@pytest.fixture(scope="module")
def provider() -> Iterator[RealProvider]:
    with started() as running:
        yield running


@pytest.fixture
def hosted(
    provider: RealProvider, migrated_sqlite_url: str, clock: MovedClock, tmp_path: Path
) -> Iterator[Engine]:
    provider.tell(eva=EVA_THERE)
    (tmp_path / "claims.toml").write_text(RULES, encoding="utf-8")
    named = {"oidc_issuer": provider.issuer, "oidc_client_id": "skydd", "oidc_name": GREETS,
             "oidc_client_secret": "only for tests", "demo": False,
             "oidc_claims": tmp_path / "claims.toml"}  # fmt: skip
    built = build(settings(migrated_sqlite_url).model_copy(update=named), clock)
    yield built
    built.database.dispose()


@pytest.fixture
def host(hosted: Engine) -> Flask:
    app = create_app(hosted)
    app.test_client_class = Browser
    limiter.reset()
    return app


@pytest.fixture
def visitor(host: Flask) -> Browser:
    made = host.test_client()
    assert isinstance(made, Browser)
    return made
