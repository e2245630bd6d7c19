"""Unsafe settings are refused, all at once, in Swedish, and no secret is told."""

from pathlib import Path
from typing import Any

import pytest

from engine.config import Settings
from engine.errors import Unsafe
from engine.operating.safety import is_local_database, is_local_host, require_safe, unsafe

LONG = "a secret that is long enough for anybody"
SAFE: dict[str, Any] = {
    "database_url": "postgresql+psycopg://skydd@db.exempel.se/skydd",
    "keys_url": "postgresql+psycopg://skydd@nycklar.exempel.se/nycklar",
    "host": "0.0.0.0",  # noqa: S104
    "https": True,
    "address": "https://skydd.exempel.se",
    "secret_key": f"{LONG} 1",
    "master_key": f"{LONG} 2",
    "anchor_key": f"{LONG} 3",
    "demo": False,
}


def found(**changed: Any) -> str:
    return "\n".join(unsafe(Settings(**SAFE | changed)))


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FLASK_DEBUG", "SKYDD_MASTER_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)


def test_what_is_meant_for_earnest_is_safe() -> None:
    assert found() == ""
    require_safe(Settings(**SAFE))


def test_the_demonstration_on_one_machine_is_safe_whatever_it_listens_on(tmp_path: Path) -> None:
    shown = {"demo": True, "https": False, "keys_url": "", "secret_key": "kort"}
    files = {"database_url": f"sqlite:///{tmp_path / 'd.sqlite'}"}

    assert found(**shown, **files) == ""


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"https": False}, "SKYDD_HTTPS är av"),
        ({"secret_key": "kort"}, "SKYDD_SECRET_KEY har färre än 32 tecken"),
        ({"master_key": "kort"}, "SKYDD_MASTER_KEY har färre än 32 tecken"),
        ({"metrics_token": "kort"}, "SKYDD_METRICS_TOKEN har färre än 32 tecken"),
        ({"backup_key": "kort"}, "SKYDD_BACKUP_KEY har färre än 32 tecken"),
        ({"master_key": SAFE["secret_key"]}, "måste vara tre olika hemligheter"),
        ({"demo": True}, "SKYDD_DEMO och SKYDD_HTTPS är på"),
        ({"demo": True, "https": False}, "databasen finns på en annan maskin"),
        ({"keys_url": SAFE["database_url"]}, "samma databas"),
        ({"FLASK_DEBUG": True}, "FLASK_DEBUG är på"),
        ({"address": "http://skydd.exempel.se"}, "börjar inte med https://"),
    ],
)
def test_what_is_unsafe_is_told(changed: dict[str, Any], told: str) -> None:
    assert told in found(**changed)


def test_the_same_database_is_known_however_it_is_written(tmp_path: Path) -> None:
    one, other = f"sqlite:///{tmp_path}/a/../d.sqlite", f"sqlite:///{tmp_path}/d.sqlite"
    named = "postgresql+psycopg://nyckel:x@db.exempel.se:5432/skydd"

    assert "samma databas" in found(database_url=one, keys_url=other)
    assert "samma databas" in found(keys_url=named)
    assert "samma databas" not in found(keys_url=f"{named}2")


def test_everything_is_told_at_once_and_no_secret() -> None:
    with pytest.raises(Unsafe) as refused:
        require_safe(
            Settings(
                **SAFE | {"https": False, "secret_key": "kort", "keys_url": SAFE["database_url"]}
            )
        )

    assert len(refused.value.found) == 3
    assert str(refused.value).count("\n  – ") == 3
    assert "kort" not in str(refused.value)


def test_a_master_key_that_all_can_read_beside_the_keys_is_unsafe(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "master_key"
    file.write_text(LONG)
    monkeypatch.setenv("SKYDD_MASTER_KEY_FILE", str(file))
    beside = {"keys_url": f"sqlite:///{tmp_path / 'keys.sqlite'}"}

    file.chmod(0o644)
    assert "kan läsas av alla" in found(**beside)
    assert "kan läsas av alla" not in found()
    file.chmod(0o600)
    assert "kan läsas av alla" not in found(**beside)


def test_what_is_local_is_known() -> None:
    local = (
        "sqlite:///x",
        "postgresql://a/",
        "postgresql:///b?host=/run/pg",
        "postgresql://[::1]/b",
    )
    far = ("postgresql://db.exempel.se/b", "postgresql:///b?host=10.0.0.4")

    assert all(is_local_database(url) for url in (*local[:1], *local[2:]))
    assert not any(is_local_database(url) for url in (*far, local[1]))
    assert [is_local_host(h) for h in ("localhost", "127.0.0.2", "::1", "0.0.0.0", "x.se")] == [  # noqa: S104
        True, True, True, False, False,
    ]  # fmt: skip
