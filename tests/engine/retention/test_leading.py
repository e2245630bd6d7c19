"""Only those who answer for an agency's archive, in their own name, may do anything about it."""

from dataclasses import replace

import pytest

from engine.errors import NotAllowed
from engine.retention.leading import leading, require_own, told
from tests.conftest import MONDAY
from tests.engine.db.small import Office


def test_a_leader_gets_a_transaction_and_nobody_else_does(office: Office) -> None:
    with leading(office.engine.store, office.chef) as unit:
        assert unit.current_version()
    with pytest.raises(NotAllowed), leading(office.engine.store, office.soc):
        raise AssertionError


def test_nobody_does_it_in_anothers_place(office: Office) -> None:
    standing_in = replace(office.chef, acting_for="soc.gruppledare")
    with pytest.raises(NotAllowed), leading(office.engine.store, standing_in):
        raise AssertionError


def test_another_agencys_is_not_ones_own(office: Office) -> None:
    require_own(office.chef, "socialtjansten")
    with pytest.raises(NotAllowed):
        require_own(office.chef, "polismyndigheten")


def test_an_entry_says_who_and_for_which_agency(office: Office) -> None:
    entry = told("retention_held", office.chef, "c", MONDAY, rule="x")

    assert (entry.actor, entry.agency) == ("soc.chef", "socialtjansten")
    assert entry.details == {"rule": "x"}
