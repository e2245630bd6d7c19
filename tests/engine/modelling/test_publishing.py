from datetime import timedelta

import pytest

from engine.bpmn.definitions import version_of
from engine.errors import Conflict, InvalidAnswers, ModelError, NotAllowed, NotFound
from engine.model import Actor
from engine.modelling.draft import Draft
from engine.modelling.proposal import (
    APPROVED,
    DONE,
    REJECTED,
    RETIRE,
    ROLLBACK,
    STOPPED,
    WITHDRAWN,
    Proposal,
)
from tests.engine.modelling.small import FORM, LIVE, MAIN, Owners, approve_all, main

NEW = main("b", "late", "n")
"""`n` moves to the police: both agencies are concerned."""


def proposed(owners: Owners, **more: object) -> tuple[Draft, Proposal]:
    draft = owners.draft(main=NEW)
    return draft, owners.engine.publishing.propose(owners.pia, draft.id, "Det behövs", **more)  # type: ignore[arg-type]


def state(owners: Owners, proposal: Proposal) -> str:
    return owners.engine.versions.proposal(owners.pia, proposal.id).proposal.state


def test_what_everybody_concerned_has_approved_is_live_at_once(owners: Owners) -> None:
    draft, proposal = proposed(owners)
    assert proposal.needs == ("polismyndigheten", "socialtjansten")
    publishing = owners.engine.publishing
    publishing.approve(owners.ola, proposal.id)
    publishing.approve(owners.chef, proposal.id, "Bra")
    assert owners.engine.publications.current() == owners.live

    owners.wait()
    done = publishing.approve(owners.police_chef, proposal.id)

    new = version_of(LIVE | {MAIN: NEW})
    assert (done.state, owners.engine.publications.current()) == (DONE, new)
    assert owners.read(draft).state == "published"
    events = owners.engine.versions.proposal(owners.pia, proposal.id).events
    assert [(e.kind, e.actor, e.capacity) for e in events] == [
        ("proposed", "agare", None), ("approved", "agare2", "processagare"),
        ("approved", "soc.chef", "socialtjansten"),
        ("approved", "polis.chef", "polismyndigheten"), ("published", "agare", None),
    ]  # fmt: skip
    assert (events[-1].reason, events[-1].previous) == ("Det behövs", owners.live)


def test_new_cases_start_on_it_and_running_ones_stay(owners: Owners) -> None:
    old = owners.engine.casework.open_case(owners.soc)
    _, proposal = proposed(owners)
    owners.wait()
    approve_all(owners, proposal)
    new = owners.engine.casework.open_case(owners.soc)

    assert (old.version, new.version) == (owners.live, proposal.version)
    with owners.engine.store.transaction() as unit:
        assert {each.version for each in unit.instances(old.id)} == {owners.live}
    lines = owners.engine.versions.lines(owners.pia)
    assert [(e.live, e.running, e.number) for e in lines[:2]] == [(True, 1, 3), (False, 1, 2)]


def test_a_mere_wording_needs_only_a_second_owner(owners: Owners) -> None:
    draft = owners.draft(form=LIVE[FORM].replace("Skäl", "Varför"))
    proposal = owners.engine.publishing.propose(owners.pia, draft.id, "Tydligare")

    assert proposal.needs == ()
    assert owners.engine.publishing.approve(owners.ola, proposal.id).state == DONE


def test_nothing_is_proposed_while_something_is_wrong(owners: Owners) -> None:
    draft = owners.draft(main=LIVE[MAIN].replace('value="DL-10"', 'value="DL-99"'))
    with pytest.raises(ModelError):
        owners.engine.publishing.propose(owners.pia, draft.id, "Det behövs")

    assert owners.read(draft).state == "open"
    assert owners.engine.versions.waiting(owners.pia) == ()


