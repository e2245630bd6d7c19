from dataclasses import replace
from datetime import UTC, datetime

import pytest

from engine import access
from engine.errors import Conflict, NotAllowed
from engine.model import Actor, Task

TASK = Task(
    "t", "c", "i", "ut#1", "lvu", "ut", "Besluta", "socialtjansten", "f14",
    datetime(2026, 3, 2, tzinfo=UTC), role="ordforande",
)  # fmt: skip
CHAIR = Actor("siv", "Siv Berg", "socialtjansten", frozenset({"ordforande"}))


def test_the_chair_may_complete_what_is_reserved_for_the_chair() -> None:
    access.require_can_complete(CHAIR, TASK)


def test_another_agency_may_not_complete_it() -> None:
    with pytest.raises(NotAllowed):
        access.require_can_complete(replace(CHAIR, agency="polismyndigheten"), TASK)


def test_one_without_the_role_may_not_complete_it() -> None:
    with pytest.raises(NotAllowed):
        access.require_can_complete(replace(CHAIR, roles=frozenset({"handlaggare"})), TASK)


def test_a_colleagues_task_is_not_taken_over_by_completing_it() -> None:
    with pytest.raises(Conflict, match="kollega"):
        access.require_can_complete(CHAIR, replace(TASK, assignee="ada"))


def test_ones_own_task_may_be_completed() -> None:
    access.require_can_complete(CHAIR, replace(TASK, assignee="siv"))


def test_an_event_may_only_be_registered_by_those_named() -> None:
    access.require_can_register(CHAIR, ("socialtjansten",))
    with pytest.raises(NotAllowed):
        access.require_can_register(CHAIR, ("iom",))


def test_only_a_chef_at_socialtjansten_may_close_by_hand() -> None:
    assert access.may_close(replace(CHAIR, roles=frozenset({"chef"})))
    assert not access.may_close(CHAIR)
    assert not access.may_close(replace(CHAIR, agency="iom", roles=frozenset({"chef"})))


@pytest.mark.parametrize(
    ("agency", "roles", "views"),
    [
        ("polismyndigheten", {"handlaggare"}, ()),
        ("polismyndigheten", {"handlaggare", "chef"}, ("landet", "egna")),
        ("jamstalldhetsmyndigheten", {"handlaggare"}, ("landet", "egna")),
        ("migrationsverket", {"handlaggare"}, ("tillstand", "egna")),
        ("regionkoordinator", {"handlaggare"}, ("egna",)),
        ("socialtjansten", {"handlaggare", "chef"}, ("egna",)),
        ("socialtjansten", {"handlaggare", "ordforande"}, ()),
        ("iom", {"handlaggare"}, ()),
    ],
)
def test_statistics_are_for_coordinators_chefs_and_the_national_rapporteur(
    agency: str, roles: set[str], views: tuple[str, ...]
) -> None:
    assert access.statistics_of(replace(CHAIR, agency=agency, roles=frozenset(roles))) == views


def test_a_substitute_has_the_absents_rights_and_no_more() -> None:
    ada = Actor("ada", "Ada Ek", "socialtjansten", frozenset({"handlaggare", "chef"}))
    absent = replace(CHAIR, roles=frozenset({"handlaggare", "gruppledare"}))
    acting = access.standing_in(ada, absent)

    assert (acting.id, acting.acting_for, acting.roles) == ("ada", "siv", absent.roles)
    access.require_unclaimed_by_others(acting, replace(TASK, assignee="siv"))


def test_what_the_law_gives_to_a_person_is_not_passed_on() -> None:
    ada = Actor("ada", "Ada Ek", "socialtjansten", frozenset({"handlaggare"}))
    vice = replace(ada, roles=frozenset({"ordforande"}))
    held = replace(TASK, assignee="siv")

    with pytest.raises(NotAllowed):
        access.require_can_complete(access.standing_in(ada, CHAIR), held)
    access.require_can_complete(access.standing_in(vice, CHAIR), held)


