"""Who may say that somebody is disqualified, and who may lift it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from engine.errors import InvalidAnswers, NotAllowed
from engine.model import Actor
from engine.staff.conflicts import (
    LONGEST,
    Disqualification,
    require_may_declare,
    require_may_lift,
    require_reason,
)

ADA = Actor("ada", "Ada Ek", "soc", frozenset({"handlaggare"}))
SIV = Actor("siv", "Siv Berg", "soc", frozenset({"chef"}))
FOUND = Disqualification("d", "c", "ada", "soc", "Granne.", "ada", datetime(2026, 3, 2, tzinfo=UTC))


def test_people_speak_for_themselves_and_a_chef_for_colleagues() -> None:
    require_may_declare(ADA, ADA)
    require_may_declare(SIV, ADA)


@pytest.mark.parametrize("actor", [ADA, replace(SIV, agency="polis"),
                                   replace(SIV, roles=frozenset({"gruppledare"}))])  # fmt: skip
def test_nobody_else_speaks_for_another(actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        require_may_declare(actor, replace(ADA, id="noor"))


def test_only_another_chef_of_the_agency_lifts_it() -> None:
    require_may_lift(SIV, FOUND)
    for actor in (ADA, replace(SIV, agency="polis"), replace(SIV, id="ada")):
        with pytest.raises(NotAllowed):
            require_may_lift(actor, FOUND)


def test_a_reason_is_asked_for() -> None:
    assert require_reason(" Granne.\0 ") == "Granne."
    for reason in ("", " \0 ", "x" * (LONGEST + 1)):
        with pytest.raises(InvalidAnswers):
            require_reason(reason)
