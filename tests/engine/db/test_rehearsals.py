from dataclasses import replace
from datetime import timedelta

from engine.bootstrap import Engine
from engine.modelling.rehearsals import DONE, RUNNING, Rehearsal, Result
from tests.conftest import MONDAY

FIRST = Rehearsal("1" * 64, "d1", "agare", MONDAY)
SECOND = Rehearsal("2" * 64, "d1", "agare", MONDAY + timedelta(hours=1))


def test_rehearsals_are_kept_by_content_and_found_by_draft(engine_on_both: Engine) -> None:
    with engine_on_both.store.transaction() as unit:
        unit.rehearsals.put(SECOND)
        unit.rehearsals.put(FIRST)
        assert unit.rehearsals.one(FIRST.version) == FIRST
        assert unit.rehearsals.one("x") is None
        assert unit.rehearsals.of_draft("d1") == SECOND
        assert unit.rehearsals.of_draft("d2") is None
        assert unit.rehearsals.unfinished() == [FIRST, SECOND]
        done = replace(FIRST, state=DONE, ended_at=MONDAY, result=Result(1, (), {"p": ("f",)}))
        unit.rehearsals.put(done)
        unit.rehearsals.put(replace(SECOND, state=RUNNING, begun_at=MONDAY))
        assert unit.rehearsals.one(FIRST.version) == done
        assert [each.state for each in unit.rehearsals.unfinished()] == [RUNNING]
