"""The book of accounts; what is done with it is tested in tests/engine/entrance."""

import pytest

from engine.bootstrap import Engine
from engine.entrance.account import Source
from engine.entrance.secondfactor import SecondFactor
from engine.errors import Conflict, NotFound
from engine.model import Actor
from tests.conftest import MONDAY

EVA = Actor("oidc:1", "Eva Alm", "socialtjansten", frozenset({"handlaggare"}), "Barn")


def test_a_subject_has_one_account_and_a_name_too(engine_on_both: Engine) -> None:
    with engine_on_both.store.transaction() as unit:
        unit.people.add(EVA, Source.OIDC, subject=("i", "s"))
        found = unit.people.of_subject("i", "s")
        assert found is not None
        assert (found.person, found.source) == (EVA, Source.OIDC)
        assert unit.people.of_subject("i", "S") is None
    for other, subject in ((EVA, ("i", "t")), (Actor("oidc:2", "X", "iom"), ("i", "s"))):
        with pytest.raises(Conflict), engine_on_both.store.transaction() as unit:
            unit.people.add(other, Source.OIDC, subject=subject)


def test_a_second_factor_comes_back_as_it_was_kept(engine_on_both: Engine) -> None:
    factor = SecondFactor("soc", "HEMLIG", MONDAY, 7, 2, MONDAY)
    with engine_on_both.store.transaction() as unit:
        unit.people.keep_factor(factor)
        unit.people.keep_codes("soc", ["a", "b"])
    with engine_on_both.store.transaction() as unit:
        assert unit.people.factor("soc") == factor
        assert unit.people.one("soc").second_factor
        assert unit.people.use_code("soc", "a", MONDAY)
        assert not unit.people.use_code("soc", "a", MONDAY)
        assert not unit.people.use_code("polis", "b", MONDAY)
        assert unit.people.codes_left("soc") == 1
        unit.people.forget_factor("soc")
        assert unit.people.factor("soc") is None
        assert unit.people.codes_left("soc") == 0


def test_there_is_no_account_of_nobody(engine_on_both: Engine) -> None:
    with engine_on_both.store.transaction() as unit, pytest.raises(NotFound):
        unit.people.one("ingen")
