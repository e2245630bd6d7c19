"""Whose load a leader sees, and when a week ends."""

from dataclasses import replace
from datetime import UTC, datetime

from engine.model import Actor
from engine.staff.workload import end_of_week, leads_over

MAX = Actor("max", "Max Ståhl", "soc", frozenset({"gruppledare"}), "Barn")
ADA = Actor("ada", "Ada Ek", "soc", frozenset({"handlaggare"}), "Barn")


def test_a_gruppledare_sees_the_unit_and_a_chef_the_agency() -> None:
    noor = replace(ADA, id="noor", team="Vuxen")
    chef = replace(MAX, roles=frozenset({"chef"}))

    assert leads_over(MAX, ADA)
    assert not leads_over(MAX, noor)
    assert leads_over(chef, noor)
    assert leads_over(replace(MAX, team=""), noor)
    assert not leads_over(replace(chef, agency="polis"), ADA)


def test_a_week_ends_with_sunday_in_stockholm() -> None:
    sunday = datetime(2026, 3, 8, 23, 0, tzinfo=UTC)

    assert end_of_week(datetime(2026, 3, 2, 9, tzinfo=UTC)) == sunday
    assert end_of_week(datetime(2026, 3, 8, 22, 59, tzinfo=UTC)) == sunday
    assert end_of_week(sunday) == datetime(2026, 3, 15, 23, 0, tzinfo=UTC)
