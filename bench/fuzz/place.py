"""Databases with people and processes in them, for what is sent to them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from engine.bootstrap import Engine, build
from engine.db.migrations import migrate
from engine.demo import add_people
from tests.conftest import MovedClock, settings
from tests.engine.db.small import FILES, Office


@contextmanager
def engine_at(url: str) -> Iterator[Engine]:
    """Give an engine with the published processes and the synthetic people."""
    built = build(settings(url), MovedClock())
    migrate(built.database)
    built.publish("bench")
    add_people(built)
    try:
        yield built
    finally:
        built.database.dispose()


@contextmanager
def small_office(url: str) -> Iterator[Office]:
    """Give the same, with the small processes in force."""
    with engine_at(url) as engine:
        office = Office(engine)
        office.publish(FILES)
        yield office
