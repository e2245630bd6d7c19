"""That proposals take effect is told in test_publishing; here: what stops them at the last."""

from engine.modelling.effect import agencies_of, event_of, retired, take_effect
from engine.modelling.proposal import APPROVED, PUBLISH, STOPPED, Proposal
from tests.engine.modelling.small import LIVE, MAIN, Owners, main


def test_a_set_that_is_no_longer_right_is_stopped(owners: Owners) -> None:
    draft = owners.draft(main=main("b", "late", "n"))
    proposal = owners.engine.publishing.propose(owners.pia, draft.id, "Det behövs")
    wrong = owners.engine.drafts.check(LIVE | {MAIN: "<a"})

    with owners.engine.store.transaction() as unit:
        unit.publications.settle(proposal, APPROVED)
        approved = unit.publications.proposal(proposal.id)
        stopped = take_effect(unit, approved, owners.engine.clock.now(), lambda _: wrong)
        last = unit.publications.events(proposal.id)[-1]

    assert (stopped.state, last.kind) == (STOPPED, "stopped")
    assert "XML" in (last.reason or "")
    assert owners.read(draft).state == "open"
    assert owners.engine.publications.current() == owners.live


def test_agencies_and_retired_versions_are_those_of_the_transaction(owners: Owners) -> None:
    now = owners.engine.clock.now()
    proposal = Proposal("p", PUBLISH, None, "v", owners.live, "Skäl", "agare", now)
    with owners.engine.store.transaction() as unit:
        assert set(agencies_of(unit, proposal)) >= {"polismyndigheten", "regionkoordinator"}
        assert retired(unit) == frozenset()
        unit.publications.note(event_of(proposal, "retired", "agare", now, ""))
        assert retired(unit) == {"v"}
        assert unit.publications.events("p")[0].reason is None
