"""Consents, one per purpose: how they have changed, and who may know."""

from datetime import timedelta

import pytest

from engine.bpmn.definitions import read_folder
from engine.casebook.consents import PURPOSES, answers_in, form_for, may_answer, may_know
from engine.registers import Registers, read_registers
from tests.conftest import MONDAY

RK = PURPOSES["kontakt_rk"]


def entry(day: int, agency: str | None, **given: str) -> dict[str, object]:
    at = MONDAY + timedelta(days=day)
    return {"at": at, "agency": agency, "details": {"set": given}}


LOG = [
    entry(0, "polismyndigheten", samtycke_rk="nekat", samtycke_soc="givet"),
    entry(1, None, samtycke_rk="nekat"),
    entry(2, "regionkoordinator", samtycke_rk="givet"),
    {"at": MONDAY, "agency": None, "details": {}},
]


def test_an_answer_counts_when_it_differs_from_the_one_before() -> None:
    answers = answers_in(LOG, RK)

    assert [(a.value, a.agency) for a in answers] == [
        ("nekat", "polismyndigheten"), ("givet", "regionkoordinator"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("agency", "knows"),
    [("regionkoordinator", True), ("polismyndigheten", True), ("socialtjansten", False),
     ("migrationsverket", False)],
)  # fmt: skip
def test_a_consent_is_known_to_those_it_is_about_and_to_who_asked(agency: str, knows: bool) -> None:
    assert may_know(agency, RK, answers_in(LOG, RK)) is knows


def test_every_purpose_has_its_signal_and_its_variable_in_the_published_registers(
    published_registers: Registers,
) -> None:
    codes = published_registers.variables["aterkallat_samtycke"].codes

    for purpose in PURPOSES.values():
        assert purpose.code in codes
        assert purpose.variable in published_registers.variables
        assert published_registers.messages[purpose.signal].to_all
        assert purpose.variable in published_registers.messages[purpose.signal].fields
        assert purpose.concerns <= published_registers.agencies.keys()


def test_only_what_the_processes_can_be_told_of_is_answered_outside_a_task(
    published_registers: Registers,
) -> None:
    found = {p.code for p in PURPOSES.values() if may_answer(published_registers, p)}

    assert found == {"kontakt_rk", "betanketid", "sip", "nsp"}


def test_a_withdrawal_is_not_asked_why_and_not_what() -> None:
    asked = {field.key for field in form_for(withdrawal=True).fields}

    assert asked == {"datum", "lamnat", "foretradare", "tolk", "sprak"}
    assert {"svar", "information"} <= {f.key for f in form_for(withdrawal=False).fields}


@pytest.fixture(scope="module")
def published_registers(processes_folder) -> Registers:
    return read_registers(read_folder(processes_folder))
