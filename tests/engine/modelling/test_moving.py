from datetime import timedelta

import pytest

from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from engine.model import Case
from engine.modelling.moves import ASK, ASKED, HELD, MOVE, MOVED, STAY, STAYED, UNDONE
from engine.modelling.proposal import Proposal
from tests.engine.modelling.fleet import (
    ASKS_ELSE,
    NEW_STEP,
    NO_B,
    OTHER_LANE,
    RENAMED,
    Changed,
    Fleet,
    within,
)
from tests.engine.modelling.small import Owners


@pytest.fixture
def fleet(owners: Owners) -> Fleet:
    return Fleet(owners)


def moved(fleet: Fleet, main: Changed, choice: str = MOVE) -> Proposal:
    proposal = fleet.proposed(main)
    fleet.choose(proposal, choice)
    return fleet.published(proposal)


def test_a_case_that_has_a_new_step_ahead_passes_it_once_it_is_moved(fleet: Fleet) -> None:
    ahead, past = fleet.at_a(), fleet.at_b()

    proposal = moved(fleet, NEW_STEP)

    assert {m.state for m in fleet.moves(proposal).values()} == {MOVED}
    fleet.complete(ahead, fleet.owners.soc, "a")
    assert (fleet.open(ahead), fleet.open(past)) == (["ny"], ["b"])
    for case in (ahead, past):
        assert fleet.instance(case).version == proposal.version
        assert fleet.deviations(case) == ()


def test_ids_holders_drafts_and_days_survive(fleet: Fleet) -> None:
    case = fleet.at_b()
    before, polis = fleet.task(case, "b"), fleet.owners.polis
    fleet.engine.casework.save_draft(polis, before.id, {"skal": ["halvskrivet"]})
    timers = fleet.instance(case).timers

    fleet.owners.wait(days=2)
    moved(fleet, NEW_STEP)

    after = fleet.task(case, "b")
    assert (after.id, after.assignee, after.due_at) == (before.id, polis.id, before.due_at)
    assert set(fleet.instance(case).timers) == set(timers)
    page = fleet.engine.queries.task_page(polis, before.id)
    assert "halvskrivet" in str(page)


def test_the_log_tells_from_where_to_where_by_whom_and_why(fleet: Fleet) -> None:
    case, live = fleet.at_a(), fleet.owners.live

    proposal = moved(fleet, NEW_STEP)

    with fleet.unit() as unit:
        (entry,) = [e for e in unit.log(case.id) if e.kind == "case_moved"]
        assert unit.case(case.id).version == proposal.version
    assert (entry.actor, entry.details["from"], entry.details["version"]) == (
        "agare", live, proposal.version)  # fmt: skip
    assert (entry.details["grade"], entry.details["proposal"]) == ("ahead", proposal.id)


def test_those_that_stay_keep_their_version(fleet: Fleet) -> None:
    case = fleet.at_a()

    proposal = moved(fleet, NEW_STEP, STAY)

    assert fleet.moves(proposal)[case.id].state == STAYED
    assert fleet.instance(case).version == fleet.owners.live
    assert "case_moved" not in fleet.kinds(case)


def test_a_step_that_is_gone_ends_and_the_case_goes_on_where_it_stood(fleet: Fleet) -> None:
    case = fleet.at_b()
    assert fleet.grade(case, NO_B) == "choice"

    moved(fleet, NO_B)

    assert fleet.open(case) == ["c"]
    assert not fleet.instance(case).timers
    assert fleet.deviations(case) == ()
    assert [k for k in fleet.kinds(case) if "withdrawn" in k] == ["task_withdrawn"]


def test_another_lane_gives_the_task_to_its_agency_without_what_the_first_one_wrote(
    fleet: Fleet,
) -> None:
    case = fleet.at_b()
    polis, task = fleet.owners.polis, fleet.task(case, "b")
    fleet.engine.casework.save_draft(polis, task.id, {"skal": ["polisens ord"]})

    moved(fleet, OTHER_LANE)

    after = fleet.task(case, "b")
    assert (after.id, after.agency, after.assignee) == (task.id, "socialtjansten", None)
    assert "polisens ord" not in str(fleet.engine.queries.task_page(fleet.owners.soc, task.id))
    with pytest.raises(NotFound):
        fleet.engine.queries.task_page(polis, task.id)
    assert fleet.deviations(case) == ()
    fleet.complete(case, fleet.owners.soc, "b")
    assert fleet.instance(case).ended


def test_another_length_moves_the_day_by_as_much_and_says_so(fleet: Fleet) -> None:
    case = fleet.at_b()
    (before,) = [t for t in fleet.instance(case).timers if not t.reminds]

    moved(fleet, within("P9D"))

    (after,) = [t for t in fleet.instance(case).timers if not t.reminds]
    assert after.due_at - before.due_at == timedelta(days=2)
    assert fleet.deviations(case) == ()


