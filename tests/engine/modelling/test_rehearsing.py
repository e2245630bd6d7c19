import pytest

from engine.bpmn.definitions import version_of
from engine.errors import ModelError, NotAllowed, NotFound
from engine.modelling.rehearsals import DONE, RUNNING, Failure, Result
from tests.engine.modelling.small import LIVE, MAIN, Owners, main

MOVED = main("b", "late", "n")
RESULT = Result(2, (Failure("a", "b", "c", "d"),), {"stod_och_skydd": ("x",)})


def test_a_rehearsal_is_asked_for_begun_and_kept(owners: Owners) -> None:
    rehearsals, draft = owners.engine.rehearsals, owners.draft(main=MOVED)
    assert rehearsals.page(owners.pia, draft.id).this is None
    assert rehearsals.take() is None
    asked = rehearsals.ask(owners.pia, draft.id)

    assert asked.version == version_of(LIVE | {MAIN: MOVED})
    assert rehearsals.ask(owners.ola, draft.id) == asked  # once is enough
    begun = rehearsals.take()
    assert begun is not None
    assert (begun.state, begun.draft_id) == (RUNNING, draft.id)
    assert rehearsals.take() is None
    assert rehearsals.page(owners.pia, draft.id).busy
    rehearsals.keep(begun.version, RESULT)

    page = rehearsals.page(owners.ola, draft.id)
    assert page.this is not None
    assert (page.this.state, page.this.result, page.busy) == (DONE, RESULT, False)
    assert page.this.asked_by == "agare"


def test_one_is_run_at_a_time_but_one_that_was_cut_off_holds_up_nobody(owners: Owners) -> None:
    rehearsals = owners.engine.rehearsals
    first, second = owners.draft(main=MOVED), owners.draft(main=main("b"))
    rehearsals.ask(owners.pia, first.id)
    owners.wait()
    rehearsals.ask(owners.pia, second.id)

    taken = rehearsals.take()
    assert taken is not None
    assert taken.draft_id == first.id
    assert rehearsals.take() is None
    owners.wait(hours=1)
    later = rehearsals.take()
    assert later is not None
    assert later.draft_id == second.id
    assert not rehearsals.page(owners.pia, first.id).busy


def test_what_is_known_of_another_content_is_told_as_earlier(owners: Owners) -> None:
    rehearsals, draft = owners.engine.rehearsals, owners.draft(main=MOVED)
    version = rehearsals.ask(owners.pia, draft.id).version
    rehearsals.keep(version, RESULT)
    owners.save(draft, MAIN, main("b"))

    page = rehearsals.page(owners.pia, draft.id)
    assert page.this is None
    assert page.earlier is not None
    assert page.earlier.result == RESULT


def test_a_draft_with_faults_is_not_rehearsed_and_others_know_of_none(owners: Owners) -> None:
    broken, draft = owners.draft(main="<a/>"), owners.draft()
    with pytest.raises(ModelError):
        owners.engine.rehearsals.ask(owners.pia, broken.id)
    with pytest.raises(NotAllowed):
        owners.engine.rehearsals.ask(owners.soc, draft.id)
    with pytest.raises(NotFound):
        owners.engine.rehearsals.page(owners.pia, "x")


def test_a_run_that_nobody_asked_for_is_kept_too(owners: Owners) -> None:
    owners.engine.rehearsals.keep("v" * 64, Result(0, broken="nej"), None, "skydd rehearse")

    this = owners.engine.rehearsals.of(None, "v" * 64).this
    assert this is not None
    assert (this.state, this.asked_by, this.draft_id) == ("broken", "skydd rehearse", None)
