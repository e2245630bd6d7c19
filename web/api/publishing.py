"""Proposals to publish: made by one process owner, tried on running cases, decided on by others."""

from __future__ import annotations

from datetime import datetime

from flask import Response, url_for
from pydantic import AwareDatetime, Field

from engine.accounts.account import PROCESSES_APPROVE, PROCESSES_CHANGE, PROCESSES_READ
from engine.modelling.proposal import Proposal as Proposed
from engine.modelling.versions import ProposalPage
from web.api.answering import Paged, Shape, page, part, plain, require_seen, tagged
from web.api.asking import actor, command, engine
from web.api.drafts import seen_draft
from web.api.room import api, needs

LONGEST = 4_000


class ProposalLine(Shape):
    """A proposal as it is listed."""

    id: str
    kind: str
    draft_id: str | None
    version: str
    base: str
    reason: str
    proposer: str
    at: datetime
    effective_at: datetime | None
    state: str
    needs: tuple[str, ...] = Field(description="Agencies that have to approve.")


class ProposalList(Shape):
    """Proposals that stand."""

    items: tuple[ProposalLine, ...]
    next: str | None


class Proposal(ProposalLine):
    """A proposal with what differs and who has approved."""

    capacity: str | None = Field(description="As whom the account may decide now.")
    done: dict[str, str] = Field(description="Capacities in which it is approved, and by whom.")
    changes: tuple[str, ...] = Field(description="What differs, in Swedish sentences.")


class Proposing(Shape):
    """What a proposal says."""

    reason: str = Field(max_length=LONGEST)
    effective_at: AwareDatetime | None = None


class Said(Shape):
    """What is said with a decision."""

    reason: str = Field("", max_length=LONGEST)


class Decided(Shape):
    """What became of a proposal."""

    id: str
    state: str


class Grade(Shape):
    """Running cases with the same outcome; no number of any case."""

    grade: str
    cases: int
    ahead: tuple[str, ...]
    behind: tuple[str, ...]
    gone: tuple[str, ...]


class Preview(Shape):
    """What would become of the running cases, as far as they have been tried."""

    total: int
    tried: int
    finished: bool
    counts: dict[str, int]
    groups: tuple[Grade, ...]


@api.get("/proposals")
@needs(PROCESSES_READ)
@api.input(Paged, location="query")
@api.output(ProposalList)
def proposals(query_data: Paged) -> Response:
    """List the proposals that stand and concern the account's agency."""
    known = [each for each, _capacity in engine().versions.waiting(actor())]
    items, after = part(known, query_data)
    return page(ProposalList, [ProposalLine.model_validate(each) for each in items], after)


@api.post("/drafts/<draft_id>/proposals")
@needs(PROCESSES_CHANGE, command=True, seen=True)
@api.input(Proposing)
@api.output(Decided, 201)
def propose(draft_id: str, json_data: Proposing) -> Response:
    """Submit a draft for approval."""
    seen_draft(draft_id)
    asked = (json_data.reason, json_data.effective_at, command())
    return _decided(engine().publishing.propose(actor(), draft_id, *asked), 201)


@api.get("/proposals/<proposal_id>")
@needs(PROCESSES_READ)
@api.output(Proposal)
def proposal(proposal_id: str) -> Response:
    """Tell a proposal to those who own processes or decide on it."""
    return tagged(_told(engine().versions.proposal(actor(), proposal_id)))


@api.post("/proposals/<proposal_id>/preview")
@needs(PROCESSES_CHANGE, command=True)
@api.output(Preview)
def try_cases(proposal_id: str) -> Response:
    """Begin to try the running cases on what is proposed; none is moved."""
    engine().moves.begin(actor(), proposal_id)
    return plain(_preview(proposal_id))


@api.get("/proposals/<proposal_id>/preview")
@needs(PROCESSES_CHANGE)
@api.output(Preview)
def preview(proposal_id: str) -> Response:
    """Tell what trying has come to, a little further than last time."""
    return plain(_preview(proposal_id))


@api.post("/proposals/<proposal_id>/approve")
@needs(PROCESSES_APPROVE, command=True, seen=True)
@api.input(Said)
@api.output(Decided)
def approve(proposal_id: str, json_data: Said) -> Response:
    """Approve, as a second process owner or for the agency; the last one puts it in force."""
    _seen(proposal_id)
    return _decided(engine().publishing.approve(actor(), proposal_id, json_data.reason))


@api.post("/proposals/<proposal_id>/reject")
@needs(PROCESSES_APPROVE, command=True, seen=True)
@api.input(Said)
@api.output(Decided)
def reject(proposal_id: str, json_data: Said) -> Response:
    """Say no, with a reason."""
    _seen(proposal_id)
    engine().publishing.reject(actor(), proposal_id, json_data.reason)
    return plain(Decided(id=proposal_id, state="rejected"))


@api.post("/proposals/<proposal_id>/withdraw")
@needs(PROCESSES_CHANGE, command=True, seen=True)
@api.input(Said)
@api.output(Decided)
def withdraw(proposal_id: str, json_data: Said) -> Response:
    """Take a proposal back before it takes effect."""
    _seen(proposal_id)
    engine().publishing.withdraw(actor(), proposal_id, json_data.reason)
    return plain(Decided(id=proposal_id, state="withdrawn"))


def _seen(proposal_id: str) -> None:
    require_seen(_told(engine().versions.proposal(actor(), proposal_id)))


def _told(found: ProposalPage) -> Proposal:
    line = ProposalLine.model_validate(found.proposal).model_dump()
    changes = tuple(str(change) for change in found.difference.comparison.changes)
    return Proposal(**line, capacity=found.capacity, done=dict(found.done), changes=changes)


def _decided(done: Proposed, status: int = 200) -> Response:
    answer = plain(Decided(id=done.id, state=done.state), status)
    answer.headers["Location"] = url_for("api.proposal", proposal_id=done.id)
    return answer


def _preview(proposal_id: str) -> Preview:
    found = engine().moves.page(actor(), proposal_id)
    progress = found.progress
    groups = tuple(
        Grade(grade=g.outcome.grade, cases=len(g.cases), ahead=g.outcome.ahead,
              behind=g.outcome.behind, gone=g.outcome.gone)
        for g in (line.group for line in found.lines)
    )  # fmt: skip
    return Preview(
        total=progress.total if progress else 0, tried=progress.done if progress else 0,
        finished=progress is not None and progress.finished, counts=dict(found.counts),
        groups=groups,
    )  # fmt: skip
