"""People as the verbs find them: colleagues only."""

import pytest

from engine.db.unit import SqlUnit
from engine.errors import NotFound


def test_a_colleague_is_somebody_of_the_same_agency(unit: SqlUnit) -> None:
    assert unit.staff.colleague("soc", "socialtjansten").id == "soc"
    for person, agency in (("soc", "polismyndigheten"), ("nobody", "socialtjansten")):
        with pytest.raises(NotFound):
            unit.staff.colleague(person, agency)
