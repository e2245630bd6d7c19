from dataclasses import replace

from engine.model import Actor, Agency
from engine.modelling.proposal import (
    PUBLISH,
    Proposal,
    PublicationEvent,
    approvals,
    capacity_of,
    deciders,
    decides_for,
)
from tests.conftest import MONDAY

SOC = Agency("soc", "Socialtjänsten", ("handlaggare", "chef"))
RK = Agency("rk", "Regionkoordinator", ("handlaggare",))
AGENCIES = {"soc": SOC, "rk": RK}
PROPOSAL = Proposal("p", PUBLISH, None, "v2", "v1", "Skäl", "pia", MONDAY, needs=("rk", "soc"))


def person(id_: str, agency: str, *roles: str) -> Actor:
    return Actor(id_, id_, agency, frozenset(roles))


def test_who_decides_for_an_agency_has_a_role_for_it_where_there_is_one() -> None:
    assert decides_for(person("a", "soc", "chef"), SOC)
    assert not decides_for(person("a", "soc", "handlaggare"), SOC)
    assert not decides_for(person("a", "rk", "chef"), SOC)
    assert decides_for(person("a", "rk", "handlaggare"), RK)
    assert not decides_for(replace(person("a", "soc", "chef"), acting_for="b"), SOC)


def test_one_person_decides_in_one_capacity() -> None:
    both = person("ola", "soc", "processagare", "chef")

    assert capacity_of(both, PROPOSAL, {}, AGENCIES) == "processagare"
    assert capacity_of(both, PROPOSAL, {"processagare": "x"}, AGENCIES) == "soc"
    assert capacity_of(both, PROPOSAL, {"processagare": "ola"}, AGENCIES) is None
    assert capacity_of(replace(both, id="pia"), PROPOSAL, {}, AGENCIES) is None
    assert capacity_of(person("a", "soc", "chef"), PROPOSAL, {"soc": "b"}, AGENCIES) is None


def test_an_agency_that_is_gone_from_the_register_has_nobody() -> None:
    assert capacity_of(person("a", "soc", "chef"), PROPOSAL, {}, {"rk": RK}) is None


def test_approvals_are_read_out_of_what_was_done() -> None:
    events = [PublicationEvent(MONDAY, "proposed", "v2", "pia"),
              PublicationEvent(MONDAY, "approved", "v2", "ola", "p", "processagare")]  # fmt: skip

    assert approvals(events) == {"processagare": "ola"}
    assert PROPOSAL.capacities == ("processagare", "rk", "soc")


def test_everybody_who_may_decide_is_found() -> None:
    people = [person("ola", "x", "processagare"), person("pia", "x", "processagare"),
              person("a", "soc", "chef"), person("b", "soc", "handlaggare"),
              person("c", "rk", "handlaggare")]  # fmt: skip

    assert deciders(people, PROPOSAL, AGENCIES) == ["ola", "a", "c"]