def test_a_proposal_needs_a_reason_and_a_time_to_come(owners: Owners) -> None:
    draft, gone = owners.draft(main=NEW), owners.engine.clock.now() - timedelta(minutes=1)
    with pytest.raises(InvalidAnswers) as error:
        owners.engine.publishing.propose(owners.pia, draft.id, " ", gone)

    assert set(error.value.problems) == {"skal", "dag"}


def test_a_draft_without_a_change_or_behind_is_not_proposed(owners: Owners) -> None:
    with pytest.raises(Conflict, match="ändrar ingenting"):
        owners.engine.publishing.propose(owners.pia, owners.draft().id, "Varför inte")

    draft = owners.draft(main=NEW)
    owners.publish(LIVE | {FORM: LIVE[FORM].replace("Skäl", "Varför")})
    with pytest.raises(Conflict, match="Något annat har publicerats"):
        owners.engine.publishing.propose(owners.pia, draft.id, "Det behövs")


def test_a_proposed_draft_cannot_be_changed(owners: Owners) -> None:
    draft, _ = proposed(owners)
    with pytest.raises(Conflict, match="lämnat för godkännande"):
        owners.save(draft, MAIN, LIVE[MAIN])
    with pytest.raises(Conflict, match="lämnat för godkännande"):
        owners.engine.publishing.propose(owners.ola, draft.id, "En gång till")


def test_the_same_command_proposes_once(owners: Owners) -> None:
    draft = owners.draft(main=NEW)
    one, two = (owners.engine.publishing.propose(owners.pia, draft.id, "Det behövs",
                                                 command_id="k1") for _ in range(2))  # fmt: skip

    assert one.id == two.id


def test_nobody_approves_their_own_or_twice_or_in_anothers_place(owners: Owners) -> None:
    _, proposal = proposed(owners)
    publishing = owners.engine.publishing
    publishing.approve(owners.ola, proposal.id)
    substitute = Actor("soc", "Ada", "socialtjansten", owners.chef.roles, acting_for="soc.chef")
    for person, error in (
        (owners.pia, NotAllowed), (owners.ola, NotAllowed), (owners.soc, NotFound),
        (owners.rk, NotFound), (owners.polis, NotFound), (substitute, NotFound),
    ):  # fmt: skip
        with pytest.raises(error):
            publishing.approve(person, proposal.id)
        with pytest.raises(error):
            publishing.reject(person, proposal.id, "Nej")
    assert state(owners, proposal) == "waiting"


def test_a_rejection_says_why_and_opens_the_draft(owners: Owners) -> None:
    draft, proposal = proposed(owners)
    with pytest.raises(InvalidAnswers):
        owners.engine.publishing.reject(owners.chef, proposal.id, "")
    owners.engine.publishing.reject(owners.chef, proposal.id, "Steget är vårt")

    assert state(owners, proposal) == REJECTED
    assert owners.read(draft).state == "open"
    last = owners.engine.versions.proposal(owners.pia, proposal.id).events[-1]
    assert (last.kind, last.actor, last.reason) == ("rejected", "soc.chef", "Steget är vårt")
    with pytest.raises(Conflict, match="redan avgjort"):
        owners.engine.publishing.approve(owners.ola, proposal.id)


def test_a_proposal_is_withdrawn_by_an_owner_only(owners: Owners) -> None:
    draft, proposal = proposed(owners)
    with pytest.raises(NotAllowed):
        owners.engine.publishing.withdraw(owners.chef, proposal.id)
    owners.engine.publishing.withdraw(owners.ola, proposal.id)

    assert (state(owners, proposal), owners.read(draft).state) == (WITHDRAWN, "open")
    with pytest.raises(Conflict):
        owners.engine.publishing.withdraw(owners.pia, proposal.id)
    with pytest.raises(NotFound):
        owners.engine.publishing.withdraw(owners.pia, "x")


