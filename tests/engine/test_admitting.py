"""`skydd servicekonto`: create, list and revoke."""

import json

import pytest
from click.testing import CliRunner

from engine.admitting import servicekonto
from engine.bootstrap import Engine

CREATE = ["create", "--agency", "polismyndigheten", "--name", "Durtvå", "--role", "handlaggare",
          "--scope", "uppgifter:läsa", "--by", "drift"]  # fmt: skip


@pytest.fixture
def run(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("engine.admitting.build", lambda: engine)

    def invoke(*words: str) -> str:
        result = CliRunner().invoke(servicekonto, words, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.output

    return invoke


def test_the_token_is_shown_once_and_works(run, engine: Engine) -> None:
    token = run(*CREATE).splitlines()[-1]
    found = engine.accounts.recognise(token)

    assert found is not None
    assert found.name == "Durtvå"
    assert token not in run("list") + run("list", "--json")


def test_what_stands_is_listed_with_when_it_ends_and_was_used(run) -> None:
    assert "inga servicekonton" in run("list")
    made = json.loads(run(*CREATE, "--json"))
    (row,) = json.loads(run("list", "--json"))["accounts"]

    assert row == {name: value for name, value in made.items() if name != "token"}
    assert row["last_used_at"] is None
    assert row["scopes"] == ["uppgifter:läsa"]


def test_a_revoked_account_no_longer_works(run, engine: Engine) -> None:
    made = json.loads(run(*CREATE, "--json"))
    run("revoke", made["id"], "--by", "drift")

    assert engine.accounts.recognise(made["token"]) is None
    assert "Återkallat" in run("list")
    assert made["id"] in run("list")
