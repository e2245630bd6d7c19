"""Errands as rows: those of a case, and those of a list of work."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from engine.casebook.errands import Errand
from engine.db import errands
from engine.db.tables import errands as table
from engine.db.unit import SqlUnit
from engine.errors import NotFound, Stale
from engine.model import Actor
from tests.conftest import MONDAY

SOC = Actor("soc", "Ada Ek", "soc")
RING = Errand("e1", "c", "soc", {"rubrik": "Ring"}, MONDAY, "soc", "2026-03-01", "soc")
SKRIV = replace(RING, id="e2", answers={"rubrik": "Skriv"}, due_day=None, assignee=None)
KLAR = replace(RING, id="e3", done_at=MONDAY, done_by="soc")


@pytest.fixture
def kept(unit: SqlUnit) -> SqlUnit:
    for each in (SKRIV, KLAR, RING):
        unit.errands.add(each)
    return unit


def test_a_list_of_work_has_the_open_ones_the_most_urgent_first(kept: SqlUnit) -> None:
    def listed(actor: Actor, **more: bool) -> list[tuple[str, str, bool, bool]]:
        lines = errands.open_of_agency(kept._db, kept._vault, actor, MONDAY, **more)
        return [(line.title, line.case_number, line.mine, line.passed) for line in lines]

    assert listed(SOC) == [
        ("Ring", "2026-00007", True, True),
        ("Skriv", "2026-00007", False, False),
    ]
    assert listed(SOC, mine=True) == [("Ring", "2026-00007", True, True)]
    assert listed(Actor("polis", "Per Asp", "polis")) == []


def test_a_case_has_the_open_ones_first(kept: SqlUnit) -> None:
    found = errands.of_case(kept._db, kept._vault, "c", "soc")

    assert [errand.id for errand, _ in found] == ["e1", "e2", "e3"]
    assert list(errands.of_case(kept._db, kept._vault, "c", "polis")) == []


def test_an_errand_is_found_by_its_own_agency_in_its_own_case(kept: SqlUnit) -> None:
    assert kept.errands.one("c", "soc", "e1") == RING
    for place in (("c", "polis", "e1"), ("annat", "soc", "e1"), ("c", "soc", "x")):
        with pytest.raises(NotFound):
            kept.errands.one(*place)


def test_a_change_of_what_has_changed_meanwhile_is_refused(kept: SqlUnit) -> None:
    done = replace(SKRIV, done_at=MONDAY + timedelta(hours=1), done_by="soc")
    kept.errands.change(SKRIV, done)

    assert kept.errands.one("c", "soc", "e2") == done
    with pytest.raises(Stale):
        kept.errands.change(SKRIV, replace(SKRIV, assignee="bo"))


def test_what_it_says_is_sealed_and_goes_with_its_compartment(kept: SqlUnit) -> None:
    assert "Ring" not in repr(kept._db.execute(select(table)).all())
    kept._vault.erase("c", "soc")

    (first, _), *_ = errands.of_case(kept._db, kept._vault, "c", "soc")
    assert first.answers == {"rubrik": "Innehållet är gallrat"}
