from dataclasses import replace

import pytest

from engine.analysis.reruns import RerunPage
from engine.errors import ModelError, NotAllowed, NotFound
from engine.modelling.draft import Draft
from tests.engine.modelling.fleet import NEW_STEP, Fleet
from tests.engine.modelling.small import Owners

NO = "nej"


@pytest.fixture
def draft(owners: Owners) -> Draft:
    """A draft with a new step, while six cases are closed and one is not."""
    fleet = Fleet(owners)
    for _ in range(6):
        fleet.complete(fleet.at_a(), owners.soc, "a", NO)
    fleet.at_a()
    return owners.draft(main=NEW_STEP)


def page(owners: Owners, draft: Draft) -> RerunPage:
    found = owners.engine.analysis.reruns.page(owners.pia, draft.id)
    assert found
    return found


def test_nothing_is_told_before_all_are_done(owners: Owners, draft: Draft) -> None:
    reruns = owners.engine.analysis.reruns
    assert reruns.page(owners.pia, draft.id) is None

    reruns.begin(owners.pia, draft.id)
    assert (page(owners, draft).percent, page(owners, draft).table) == (0, None)
    for _ in range(3):
        reruns._advanced(reruns.shelf.unfinished()[0], until=0)
    assert (page(owners, draft).percent, page(owners, draft).table) == (50, None)

    reruns.work()
    table = page(owners, draft).table
    assert table
    assert [(name, cells[0].text) for name, cells in table.lines] == [
        ("Ett nytt steg som ingen har gjort efter ”A”: Ny", "5"), ("Totalt", "5"),
    ]  # fmt: skip


def test_a_draft_that_has_changed_is_to_be_asked_about_again(owners: Owners, draft: Draft) -> None:
    reruns = owners.engine.analysis.reruns
    reruns.begin(owners.pia, draft.id)
    owners.save(draft, "stod_och_skydd.bpmn", NEW_STEP.replace('name="Ny"', 'name="Nytt"'))
    reruns.work()
    assert (page(owners, draft).changed, page(owners, draft).table) == (True, None)

    reruns.begin(owners.pia, draft.id)
    reruns.work()
    assert not page(owners, draft).changed
    assert page(owners, draft).table


def test_only_owners_ask_and_only_about_what_can_be_read(owners: Owners, draft: Draft) -> None:
    reruns = owners.engine.analysis.reruns
    for verb in (reruns.begin, reruns.page):
        with pytest.raises(NotAllowed):
            verb(owners.soc, draft.id)
        with pytest.raises(NotFound):
            verb(owners.pia, "x")
    with pytest.raises(ModelError):
        reruns.begin(owners.pia, owners.draft(main="<a/>").id)


def test_what_cannot_be_run_stops_no_worker_and_can_be_asked_for_again(
    owners: Owners, draft: Draft, caplog: pytest.LogCaptureFixture
) -> None:
    reruns = owners.engine.analysis.reruns
    reruns.begin(owners.pia, draft.id)
    replace(reruns, drafts=None).work()  # type: ignore[arg-type]

    assert "could not be run" in caplog.text
    assert reruns.shelf.unfinished() == []
    assert page(owners, draft).changed
