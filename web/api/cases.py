"""Cases: the list, opening one, one as far as the reader may know, and its timeline."""

from __future__ import annotations

from flask import Response, url_for
from pydantic import Field

from engine.accounts.account import CASES_OPEN, CASES_READ, MESSAGES_GIVE
from engine.registers import NO_REGION
from web.api import shapes
from web.api.answering import (
    Paged,
    Shape,
    page,
    part,
    place_of,
    plain,
    require_seen,
    tagged,
)
from web.api.asking import actor, command, engine
from web.api.room import api, needs
from web.api.shapes import Case, CaseSummary, Entry

SHOWN = ("todo", "received")


class CaseList(Shape):
    """A part of the agency's cases, the newest first."""

    items: tuple[CaseSummary, ...]
    next: str | None


class Opening(Shape):
    """A case to be opened."""

    region: str = Field(NO_REGION, max_length=40, description="A code of the regions.")


class Opened(Shape):
    """A case that was opened."""

    id: str
    number: str


class Happened(Shape):
    """An event that the agency tells a case of."""

    name: str = Field(max_length=80, description="One of the case's `registrable`.")


class Registered(Shape):
    """What became of it."""

    case_id: str
    name: str


class Timeline(Shape):
    """A part of the history of a case, the oldest first."""

    items: tuple[Entry, ...]
    next: str | None


@api.get("/cases")
@needs(CASES_READ)
@api.input(Paged, location="query")
@api.output(CaseList)
def cases(query_data: Paged) -> Response:
    """List the cases that the agency takes part in."""
    below = place_of(query_data.cursor) or None
    found = engine().queries.cases(actor(), query_data.limit + 1, below)
    lines = found[: query_data.limit]
    after = lines[-1].case.number if len(found) > len(lines) else ""
    items = [
        CaseSummary(id=c.case.id, number=c.case.number, opened_at=c.case.opened_at,
                    closed_at=c.case.closed_at, end_state=c.case.end_state,
                    open_tasks=c.open_tasks, last_event_at=c.last_event_at, erased=c.erased)
        for c in lines
    ]  # fmt: skip
    return page(CaseList, items, after)


@api.post("/cases")
@needs(CASES_OPEN, command=True)
@api.input(Opening)
@api.output(Opened, 201)
def open_case(json_data: Opening) -> Response:
    """Open a case; the first task is the agency's own."""
    case = engine().casework.open_case(actor(), command(), json_data.region)
    answer = plain(Opened(id=case.id, number=case.number), 201)
    answer.headers["Location"] = url_for("api.case", case_id=case.id)
    return answer


@api.get("/cases/<case_id>")
@needs(CASES_READ)
@api.output(Case)
def case(case_id: str) -> Response:
    """Tell a case: what the agency has to do, what it received, what is waited for."""
    return tagged(shapes.case(engine().casefile.case_page(actor(), case_id, SHOWN)))


@api.post("/cases/<case_id>/events")
@needs(MESSAGES_GIVE, command=True, seen=True)
@api.input(Happened)
@api.output(Registered)
def register(case_id: str, json_data: Happened) -> Response:
    """Register an event that has happened; what waits for it goes on."""
    require_seen(shapes.case(engine().casefile.case_page(actor(), case_id, SHOWN)))
    engine().messages.register(actor(), case_id, json_data.name, command())
    return plain(Registered(case_id=case_id, name=json_data.name))


@api.get("/cases/<case_id>/timeline")
@needs(CASES_READ)
@api.input(Paged, location="query")
@api.output(Timeline)
def timeline(case_id: str, query_data: Paged) -> Response:
    """Tell what has happened, as far as the agency may know."""
    known = engine().casefile.case_page(actor(), case_id, ("timeline",)).timeline
    items, after = part(known, query_data)
    return page(Timeline, [shapes.entry(each) for each in items], after)
