from dataclasses import replace

import pytest

from engine.bootstrap import Engine
from engine.errors import NotFound, Stale
from engine.modelling.draft import DISCARDED, OPEN, Draft, Save
from tests.conftest import MONDAY

DRAFT = Draft("d1", "Ändring", "v1", "agare", MONDAY)


def save(path: str, content: str | None, author: str = "agare") -> Save:
    return Save("d1", path, content, author, MONDAY)


def test_a_draft_comes_back_with_the_newest_save_of_each_file(engine_on_both: Engine) -> None:
    with engine_on_both.store.transaction() as unit:
        unit.modeldrafts.add(DRAFT)
        unit.modeldrafts.keep([save("b", "1"), save("a", "1", "b"), save("b", None, "b")])
        unit.modeldrafts.keep([])
        found = unit.modeldrafts.locked("d1")

    newest = {"b": save("b", None, "b"), "a": save("a", "1", "b")}
    assert found == replace(DRAFT, saves=newest, authors=("agare", "b"))
    with engine_on_both.drafts.shelf.reading() as book:
        assert book.one("d1") == found
        (listed,) = book.all()
        assert {path: each.content for path, each in listed.saves.items()} == {"a": None, "b": None}
        assert [each.path for each in book.history("d1")] == ["b", "a", "b"]


def test_a_draft_is_moved_from_the_state_it_was_seen_in(engine_on_both: Engine) -> None:
    with engine_on_both.store.transaction() as unit:
        unit.modeldrafts.add(DRAFT)
        unit.modeldrafts.move(DRAFT, OPEN, "v2")
        assert unit.modeldrafts.one("d1").base == "v2"
        unit.modeldrafts.move(DRAFT, DISCARDED)

        with pytest.raises(Stale):
            unit.modeldrafts.move(DRAFT, OPEN)


def test_what_is_not_there_is_not_found(engine_on_both: Engine) -> None:
    with engine_on_both.drafts.shelf.reading() as book:
        with pytest.raises(NotFound):
            book.one("x")
        with pytest.raises(NotFound):
            book.base_files("x")
        assert book.live() == engine_on_both.publications.current()
