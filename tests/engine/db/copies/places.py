"""Where copies come from and go to."""

from dataclasses import replace
from pathlib import Path

from engine.bootstrap import Engine

SECRET = "a key for copies that is long enough"  # noqa: S105


def with_key(engine: Engine) -> Engine:
    """The same engine, with a key for copies of keys."""
    changed = engine.settings.model_dump(exclude={"port", "debug"}) | {"backup_key": SECRET}
    return replace(engine, settings=type(engine.settings)(**changed))


def filled(engine: Engine) -> Engine:
    engine = with_key(engine)
    person = engine.queries.person("polis")
    assert person is not None
    engine.casework.open_case(person)
    engine.audit.anchor("tests")
    engine.casework.open_case(person)
    return engine


def in_(folder: Path) -> tuple[Path, Path]:
    """A file for the copy, and one for the keys."""
    return folder / "kopia.tar", folder / "nycklar"
