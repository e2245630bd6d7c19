"""Reruns on drafts, on both kinds of database."""

from dataclasses import replace

from engine.analysis.rerun import NEW, Way
from engine.analysis.reruns import Rerun
from engine.bootstrap import Engine
from tests.engine.modelling.fleet import Fleet
from tests.engine.modelling.small import Owners

WAYS = {Way(NEW, "A", (), ("Ny", "Mer")): 3}


def test_a_rerun_is_kept_as_far_as_it_has_come_and_one_worker_advances_it(
    engine_on_both: Engine,
) -> None:
    owners = Owners(engine_on_both)
    shelf = engine_on_both.analysis.reruns.shelf
    draft, now = owners.draft(), engine_on_both.clock.now()
    begun = Rerun(draft.id, "v", now, "agare", 9)
    assert shelf.one(draft.id) is None

    shelf.begin(begun)
    further = replace(begun, done=3, last="2026-00003", ways=WAYS)
    assert shelf.advance(begun, further)
    assert not shelf.advance(begun, further)
    assert shelf.one(draft.id) == further
    assert shelf.unfinished() == [further]

    assert shelf.advance(further, replace(further, finished=True))
    assert shelf.unfinished() == []
    shelf.begin(begun)
    assert shelf.unfinished() == [begun]


def test_closed_cases_come_by_number(engine_on_both: Engine) -> None:
    owners = Owners(engine_on_both)
    fleet, shelf = Fleet(owners), engine_on_both.analysis.reruns.shelf
    cases = [fleet.at_a() for _ in range(3)]
    for case in cases[:2]:
        fleet.complete(case, owners.soc, "a", "nej")

    assert shelf.closed("", 9) == [(case.number, case.id) for case in cases[:2]]
    assert shelf.closed(cases[0].number, 9) == [(cases[1].number, cases[1].id)]
    assert len(shelf.closed("", 1)) == 1
