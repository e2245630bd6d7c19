"""A message that meets a database that is away: it waits, and nobody has to see to it."""

from dataclasses import replace

from tests.conftest import MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.post import ROWS, Post
from tests.engine.rowed import Away


def test_a_message_that_finds_the_database_away_waits_and_is_not_dead(
    store: MemoryStore, clock: MovedClock
) -> None:
    post = Post(store, clock)
    post.run("lyssnar")
    post.send("hej")
    replace(post.messages, processes=Away(ROWS)).deliver("c")

    assert post.pending() == ["hej"]
    assert store.incidents() == []
