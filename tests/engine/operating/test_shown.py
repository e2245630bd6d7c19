"""The settings as they are shown: no secret, and one table in the handbook."""

import pytest
from pydantic import ValidationError

from engine.config import ROOT, SECRETS, Settings
from engine.operating.shown import HIDDEN, masked, table, told_of

HANDBOOK = ROOT / "docs" / "operation.md"
SECRET = "hemligt-0123456789-hemligt-0123456789"  # noqa: S105


def test_no_secret_is_shown_and_of_an_address_only_where() -> None:
    given = dict.fromkeys(SECRETS, SECRET) | {
        "database_url": f"postgresql+psycopg://skydd:{SECRET}@db.exempel.se/skydd?password={SECRET}",
        "smtp_url": f"smtps://brev:{SECRET}@{SECRET}@post.exempel.se:465",
        "keys_url": f"sqlite:////var/lib/{SECRET[:7]}",
    }
    shown = dict(masked(Settings(**given)))

    assert SECRET not in str(shown)
    assert shown["SKYDD_MASTER_KEY"] == HIDDEN
    assert shown["SKYDD_DATABASE_URL"] == f"postgresql+psycopg://{HIDDEN}@db.exempel.se/skydd"
    assert shown["SKYDD_SMTP_URL"].endswith("post.exempel.se:465")
    assert shown["SKYDD_KEYS_URL"] == "sqlite:////var/lib/hemligt"
    assert shown["SKYDD_HOST"] == "127.0.0.1"


def test_a_file_that_holds_a_secret_is_told_of(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    (tmp_path / "n").write_text(SECRET)
    monkeypatch.delenv("SKYDD_ANCHOR_KEY", raising=False)
    monkeypatch.setenv("SKYDD_ANCHOR_KEY_FILE", str(tmp_path / "n"))

    assert dict(masked(Settings()))["SKYDD_ANCHOR_KEY"] == f"{HIDDEN} (ur SKYDD_ANCHOR_KEY_FILE)"


def test_the_handbook_has_the_table_as_the_program_has_it() -> None:
    assert table() in HANDBOOK.read_text(encoding="utf-8"), "skydd settings --table writes it"


def test_every_setting_has_its_text() -> None:
    rows = [row.split(" | ") for row in table().splitlines()[2:]]

    assert len(rows) == len(Settings.model_fields)
    assert all(len(row) == 3 and len(row[2]) > 10 for row in rows)


def test_settings_that_make_no_sense_are_named_all_and_not_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PORT", "hemligt")
    monkeypatch.setenv("SKYDD_POOL", "0")
    with pytest.raises(ValidationError) as refused:
        Settings()

    assert told_of(refused.value).endswith(": PORT, SKYDD_POOL")
