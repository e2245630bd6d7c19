import pytest

from engine.bpmn.definitions import read_process_set
from engine.errors import ModelError, NotAllowed, NotFound
from engine.modelling.versions import NEW, OLD, Difference
from tests.engine.modelling.diff.rich import RICH
from tests.engine.modelling.readers.handing import HANDING
from tests.engine.modelling.small import LIVE, MAIN, Owners, main

MOVED = main("b", "late", "n")


def test_versions_are_listed_with_who_when_and_why(owners: Owners) -> None:
    live, first = owners.engine.versions.lines(owners.pia)

    assert (live.version, live.live, live.number, live.by) == (owners.live, True, 2, "tests")
    assert (live.previous, live.running, live.reason) == (first.version, 0, None)
    assert (first.live, first.number, first.previous) == (False, 1, None)


def test_only_owners_are_told_how_many_cases_run(owners: Owners) -> None:
    owners.engine.casework.open_case(owners.soc)

    assert owners.engine.versions.lines(owners.pia)[0].running == 1
    assert owners.engine.versions.lines(owners.chef)[0].running is None


def test_a_draft_is_compared_with_what_is_live(owners: Owners) -> None:
    draft = owners.draft(main=MOVED)
    difference = owners.engine.versions.of_draft(owners.pia, draft.id)

    assert [each.kind for each in difference.comparison.changes] == ["lane"]
    assert difference.drawn() == (("stod_och_skydd", "Processen", (NEW,)),)
    picture = difference.picture("stod_och_skydd", NEW)
    assert 'id="n" class="bpmn-userTask changed"' in picture
    assert "changed" not in difference.picture("stod_och_skydd", OLD).partition("</style>")[2]
    assert difference.agency("polismyndigheten") == "Polismyndigheten"
    assert difference.agency("okand") == "okand"
    for process, side in (("x", NEW), ("stod_och_skydd", "x")):
        with pytest.raises(NotFound):
            difference.picture(process, side)


def test_a_removed_step_is_shown_on_the_live_drawing(owners: Owners) -> None:
    gone = LIVE[MAIN].replace('"n"', '"m"').replace(">n<", ">m<")
    difference = owners.engine.versions.of_draft(owners.pia, owners.draft(main=gone).id)

    assert difference.drawn() == (("stod_och_skydd", "Processen", (OLD, NEW)),)
    assert 'id="n" class="bpmn-userTask removed"' in difference.picture("stod_och_skydd", OLD)


def test_a_draft_that_cannot_be_read_is_told_so(owners: Owners) -> None:
    draft = owners.draft(main="<a/>")
    with pytest.raises(ModelError):
        owners.engine.versions.of_draft(owners.pia, draft.id)
    with pytest.raises(NotAllowed):
        owners.engine.versions.of_draft(owners.chef, draft.id)


def test_two_versions_are_compared(owners: Owners) -> None:
    new = owners.publish(LIVE | {MAIN: MOVED})

    assert len(owners.engine.versions.between(new, owners.live).comparison.changes) == 1
    assert owners.engine.versions.files(new)[MAIN] == MOVED
    with pytest.raises(NotFound):
        owners.engine.versions.between("x", owners.live)


def test_a_proposal_is_seen_by_owners_and_by_those_who_may_decide(owners: Owners) -> None:
    draft = owners.draft(main=MOVED)
    proposal = owners.engine.publishing.propose(owners.pia, draft.id, "Det behövs")
    versions = owners.engine.versions

    mine, theirs = (versions.proposal(who, proposal.id) for who in (owners.pia, owners.chef))
    assert (mine.capacity, mine.may_withdraw, mine.name) == (None, True, "Ett nytt steg")
    assert (theirs.capacity, theirs.may_withdraw) == ("socialtjansten", False)
    assert [each.kind for each in theirs.difference.comparison.changes] == ["lane"]
    assert versions.agencies()["polismyndigheten"] == "Polismyndigheten"
    assert versions.waiting(owners.ola) == ((proposal, "processagare"),)
    assert versions.waiting(owners.police_chef) == ((proposal, "polismyndigheten"),)
    assert versions.waiting(owners.rk) == versions.waiting(owners.soc) == ()
    for who in (owners.rk, owners.soc, owners.polis):
        with pytest.raises(NotFound):
            versions.proposal(who, proposal.id)
    with pytest.raises(NotFound):
        versions.proposal(owners.pia, "x")


def test_a_settled_proposal_can_still_be_read_as_it_was(owners: Owners) -> None:
    draft = owners.draft(main=MOVED)
    proposal = owners.engine.publishing.propose(owners.pia, draft.id, "Det behövs")
    owners.engine.publishing.reject(owners.ola, proposal.id, "Inte än")
    owners.wait()
    owners.save(draft, MAIN, LIVE[MAIN].replace("P7D", "P9D"))
    page = owners.engine.versions.proposal(owners.chef, proposal.id)

    assert [each.kind for each in page.difference.comparison.changes] == ["lane"]
    assert (page.proposal.state, page.capacity, page.may_withdraw) == ("rejected", None, False)
    assert owners.engine.versions.waiting(owners.chef) == ()


def test_whoever_is_handed_more_has_to_approve_though_no_task_of_theirs_is_another() -> None:
    silent, sending = read_process_set(RICH), read_process_set(HANDING)
    for difference in (Difference.between(silent, sending), Difference.between(sending, silent)):
        assert difference.comparison.agencies == ("polismyndigheten",)
        assert difference.agencies == ("polismyndigheten", "socialtjansten")