def test_what_takes_effect_later_is_published_by_the_worker(owners: Owners) -> None:
    when = owners.engine.clock.now() + timedelta(days=2)
    _, proposal = proposed(owners, effective_at=when)
    told: list[str] = []
    object.__setattr__(owners.engine.publishing, "after", lambda each: told.append(each.id))
    assert approve_all(owners, proposal).state == APPROVED
    assert owners.engine.publishing.publish_due() == 0
    assert owners.engine.publications.current() == owners.live

    owners.wait(days=2)
    assert owners.engine.publishing.publish_due() == 1
    assert owners.engine.publishing.publish_due() == 0
    assert owners.engine.publications.current() == proposal.version
    assert told == [proposal.id]


def test_what_was_weighed_against_something_else_is_stopped(owners: Owners) -> None:
    when = owners.engine.clock.now() + timedelta(days=2)
    draft, proposal = proposed(owners, effective_at=when)
    approve_all(owners, proposal)
    other = owners.publish(LIVE | {FORM: LIVE[FORM].replace("Skäl", "Varför")})

    owners.wait(days=2)
    assert owners.engine.publishing.publish_due() == 0
    assert (state(owners, proposal), owners.read(draft).state) == (STOPPED, "open")
    assert owners.engine.publications.current() == other


def test_an_earlier_version_applies_again_by_a_new_proposal(owners: Owners) -> None:
    _, proposal = proposed(owners)
    owners.wait()
    approve_all(owners, proposal)
    owners.wait()
    back = owners.engine.publishing.propose_version(owners.ola, owners.live, ROLLBACK, "Fel steg")
    assert back.needs == ("polismyndigheten", "socialtjansten")

    for person in (owners.pia, owners.chef, owners.police_chef):
        owners.engine.publishing.approve(person, back.id)

    assert owners.engine.publications.current() == owners.live
    history = [(e.kind, e.version) for e in owners.engine.versions.history()]
    assert history[0] == ("published", owners.live)


def test_a_retired_version_is_not_published_again(owners: Owners) -> None:
    _, proposal = proposed(owners)
    owners.wait()
    approve_all(owners, proposal)
    publishing = owners.engine.publishing
    with pytest.raises(Conflict, match="kan inte avvecklas"):
        publishing.propose_version(owners.pia, proposal.version, RETIRE, "Slut")
    with pytest.raises(Conflict, match="gäller redan"):
        publishing.propose_version(owners.pia, proposal.version, ROLLBACK, "Slut")
    with pytest.raises(NotFound):
        publishing.propose_version(owners.pia, "x", ROLLBACK, "Slut")
    late = publishing.propose_version(owners.pia, owners.live, ROLLBACK, "Kanske")
    end = publishing.propose_version(owners.pia, owners.live, RETIRE, "Slut")
    assert publishing.approve(owners.ola, end.id).state == DONE

    with pytest.raises(Conflict, match="avvecklad"):
        publishing.propose_version(owners.pia, owners.live, ROLLBACK, "Tillbaka")
    assert approve_all(owners, late).state == STOPPED
    lines = {e.version: e for e in owners.engine.versions.lines(owners.pia)}
    assert lines[owners.live].retired


def test_those_who_decide_are_told_and_so_is_the_proposer_in_the_end(owners: Owners) -> None:
    _, proposal = proposed(owners)
    unread = owners.engine.notices.unread
    told = [owners.ola, owners.chef, owners.police_chef]

    assert [unread(each) for each in told] == [1, 1, 1]
    assert [unread(each) for each in (owners.pia, owners.soc, owners.rk, owners.polis)] == [0] * 4
    owners.engine.publishing.reject(owners.chef, proposal.id, "Nej")
    (line,) = owners.engine.notices.lines(owners.pia)
    assert (line.text, line.of_processes) == ("Ditt förslag om processerna är avgjort", True)


def test_nobody_else_proposes(owners: Owners) -> None:
    draft = owners.draft(main=NEW)
    with pytest.raises(NotAllowed):
        owners.engine.publishing.propose(owners.chef, draft.id, "Vi vill")
    with pytest.raises(NotAllowed):
        owners.engine.publishing.propose_version(owners.chef, owners.live, RETIRE, "Vi vill")
