import re

from engine.secrecy.grounds import CONSENT, DEIDENTIFIED, GIVEN, GROUNDS, UNBOUND

LAW = re.compile(r"OSL [0-9]+:[0-9]+( [a-z])?(, OSL [0-9:]+|, [0-9]+:[0-9]+)?")


def test_every_ground_has_a_paragraph_unless_no_secrecy_is_lifted() -> None:
    without = {code for code, ground in GROUNDS.items() if not LAW.fullmatch(ground.law)}

    assert without == {DEIDENTIFIED, UNBOUND}


def test_a_ground_is_said_with_its_paragraph_and_tells_what_it_needs() -> None:
    assert str(GROUNDS["23"]) == "OSL 10:23 – begånget brott med lägst sex månaders fängelse"
    assert str(GROUNDS[DEIDENTIFIED]) == "avidentifierat, ingen kan pekas ut"
    assert all(ground.needs.endswith(".") for ground in GROUNDS.values())


def test_only_a_yes_is_a_consent() -> None:
    assert GIVEN.isdisjoint({"ej_tillfragad", "nekat", "aterkallat", "nej"})
    assert not GROUNDS[CONSENT].weighed


def test_what_a_person_must_weigh_is_never_used_by_itself() -> None:
    assert GROUNDS["15A"].weighed
    assert GROUNDS["18C"].weighed
    assert GROUNDS["20"].weighed
