"""The protected part of a case inside a transaction, on both databases."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from engine.bootstrap import Engine
from engine.db.tables import permits
from engine.db.unit import SqlUnit
from engine.errors import NotFound, Stale
from engine.secrecy.protected import Marked, Permit
from tests.conftest import MONDAY

PERMIT = Permit("p", "c", "soc", "ada", MONDAY, "Till förhandlingen")


def test_a_marking_takes_the_place_of_the_one_before(unit: SqlUnit) -> None:
    assert unit.protection.marked("c") is None
    first = Marked("c", "skyddat_boende", "soc", "ada", MONDAY)
    unit.protection.mark(first)
    unit.protection.mark(replace(first, code="ingen", agency="polis"))

    assert unit.protection.marked("c") == replace(first, code="ingen", agency="polis")


def test_a_request_is_kept_with_its_reason_sealed(unit: SqlUnit, engine_on_both: Engine) -> None:
    unit.protection.ask(PERMIT)
    stored = unit._db.execute(select(permits.c.reason)).scalar_one()

    assert unit.protection.permit("c", "p") == PERMIT
    assert "förhandlingen".encode() not in bytes(stored)
    with pytest.raises(NotFound):
        unit.protection.permit("annat", "p")


def test_two_do_not_approve_the_same_request(unit: SqlUnit) -> None:
    unit.protection.ask(PERMIT)
    unit.protection.approve(replace(PERMIT, approved_by="bo", until=MONDAY))
    with pytest.raises(Stale):
        unit.protection.approve(replace(PERMIT, approved_by="eva", until=MONDAY))

    assert unit.protection.permit("c", "p").approved_by == "bo"
