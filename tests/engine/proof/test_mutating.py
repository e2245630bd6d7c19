from collections.abc import Mapping, Sequence

from engine.modelling.rehearsals import Failure, Result
from engine.proof.mutants import CONDITION, Mutant
from engine.proof.mutating import BROKEN, CHECK, SCENARIO, SURVIVED, Score, coming_to, judged
from engine.proof.recording import Recording, Scenario
from tests.engine.modelling.small import LIVE, MAIN

FAULT = Mutant(CONDITION, "stod_och_skydd", "g", "ett fel", LIVE)
THERE = Recording("v", "f", (
    Scenario("a", "kommer dit", passed=("stod_och_skydd/g",)),
    Scenario("a", "kommer inte dit", passed=("stod_och_skydd/h",)),
))  # fmt: skip


class Ran:
    """Runs nothing, and says what came of it."""

    def __init__(self, result: Result) -> None:
        self.result, self.asked = result, list[str]()

    def __call__(self, files: Mapping[str, str], only: Sequence[str], first: bool) -> Result:
        self.asked += only
        return self.result


def test_only_scenarios_that_come_to_the_fault_are_run() -> None:
    ran = Ran(Result(0, (Failure("a", "kommer dit", "x", "y"),)))
    verdict = judged(FAULT, THERE, ran)

    assert (verdict.outcome, verdict.by, ran.asked) == (
        SCENARIO, "a: kommer dit", ["a: kommer dit"],
    )  # fmt: skip
    assert coming_to(FAULT, THERE) == ("a: kommer dit",)
    assert str(verdict) == "stod_och_skydd, ett fel: märks av a: kommer dit"


def test_what_nobody_notices_survives_and_so_does_what_nobody_comes_to() -> None:
    assert judged(FAULT, THERE, Ran(Result(1))).outcome == SURVIVED
    nowhere = judged(FAULT, Recording("v", "f", ()), Ran(Result(1)))
    assert nowhere.by == "(inget scenario kommer dit)"
    assert judged(FAULT, THERE, Ran(Result(0, broken="a\nnej"))).outcome == BROKEN


def test_the_check_comes_first() -> None:
    wrong = Mutant(CONDITION, "stod_och_skydd", "g", "ett fel",
                   LIVE | {MAIN: LIVE[MAIN].replace("'ja'", "'jo'")})  # fmt: skip
    ran = Ran(Result(1))

    assert judged(wrong, THERE, ran).outcome == CHECK
    assert ran.asked == []


def test_the_score_counts_what_passes_the_check() -> None:
    seen = judged(FAULT, THERE, Ran(Result(0, (Failure("a", "b", "", ""),))))
    left, broken = (judged(FAULT, THERE, Ran(r)) for r in (Result(1), Result(0, broken="x")))

    assert Score([seen, seen, left, broken]).percent == 67
    assert Score([broken]).percent is None
    assert seen.row()["outcome"] == "scenario"
