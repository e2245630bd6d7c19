"""The examples in docs/api.md run as they stand there."""

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
from click.testing import CliRunner

from engine.accounts.account import SCOPES
from engine.admitting import servicekonto
from engine.bootstrap import Engine
from engine.config import ROOT
from tests.web.serving import served
from web import create_app
from web.security import limiter

TEXT = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
(PYTHON,) = (text for language, text in BLOCKS if language == "python")
SHELL = [text for language, text in BLOCKS if not language]


@pytest.fixture
def address(real_engine: Engine) -> Iterator[str]:
    app = create_app(real_engine)
    limiter.reset()
    yield from served(app)


@pytest.fixture
def token(real_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> str:
    """The token that the first example shows."""
    monkeypatch.setattr("engine.admitting.build", lambda: real_engine)
    commands = [shlex.split(line) for line in SHELL[0].replace("\\\n", " ").splitlines()]
    shown = ""
    for words in commands:
        (account, *_) = [each.id for each in real_engine.accounts.accounts()] or [""]
        given = [account if word == "ID" else word for word in words[2:]]
        if "revoke" in given:
            break  # the session below still needs it
        shown = shown or CliRunner().invoke(servicekonto, given, catch_exceptions=False).output
    return shown.splitlines()[-1]


def test_the_session_runs_as_it_is_written(
    address: str, token: str, real_engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    known: dict[str, Any] = {"address": address, "token": token}
    exec(PYTHON, known)  # noqa: S102  our own document
    said = capsys.readouterr().out

    assert "Registrera misstanke" in said
    assert "422 {" in said
    assert real_engine.overview()[0]["number"] == known["case"]["number"]


def test_the_request_without_the_client_opens_a_case(address: str, token: str) -> None:
    import requests  # noqa: PLC0415

    head, _, body = SHELL[1].partition("\n\n")
    (first, *rest) = head.splitlines()
    headers = dict(line.split(": ", 1) for line in rest)
    headers["Authorization"] = f"Bearer {token}"
    method, path, _ = first.split()
    answer = requests.request(method, address + path, headers=headers, data=body, timeout=30)

    assert answer.status_code == 201, answer.text


def test_every_scope_is_explained() -> None:
    assert [scope for scope in SCOPES if f"`{scope}`" not in TEXT] == []
