"""Stops, proposals and tombstones as rows."""

from datetime import date

import pytest

from engine.db.retention import tombstones
from engine.db.unit import SqlUnit
from engine.errors import NotFound, Stale
from engine.retention.holdings import DONE, DROPPED, Choice, Disposal, Erasure, Hold
from tests.conftest import MONDAY

HOLD = Hold("h", "c", "soc", "Rättegång", MONDAY, "siv")
PROPOSED = Disposal("d", "soc", MONDAY, "siv")
CHOICE = Choice("c", "personakt", "SoL", date(2031, 3, 3))
GONE = Erasure("c", "soc", MONDAY, "d", "personakt", "SoL")


def test_a_stop_is_kept_sealed_and_lifted_once(unit: SqlUnit) -> None:
    unit.retention.hold(HOLD)
    assert unit.retention.held("c", "soc") == unit.retention.hold_named("h") == HOLD
    assert unit.retention.held("c", "polis") is None
    assert "Rättegång" not in repr(unit._db.exec_driver_sql("SELECT * FROM holds").all())

    unit.retention.lift(HOLD, MONDAY, "ada")
    assert unit.retention.held("c", "soc") is None
    with pytest.raises(Stale):
        unit.retention.lift(HOLD, MONDAY, "ada")
    with pytest.raises(NotFound):
        unit.retention.hold_named("h")


def test_there_is_one_stop_at_a_time(unit: SqlUnit) -> None:
    unit.retention.hold(HOLD)
    with pytest.raises(Stale), unit._db.begin_nested():
        unit.retention.hold(Hold("h2", "c", "soc", "Igen", MONDAY, "ada"))


def test_a_proposal_waits_until_it_is_decided_once(unit: SqlUnit) -> None:
    unit.retention.propose(PROPOSED, [CHOICE])
    assert unit.retention.disposal("d") == (PROPOSED, [CHOICE])
    assert (unit.retention.proposed("soc"), unit.retention.proposed("polis")) == ({"c"}, set())

    decided = Disposal("d", "soc", MONDAY, "siv", DROPPED, MONDAY, "ada")
    unit.retention.decide(decided)
    assert unit.retention.proposed("soc") == set()
    with pytest.raises(NotFound):
        unit.retention.disposal("d")
    with pytest.raises(Stale):
        unit.retention.decide(Disposal("d", "soc", MONDAY, "siv", DONE, MONDAY, "ada"))


def test_an_agencys_case_is_found_by_its_number_until_it_is_erased(unit: SqlUnit) -> None:
    assert unit.retention.own_case("soc", "2026-00007") == "c"
    for agency, number in (("polis", "2026-00007"), ("soc", "2026-00008")):
        with pytest.raises(NotFound):
            unit.retention.own_case(agency, number)
    unit.retention.propose(PROPOSED, [CHOICE])
    for _ in range(2):
        unit.retention.erase(GONE)
    with pytest.raises(NotFound):
        unit.retention.own_case("soc", "2026-00007")


def test_a_tombstone_stays_when_the_transaction_has(unit: SqlUnit, engine_on_both) -> None:
    unit.retention.propose(PROPOSED, [CHOICE])
    unit.retention.erase(GONE)
    unit._db.commit()

    assert tombstones(engine_on_both.database) == [("c", "soc")]
