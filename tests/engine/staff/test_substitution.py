"""Who may stand in for whom, and on which days."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from engine.errors import InvalidAnswers
from engine.model import Actor
from engine.staff.substitution import Substitution, may_arrange, require_sound

MARCH = [date(2026, 3, day) for day in range(1, 32)]
NEW = Substitution("n", "ada", "bo", "soc", MARCH[9], MARCH[19], "semester", "ada",
                   datetime(2026, 3, 2, tzinfo=UTC))  # fmt: skip
ADA = Actor("ada", "Ada Ek", "soc", frozenset({"handlaggare"}))


def problems(new: Substitution, *others: Substitution) -> dict[str, str]:
    try:
        require_sound(new, others, MARCH[1])
    except InvalidAnswers as error:
        return error.problems
    return {}


def test_both_days_are_included() -> None:
    assert [day for day in MARCH if NEW.covers(day)] == MARCH[9:20]
    assert not replace(NEW, ended_at=NEW.made_at).covers(MARCH[10])


def test_one_without_others_around_may_be_made() -> None:
    assert problems(NEW) == {}
    assert problems(replace(NEW, last_day=NEW.first_day)) == {}


@pytest.mark.parametrize(
    ("change", "question"),
    [({"last_day": MARCH[8]}, "till"), ({"first_day": date(2025, 1, 1), "last_day": MARCH[0]},
     "till"), ({"reason": "sjuk"}, "skal"), ({"substitute": "ada"}, "ersattare")],
)  # fmt: skip
def test_what_does_not_hold_is_said_at_its_question(
    change: dict[str, object], question: str
) -> None:
    assert list(problems(replace(NEW, **change))) == [question]  # type: ignore[arg-type]


def test_a_second_substitute_for_the_same_days_is_refused() -> None:
    other = replace(NEW, id="o", substitute="siv", first_day=MARCH[19], last_day=MARCH[25])

    assert "redan en ersättare 20 mars 2026 till 26 mars 2026" in problems(NEW, other)["ersattare"]
    assert problems(NEW, replace(other, first_day=MARCH[20])) == {}
    assert problems(NEW, replace(other, ended_at=NEW.made_at)) == {}


def test_a_substitute_who_is_away_is_refused() -> None:
    away = replace(NEW, id="o", absent="bo", substitute="siv")

    assert "själv borta" in problems(NEW, away)["ersattare"]


def test_a_substitute_may_not_be_substituted() -> None:
    already = replace(NEW, id="o", absent="siv", substitute="ada")

    assert "En ersättare kan inte ersättas" in problems(NEW, already)["ersattare"]


def test_one_may_stand_in_for_several() -> None:
    assert problems(NEW, replace(NEW, id="o", absent="siv")) == {}


def test_the_absent_and_leaders_of_the_agency_may_arrange_it() -> None:
    leader = Actor("max", "Max Ståhl", "soc", frozenset({"gruppledare"}))

    assert may_arrange(ADA, ADA)
    assert may_arrange(leader, ADA)
    assert may_arrange(replace(leader, roles=frozenset({"chef"})), ADA)
    assert not may_arrange(replace(leader, roles=frozenset({"handlaggare"})), ADA)
    assert not may_arrange(replace(leader, agency="polis"), ADA)
