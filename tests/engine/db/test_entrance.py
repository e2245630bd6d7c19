"""The entrance is put together by the settings."""

from datetime import timedelta

from engine.bootstrap import build
from tests.conftest import settings


def test_the_settings_decide_how_long_and_for_whom(migrated_sqlite_url: str) -> None:
    changed = {"session_idle": 30, "session_longest": 90, "demo": False}
    engine = build(settings(migrated_sqlite_url).model_copy(update=changed))

    assert engine.door.limits.idle == timedelta(minutes=30)
    assert engine.door.limits.longest == timedelta(minutes=90)
    assert engine.door.sign_in("soc", "skydd") is None
    engine.database.dispose()