def test_a_limit_that_comes_to_an_open_step_runs_from_when_it_was_opened(fleet: Fleet) -> None:
    case = fleet.at_a()
    fleet.owners.wait(days=3)

    moved(fleet, ASKS_ELSE)

    (timer,) = [t for t in fleet.instance(case).timers if t.path.startswith("sent")]
    opened = fleet.task(case, "a").opened_at
    assert timedelta(days=6) < timer.due_at - opened < timedelta(days=8)
    fleet.owners.wait(days=5)
    fleet.engine.timers.fire_due()
    assert fleet.open(case) == ["a", "m"]
    assert fleet.deviations(case) == ()


def test_what_has_gone_on_since_it_was_chosen_for_waits_to_be_chosen_for_again(
    fleet: Fleet,
) -> None:
    case = fleet.at_a()
    proposal = fleet.proposed(NEW_STEP)
    fleet.choose(proposal, MOVE)
    fleet.complete(case, fleet.owners.soc, "a")

    done = fleet.published(proposal)

    assert fleet.moves(done) == {}
    assert fleet.instance(case).version == fleet.owners.live
    (group,) = fleet.kept(done)
    assert (group.outcome.grade, group.outcome.behind) == ("passed", ("Ny",))
    fleet.choose(done, MOVE)
    fleet.execute(done)
    assert fleet.moves(done)[case.id].state == MOVED


def test_moved_back_everything_is_as_it_was(fleet: Fleet) -> None:
    case = fleet.at_b()
    before = fleet.instance(case)
    done = moved(fleet, NO_B)
    (move,) = fleet.moves(done).values()

    fleet.engine.moving.undo(fleet.owners.pia, done.id, move.group)
    fleet.execute(done)

    after = fleet.instance(case)
    assert (after.version, after.state, after.tasks) == (before.version, before.state, before.tasks)
    assert set(after.timers) == set(before.timers)
    assert fleet.moves(done)[case.id].state == UNDONE
    assert fleet.deviations(case) == ()
    fleet.complete(case, fleet.owners.polis, "b")
    assert fleet.deviations(case) == ()


def test_what_has_gone_on_is_not_moved_back(fleet: Fleet) -> None:
    case = fleet.at_a()
    done = moved(fleet, NEW_STEP)
    (move,) = fleet.moves(done).values()
    fleet.complete(case, fleet.owners.soc, "a")

    fleet.engine.moving.undo(fleet.owners.pia, done.id, move.group)
    fleet.execute(done)

    assert fleet.moves(done)[case.id].state == HELD
    assert fleet.open(case) == ["ny"]
    assert fleet.deviations(case) == ()


def asked(fleet: Fleet) -> tuple[Case, Proposal]:
    case = fleet.at_b()
    return case, moved(fleet, NEW_STEP, ASK)


def test_the_agency_that_has_the_case_is_asked_and_decides_with_a_reason(fleet: Fleet) -> None:
    case, done = asked(fleet)
    assert fleet.moves(done)[case.id].state == ASKED
    assert fleet.moves(done)[case.id].agency == "polismyndigheten"
    decide, polis = fleet.engine.moving.decide, fleet.owners.polis
    with pytest.raises(InvalidAnswers):
        decide(polis, done.id, case.id, MOVE, "")
    with pytest.raises(NotFound):
        decide(fleet.owners.soc, done.id, case.id, MOVE, "behovs")

    decide(polis, done.id, case.id, MOVE, "behovs")

    assert fleet.instance(case).version == done.version
    with fleet.unit() as unit:
        (entry,) = [e for e in unit.log(case.id) if e.kind == "case_moved"]
    assert (entry.actor, entry.details["reason"]) == (polis.id, "behovs")
    assert fleet.deviations(case) == ()
    with pytest.raises(Conflict):
        decide(polis, done.id, case.id, STAY, "behovs")


def test_a_caseworker_can_let_it_stay(fleet: Fleet) -> None:
    case, done = asked(fleet)

    fleet.engine.moving.decide(fleet.owners.polis, done.id, case.id, STAY, "klart")

    assert fleet.moves(done)[case.id].state == STAYED
    assert "move_declined" in fleet.kinds(case)
    assert fleet.instance(case).version == fleet.owners.live


def test_only_those_who_own_processes_choose(fleet: Fleet) -> None:
    fleet.at_a()
    proposal = fleet.proposed(RENAMED)
    (group,) = fleet.kept(proposal)
    choose = fleet.engine.moving.choose
    assert group.outcome.grade == "cosmetic"

    with pytest.raises(NotAllowed):
        choose(fleet.owners.soc, proposal.id, group.key, MOVE)
    with pytest.raises(InvalidAnswers):
        choose(fleet.owners.pia, proposal.id, group.key, "")
    with pytest.raises(NotFound):
        choose(fleet.owners.pia, proposal.id, "0" * 16, MOVE)
