"""The settings, read from the environment."""

from pathlib import Path

import pytest
from pydantic import ValidationError
from pydantic_settings import SettingsError

from engine.config import ROOT, SECRETS, Settings, local_secret


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "HOST", "PROCESSES", "HTTPS", "DEMO"):
        monkeypatch.delenv(f"SKYDD_{name}", raising=False)
    monkeypatch.delenv("PORT", raising=False)
    monkeypatch.setenv("SKYDD_SECRET_KEY", "only for tests")


def test_without_an_environment_everything_stays_on_this_machine() -> None:
    settings = Settings()

    assert settings.database_url.startswith(f"sqlite:///{ROOT}")
    assert (settings.host, settings.port, settings.https) == ("127.0.0.1", 8000, False)
    assert settings.processes == ROOT / "processes"


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SKYDD_DATABASE_URL", "postgresql+psycopg://skydd")
    monkeypatch.setenv("SKYDD_PROCESSES", str(tmp_path))
    monkeypatch.setenv("SKYDD_HTTPS", "true")
    monkeypatch.setenv("PORT", "9000")
    settings = Settings()

    assert (settings.database_url, settings.port) == ("postgresql+psycopg://skydd", 9000)
    assert (settings.processes, settings.https) == (tmp_path, True)
    assert settings.secret_key == "only for tests"  # noqa: S105


def test_a_setting_that_makes_no_sense_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "many")

    with pytest.raises(ValidationError, match="PORT"):
        Settings()


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings().port = 1  # type: ignore[misc]


def test_a_local_secret_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret_key"
    first = local_secret(path)

    assert local_secret(path) == first
    assert len(first) >= 48
    assert path.stat().st_mode & 0o077 == 0


def test_two_machines_have_two_secrets(tmp_path: Path) -> None:
    assert local_secret(tmp_path / "one") != local_secret(tmp_path / "two")


def test_e_mail_links_to_where_the_pages_are(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings().link == "http://localhost:8000/aviseringar"
    monkeypatch.setenv("SKYDD_ADDRESS", "https://skydd.exempel.se/")

    assert Settings().link == "https://skydd.exempel.se/aviseringar"


def test_a_secret_may_be_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SKYDD_SECRET_KEY")
    for name in ("SECRET_KEY", "MASTER_KEY", "DATABASE_URL"):
        (tmp_path / name).write_text(f"{name} i en fil\n", encoding="utf-8")
        monkeypatch.setenv(f"SKYDD_{name}_FILE", str(tmp_path / name))
    settings = Settings()

    assert settings.secret_key == "SECRET_KEY i en fil"  # noqa: S105
    assert settings.master_key == "MASTER_KEY i en fil"
    assert settings.database_url == "DATABASE_URL i en fil"
    assert Settings(master_key="given").master_key == "given"


def test_what_is_no_secret_is_read_from_no_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "host").write_text("0.0.0.0")  # noqa: S104
    monkeypatch.setenv("SKYDD_HOST_FILE", str(tmp_path / "host"))

    assert Settings().host == "127.0.0.1"


def test_a_secret_given_twice_or_in_a_file_that_is_not_there_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SKYDD_SECRET_KEY_FILE", str(tmp_path / "none"))
    with pytest.raises(SettingsError, match="är båda satta"):
        Settings()
    monkeypatch.delenv("SKYDD_SECRET_KEY")
    with pytest.raises(SettingsError, match="SKYDD_SECRET_KEY_FILE: filen går inte att läsa"):
        Settings()


def test_every_secret_is_a_setting() -> None:
    assert Settings.model_fields.keys() >= SECRETS


def test_a_refused_setting_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKYDD_POOL", "hemligt")

    with pytest.raises(ValidationError) as refused:
        Settings()
    assert "hemligt" not in str(refused.value)
