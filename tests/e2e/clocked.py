"""The application as gunicorn serves it, at a time that a test moves: it is read from a file."""

import os
from datetime import datetime
from pathlib import Path

from flask import Flask

from engine.bootstrap import build
from tests.conftest import settings
from web import create_app

URL, CLOCK = "E2E_DATABASE_URL", "E2E_CLOCK"


class FileClock:
    """A clock that all processes read, and one moves."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def now(self) -> datetime:
        return datetime.fromisoformat(self.file.read_text())

    def set(self, now: datetime) -> None:
        new = self.file.with_suffix(".new")
        new.write_text(now.isoformat())
        new.replace(self.file)


def make() -> Flask:
    clock = FileClock(Path(os.environ[CLOCK]))
    return create_app(build(settings(os.environ[URL]), clock, channel="webb"))
