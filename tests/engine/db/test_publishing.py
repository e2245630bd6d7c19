from dataclasses import replace
from datetime import timedelta

import pytest

from engine.bootstrap import Engine
from engine.errors import NotFound, Stale
from engine.modelling.proposal import PUBLISH, Proposal, PublicationEvent
from tests.conftest import MONDAY

PROPOSAL = Proposal("p1", PUBLISH, "d1", "v2", "v1", "Skäl", "agare", MONDAY, needs=("a", "b"))


def test_a_proposal_comes_back_and_is_settled_once(engine_on_both: Engine) -> None:
    later = replace(PROPOSAL, id="p2", at=MONDAY + timedelta(1), effective_at=MONDAY)
    with engine_on_both.store.transaction() as unit:
        book = unit.publications
        book.propose(PROPOSAL)
        book.propose(later)

        assert book.proposal("p1") == PROPOSAL
        assert book.proposals() == [later, PROPOSAL]
        book.settle(PROPOSAL, "done")
        assert [each.id for each in book.proposals(("waiting",))] == ["p2"]
        with pytest.raises(Stale):
            book.settle(PROPOSAL, "rejected")
        with pytest.raises(NotFound):
            book.proposal("x")


def test_events_come_back_in_order(engine_on_both: Engine) -> None:
    one = PublicationEvent(MONDAY, "proposed", "v2", "agare", "p1", reason="Skäl")
    two = PublicationEvent(MONDAY, "approved", "v2", "agare2", "p1", "processagare")
    with engine_on_both.store.transaction() as unit:
        before = len(unit.publications.events())
        unit.publications.note(one)
        unit.publications.note(two)
        assert unit.publications.events("p1") == [one, two]
        assert len(unit.publications.events()) == before + 2


def test_what_is_published_is_known_the_newest_first(engine_on_both: Engine) -> None:
    with engine_on_both.store.transaction() as unit:
        unit.publications.publish("v9", {"a": "b"}, "agare", MONDAY + timedelta(1))
        assert next(iter(unit.publications.known().items())) == ("v9", MONDAY + timedelta(1))
        assert unit.publications.running() == {}

    assert engine_on_both.publications.current() == "v9"


def test_cases_are_counted_by_the_version_they_run_on(engine_on_both: Engine) -> None:
    soc = engine_on_both.queries.person("soc")
    assert soc is not None
    for _ in range(2):
        engine_on_both.casework.open_case(soc)
    version = engine_on_both.publications.current()

    with engine_on_both.versions.shelf.reading() as book:
        assert book.running() == {version: 2}


def test_what_a_command_publishes_is_kept_too(engine_on_both: Engine) -> None:
    with engine_on_both.versions.shelf.reading() as book:
        (event,) = book.events()

    assert (event.kind, event.actor, event.version) == (
        "published", "tests", engine_on_both.publications.current(),
    )  # fmt: skip