def test_nobody_stands_in_for_somebody_of_another_agency() -> None:
    with pytest.raises(NotAllowed):
        access.standing_in(replace(CHAIR, agency="iom"), CHAIR)


def test_a_gruppledare_and_a_chef_lead() -> None:
    leading = {role for role in ("handlaggare", "ordforande", "chef", "gruppledare")
               if access.leads(replace(CHAIR, roles=frozenset({role})))}  # fmt: skip

    assert leading == {"chef", "gruppledare"}


def test_a_second_person_with_the_role_approves() -> None:
    chef = replace(CHAIR, roles=frozenset({"chef"}))
    access.require_can_approve(chef, TASK, "chef", "ada")

    refused = [(CHAIR, "chef", "ada"), (chef, None, "ada"), (chef, "chef", chef.id),
               (replace(chef, agency="polismyndigheten"), "chef", "ada")]  # fmt: skip
    for actor, role, proposer in refused:
        with pytest.raises(NotAllowed):
            access.require_can_approve(actor, TASK, role, proposer)


def test_a_task_that_somebody_takes_is_not_given_to_them_by_another() -> None:
    now = datetime(2026, 3, 2, tzinfo=UTC)

    assert access.given_by_other(CHAIR, CHAIR, now) is None
    assert access.given_by_other(CHAIR, replace(CHAIR, id="bo"), now) == now


def test_who_may_see_what_is_masked_has_a_role_for_it_that_no_substitute_gets() -> None:
    seer = replace(CHAIR, id="eva", roles=frozenset({"handlaggare", "skyddsbehorig"}))

    access.require_reads_protected(seer)
    assert not access.reads_protected(access.standing_in(CHAIR, seer))
    with pytest.raises(NotAllowed):
        access.require_reads_protected(CHAIR)


def test_processes_are_owned_by_role_and_never_in_anothers_place() -> None:
    owner = Actor("agare", "Pia Ros", access.PROCESS_OFFICE, frozenset({access.PROCESS_OWNER}))

    assert access.owns_processes(owner)
    access.require_process_owner(owner)
    for other in (replace(owner, roles=frozenset({"chef"})), replace(owner, acting_for="x")):
        assert not access.owns_processes(other)
        with pytest.raises(NotAllowed):
            access.require_process_owner(other)


def test_how_the_processes_are_run_is_for_their_owners_and_readers_of_all_cases() -> None:
    owner = Actor("agare", "Pia Ros", access.PROCESS_OFFICE, frozenset({access.PROCESS_OWNER}))
    national = Actor("j", "J", "jamstalldhetsmyndigheten", frozenset({"handlaggare"}))
    chef = Actor("c", "C", "socialtjansten", frozenset({"chef"}))

    assert [access.may_analyse(each) for each in (owner, national, chef)] == [True, True, False]
    with pytest.raises(NotAllowed):
        access.require_may_analyse(replace(owner, acting_for="x"))


def test_tasks_are_not_given_to_one_who_only_reviews_the_log() -> None:
    reviewer = Actor("g", "G", "soc", frozenset({"granskare"}))
    both = Actor("h", "H", "soc", frozenset({"granskare", "handlaggare"}))

    assert (access.may_audit(reviewer), access.does_casework(reviewer)) == (True, False)
    assert (access.may_audit(both), access.does_casework(both)) == (True, True)


@pytest.mark.parametrize(
    ("role", "may"),
    [("chef", True), ("gruppledare", True), ("granskare", True), ("handlaggare", False)],
)
def test_an_archive_is_answered_for_by_leaders_and_reviewers_in_their_own_name(
    role: str, may: bool
) -> None:
    person = Actor("a", "A", "soc", frozenset({role}))

    assert access.may_dispose(person) == may
    assert not access.may_dispose(replace(person, acting_for="b"))
