"""A published set is read once."""

from collections.abc import Iterator
from unittest.mock import Mock

import pytest

from engine.bootstrap import Engine, build
from engine.db import published as module
from engine.db.migrations import migrate
from engine.db.published import Published
from engine.errors import NotFound
from tests.conftest import MovedClock, settings
from tests.engine.bpmn.samples import REGISTERS, drawn, straight

RIGHT = REGISTERS | {"p.bpmn": drawn(straight("a", "b"))}
OTHER = REGISTERS | {"p.bpmn": drawn(straight("a", "c"))}
THIRD = REGISTERS | {"p.bpmn": drawn(straight("a", "x"))}


@pytest.fixture
def empty(sqlite_url: str, clock: MovedClock) -> Iterator[Engine]:
    built = build(settings(sqlite_url), clock)
    migrate(built.database)
    yield built
    built.database.dispose()


def test_a_version_is_read_once_and_another_is_another(empty: Engine, clock: MovedClock) -> None:
    first = empty.publish("tests", RIGHT)
    clock.advance(days=1)
    second = empty.publish("tests", OTHER)
    published = Published(empty.publications)

    assert published(first) is published(first)
    assert set(published(first).diagram("p").elements) ^ set(
        published(second).diagram("p").elements
    ) == {"b", "c"}
    with pytest.raises(NotFound):
        published("0" * 64)


def test_the_versions_last_asked_for_are_kept(
    empty: Engine, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT", 2)
    versions = []
    for files in (RIGHT, OTHER, THIRD):
        versions.append(empty.publish("tests", files))
        clock.advance(days=1)
    kept = Mock(wraps=empty.publications)
    published = Published(kept)

    for version in (*versions, *versions[1:], versions[0]):
        published(version)

    assert [call.args[0] for call in kept.files.call_args_list] == [*versions, versions[0]]
