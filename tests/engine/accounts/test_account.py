"""What no system may be, whoever asks for it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from engine.access import PROCESS_OFFICE, SYSTEM
from engine.accounts.account import (
    AUDIT_READ,
    PROCESSES_CHANGE,
    TASKS_DO,
    ServiceAccount,
    require_sound,
)
from engine.errors import InvalidAnswers
from engine.model import Agency
from tests.conftest import MONDAY

POLICE = Agency("polismyndigheten", "Polismyndigheten", ("handlaggare", "chef"))
OFFICE = Agency(PROCESS_OFFICE, "Processledningen", ("processagare",))
SOUND = ServiceAccount(
    "k1", "Ärendesystemet", POLICE.id, frozenset({"handlaggare"}), frozenset({TASKS_DO}), MONDAY,
    "drift", MONDAY + timedelta(days=90),
)  # fmt: skip


def problems(entry: Agency | None = POLICE, /, **changed: object) -> set[str]:
    with pytest.raises(InvalidAnswers) as refused:
        require_sound(replace(SOUND, **changed), entry)  # type: ignore[arg-type]
    return set(refused.value.problems)


def test_a_sound_account_acts_for_its_agency_as_a_system() -> None:
    require_sound(SOUND, POLICE)

    assert SOUND.actor.agency == POLICE.id
    assert SOUND.actor.roles == {"handlaggare", SYSTEM}


@pytest.mark.parametrize("role", ["ordforande", "skyddsbehorig"])
def test_what_is_given_to_a_person_is_never_given_to_a_system(role: str) -> None:
    assert problems(roles=frozenset({role})) == {"roll"}


def test_it_has_no_role_that_its_agency_has_not() -> None:
    assert problems(roles=frozenset({"gruppledare"})) == {"roll"}
    assert problems(roles=frozenset({"processagare"})) == {"roll"}
    office = replace(SOUND, agency=OFFICE.id, scopes=frozenset({PROCESSES_CHANGE}))
    require_sound(replace(office, roles=frozenset({"processagare"})), OFFICE)
    assert problems(OFFICE, agency=OFFICE.id) == {"roll"}


def test_one_who_administers_is_let_see_no_case() -> None:
    for scope in (TASKS_DO, AUDIT_READ):
        administrator = frozenset({"administrator"})
        assert problems(roles=administrator, scopes=frozenset({scope})) == {"rattighet"}


def test_it_belongs_to_an_agency_may_do_something_known_and_ends() -> None:
    assert problems(None) == {"myndighet"}
    assert problems(replace(POLICE, signs_in=False)) == {"myndighet"}
    assert problems(scopes=frozenset()) == problems(scopes=frozenset({"allt"})) == {"rattighet"}
    assert problems(expires_at=MONDAY) == {"dagar"}
    assert problems(expires_at=MONDAY + timedelta(days=500)) == {"dagar"}
    assert problems(name="") == {"namn"}


def test_it_is_valid_until_it_expires_or_is_revoked() -> None:
    assert SOUND.is_valid(MONDAY)
    assert not SOUND.is_valid(SOUND.expires_at)
    assert not replace(SOUND, revoked_at=MONDAY).is_valid(MONDAY)
