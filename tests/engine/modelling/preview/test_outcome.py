from dataclasses import replace

import orjson

from engine.modelling.preview.outcome import AHEAD, CHOICE, Handed, Outcome, Shift, grouped

FULL = Outcome("v1", CHOICE, ("X",), ("Y",), ("Z",), (Handed("S", "a", "b"),),
               (Shift("S", "DL-10", -48),))  # fmt: skip


def test_an_outcome_is_kept_and_comes_back() -> None:
    assert Outcome.of(orjson.loads(orjson.dumps(FULL.row()))) == FULL
    assert Outcome.of(FULL.row()).key == FULL.key


def test_whatever_differs_makes_another_group() -> None:
    assert replace(FULL, ahead=()).key != FULL.key
    assert replace(FULL, version="v2").key != FULL.key


def test_the_gravest_come_first_then_the_most() -> None:
    few, many = Outcome("v1", AHEAD, ("X",)), Outcome("v1", AHEAD, ("Y",))

    found = grouped([("1", few), ("2", many), ("3", FULL), ("4", many)])

    assert [(g.outcome, g.cases) for g in found] == [
        (FULL, ("3",)), (many, ("2", "4")), (few, ("1",))]  # fmt: skip
