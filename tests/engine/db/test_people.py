"""Local accounts."""

from engine.model import Actor
from engine.passwords import hashed
from tests.engine.db.small import Office

NEW = Actor("ny", "Ny Person", "socialtjansten", frozenset({"handlaggare", "chef"}), "Vuxna")


def test_a_new_account_can_sign_in_with_its_roles(office: Office) -> None:
    office.engine.people.add([NEW], hashed("hemligt"))

    assert office.engine.door.sign_in("ny", "hemligt") == NEW


def test_an_account_that_exists_is_replaced(office: Office) -> None:
    moved = Actor("soc", "Ada Ek", "polismyndigheten", frozenset({"handlaggare"}))
    office.engine.people.add([moved], hashed("nytt"))

    assert office.person("soc") == moved
    assert office.engine.door.sign_in("soc", "skydd") is None


def test_the_other_accounts_are_left_alone(office: Office) -> None:
    before = office.engine.queries.people()
    office.engine.people.add([NEW], hashed("hemligt"))

    assert set(office.engine.queries.people()) == {*before, NEW}
