"""Claims become an agency, roles and a unit by the mapping, and never more than it says."""

from dataclasses import replace
from typing import Any

import pytest

from engine.access import ADMIN_OFFICE, PROCESS_OFFICE
from engine.entrance.claims import ClaimRules, id_of, roles_at
from engine.errors import Unwelcome
from engine.model import Actor, Agency

ISSUER = "https://id.exempel.se"
AGENCIES = {
    "soc": Agency("soc", "Socialtjänsten", ("handlaggare", "chef")),
    "polis": Agency("polis", "Polisen", ("handlaggare",)),
    "tyst": Agency("tyst", "Tyst", ("handlaggare",), signs_in=False),
}
RULES = ClaimRules.read("""
[ansprak]
myndighet = "org.number"
roller = "groups"
enhet = "unit"
[myndigheter]
1 = "soc"
2 = "polis"
3 = "tyst"
4 = "finns_inte"
5 = "systemforvaltning"
[roller]
h = "handlaggare"
c = ["handlaggare", "chef"]
a = ["administrator"]
s = ["system"]
g = ["granskare"]
""")


def person(groups: object = ("h",), org: object = "1", **more: object) -> Actor:
    listed = list(groups) if isinstance(groups, tuple) else groups
    claims: dict[str, Any] = {"sub": "s", "org": {"number": org}, "groups": listed}
    return RULES.person(ISSUER, claims | more, AGENCIES)


def test_claims_become_a_person_with_the_roles_that_are_mapped() -> None:
    found = person(("c", "g", "vpn"), name="Eva Alm", unit=["Barn"])

    assert found == Actor(id_of(ISSUER, "s"), "Eva Alm", "soc",
                          frozenset({"handlaggare", "chef", "granskare"}), "Barn")  # fmt: skip


@pytest.mark.parametrize(
    ("shown", "good"), [("loa3", True), ("loa4", True), ("loa1", False), (None, False), ([], False)]
)
def test_who_has_shown_too_little_does_not_come_in(shown: object, good: bool) -> None:
    rules = replace(RULES, levels=("loa3", "loa4"))
    claims = {"sub": "s", "org": {"number": "1"}, "groups": ["h"], "acr": shown}
    if good:
        assert rules.person(ISSUER, claims, AGENCIES).agency == "soc"
    else:
        with pytest.raises(Unwelcome, match="too_weak"):
            rules.person(ISSUER, claims, AGENCIES)


def test_what_has_to_be_shown_is_read() -> None:
    text = '[myndigheter]\n1 = "soc"\n[roller]\nh = "handlaggare"\n[styrka]\nacr = {}'

    assert ClaimRules.read(text.format('["loa3", "loa4"]')).levels == ("loa3", "loa4")
    assert ClaimRules.read(text.format('"loa3"')).levels == ("loa3",)
    assert RULES.levels == ()


def test_a_role_that_there_is_not_at_the_agency_is_dropped() -> None:
    assert person(("c",), "2").roles == {"handlaggare"}
    assert person(("h", "a", "s")).roles == {"handlaggare"}


@pytest.mark.parametrize(
    ("groups", "org", "why"),
    [
        (("h",), "9", "no_agency"), (("h",), None, "no_agency"), (("h",), {"x": 1}, "no_agency"),
        (("h",), ["1", "2"], "several_agencies"), ((), "1", "no_role"), (("vpn",), "1", "no_role"),
        (7, "1", "no_role"), (("a",), "1", "no_role"), (("h",), "3", "no_role"),
        (("h",), "4", "no_role"), (("h",), "5", "no_role"), (("s",), "1", "no_role"),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_refused_with_a_reason(groups: Any, org: object, why: str) -> None:
    with pytest.raises(Unwelcome) as refused:
        person(groups, org)

    assert refused.value.why == why


def test_an_administrator_works_where_no_case_can_be() -> None:
    assert person(("a", "c", "g"), "5").roles == {"administrator"}
    assert roles_at(ADMIN_OFFICE, AGENCIES) == {"administrator"}
    assert roles_at(PROCESS_OFFICE, AGENCIES) == {"processagare"}


def test_names_are_plain_and_not_too_long() -> None:
    assert person(name=" Eva ").name == "Eva"
    assert len(person(name="x" * 500, unit="y" * 500).name) == 120
    assert person().name == id_of(ISSUER, "s")


def test_the_same_subject_of_two_providers_is_two_people() -> None:
    assert id_of(ISSUER, "s") != id_of("https://annan.exempel.se", "s")
    assert id_of(ISSUER, "s") != id_of(ISSUER, "S")
    assert id_of(ISSUER, "s").startswith("oidc:")
    assert len(id_of(ISSUER, "s" * 900)) == 37


@pytest.mark.parametrize("text", ["", "[roller]\na = 'x'", "[x]\ny = 1", "= fel"])
def test_a_mapping_that_is_none_is_refused_when_it_starts(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        ClaimRules.read(text)
