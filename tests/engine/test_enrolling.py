"""Accounts at the command line."""

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from engine.__main__ import main
from engine.bootstrap import build
from tests.conftest import settings

Run = Callable[..., Result]
WORDS = "fyra ord som inte hör ihop"
NEW = ("add", "eva", "--called", "Eva Alm", "--agency", "socialtjansten", "--by", "drift")


@pytest.fixture
def run(migrated_sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in ("SECRET_KEY", "MASTER_KEY", "ANCHOR_KEY"):
        monkeypatch.setenv(f"SKYDD_{name}", "only for tests")
    monkeypatch.setenv("SKYDD_DATABASE_URL", migrated_sqlite_url)

    def run(*arguments: str, typed: str = "") -> Result:
        return CliRunner().invoke(main, ["konto", *arguments], input=typed)

    return run


def test_an_account_is_made_and_the_password_asked_for(run: Run, migrated_sqlite_url: str) -> None:
    made = run(*NEW, "--role", "handlaggare", "--team", "Barn", typed=f"{WORDS}\n{WORDS}\n")
    engine = build(settings(migrated_sqlite_url))

    assert made.exit_code == 0
    assert made.output.endswith("eva kan logga in.\n")
    assert WORDS not in made.output
    assert engine.door.sign_in("eva", WORDS)
    engine.database.dispose()


def test_an_account_is_locked_opened_signed_out_and_reset(run: Run) -> None:
    run(*NEW, "--role", "handlaggare", "--password", WORDS)
    for verb, said in (("lock", "är spärrat"), ("unlock", "är öppet"), ("sign-out", "är utloggad"),
                       ("reset-codes", "ordnar nya engångskoder")):  # fmt: skip
        assert run(verb, "eva").exit_code == 2  # no reason
        done = run(verb, "eva", "--reason", "Prov", "--by", "drift")
        assert done.output == f"eva {said}.\n", verb
        (row,) = [each for each in json.loads(run("--json").output) if each["id"] == "eva"]
        assert row["locked"] == (verb == "lock")


def test_a_role_that_there_is_not_at_the_agency_is_refused(run: Run) -> None:
    wrong = run(*NEW, "--role", "administrator", "--password", WORDS)

    assert wrong.exit_code == 1
    assert "socialtjansten har inte administrator; där finns chef" in wrong.output
    nowhere = run("add", "eva", "--called", "E", "--agency", "x", "--role", "y",
                  "--password", WORDS)  # fmt: skip
    assert "inga alls" in nowhere.output


def test_a_bad_password_is_refused_in_a_sentence(run: Run) -> None:
    short = run(*NEW, "--role", "chef", "--password", "kort")

    assert short.exit_code == 1
    assert "minst 12 tecken" in str(short.exception)


def test_the_list_tells_where_accounts_come_from(run: Run) -> None:
    shown = run().output

    assert "Kommer från" in shown
    assert "demo" in shown


def test_roles_and_a_forgotten_password_are_given_anew(run: Run, migrated_sqlite_url: str) -> None:
    run(*NEW, "--role", "handlaggare", "--password", WORDS)
    why = ("--reason", "Prov", "--by", "drift")
    assert run("roles", "eva", "--role", "chef", *why).output == "eva har nu chef.\n"
    assert "har inte administrator" in run("roles", "eva", "--role", "administrator", *why).output
    other = "fem helt andra ord i rad"
    assert "nytt lösenord" in run("password", "eva", "--password", other, *why).output
    engine = build(settings(migrated_sqlite_url))
    found = engine.door.sign_in("eva", other)
    engine.database.dispose()

    assert found
    assert found.roles == {"chef"}
    assert "ändras där" in str(run("password", "soc", "--password", other, *why).exception)
