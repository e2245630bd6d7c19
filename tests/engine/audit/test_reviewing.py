"""Reviewers look, conclude and take out; each look is an entry, and nobody else may."""

from collections.abc import Callable

import pytest

from engine.audit.reviewing import Reviewing
from engine.bootstrap import Engine
from engine.errors import Conflict, InvalidAnswers, NotFound
from engine.model import Actor, Case
from tests.engine.db.reviewer import wanted

OWN = "myndighet:socialtjansten"


@pytest.fixture
def soc(engine: Engine) -> Actor:
    return next(each for each in engine.queries.people() if each.id == "soc")


@pytest.fixture
def reviewer(engine: Engine) -> Actor:
    return next(each for each in engine.queries.people() if each.id == "granskare")


@pytest.fixture
def case(engine: Engine, soc: Actor) -> Case:
    opened = engine.casework.open_case(soc)
    engine.readings.note(soc, opened.id, "cases.case")
    return opened


def kinds(engine: Engine, reviewer: Actor) -> list[str]:
    return [line.kind for line in engine.reviewing.log.page(reviewer, wanted()).lines]


def test_every_look_is_noted(engine: Engine, reviewer: Actor, case: Case) -> None:
    reviewing = engine.reviewing
    reviewing.search(reviewer, wanted(number=case.number, kind="last", person="soc"))
    reviewing.outside(reviewer, wanted(control="utan_uppdrag"))
    reviewing.bursts(reviewer, wanted(control="manga"))
    reviewing.sample(reviewer, "")
    reviewing.entry(reviewer, OWN, 1)
    assert kinds(engine, reviewer) == ["searched"] * 5 + ["read"]

    assert len(reviewing.take_out(reviewer, wanted(person="granskare"))) == 5
    assert kinds(engine, reviewer)[0] == "exported"


def test_a_conclusion_is_kept_and_sent_twice_kept_once(
    engine: Engine, reviewer: Actor, case: Case
) -> None:
    for _ in range(2):
        engine.reviewing.conclude(reviewer, (OWN, 1), "obehorig", "Ingen uppgift.", "k1")
    line, marks = engine.reviewing.entry(reviewer, OWN, 1)

    assert line.verdict == "obehorig"
    assert [(each.note, each.actor) for each in marks] == [("Ingen uppgift.", "granskare")]
    with pytest.raises(InvalidAnswers):
        engine.reviewing.conclude(reviewer, (OWN, 1), "obehorig")


def test_nobody_reviews_what_they_did_themselves(engine: Engine, reviewer: Actor) -> None:
    engine.reviewing.search(reviewer, wanted())

    with pytest.raises(Conflict, match="själv"):
        engine.reviewing.conclude(reviewer, (OWN, 1), "utan_anmarkning")


def test_a_months_sample_is_of_a_month_that_is_over(engine: Engine, reviewer: Actor) -> None:
    assert engine.reviewing.sample(reviewer, "2026-03") == ("2026-02", ())


ACTS: dict[str, Callable[[Reviewing, Actor], object]] = {
    "search": lambda r, a: r.search(a, wanted()),
    "outside": lambda r, a: r.outside(a, wanted()),
    "bursts": lambda r, a: r.bursts(a, wanted()),
    "sample": lambda r, a: r.sample(a, ""),
    "entry": lambda r, a: r.entry(a, OWN, 1),
    "take_out": lambda r, a: r.take_out(a, wanted()),
    "conclude": lambda r, a: r.conclude(a, (OWN, 1), "utan_anmarkning"),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_for_everybody_else_there_is_nothing(
    engine: Engine, soc: Actor, case: Case, act: Callable[[Reviewing, Actor], object]
) -> None:
    before = engine.store.denials()
    with pytest.raises(NotFound):
        act(engine.reviewing, soc)

    assert engine.store.denials() == before + 1
