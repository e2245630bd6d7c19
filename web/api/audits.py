"""For those who review the log: a case's log as it is stored, whether it holds, the anchors."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import Response, request
from pydantic import Field

from engine.access import may_audit
from engine.accounts.account import AUDIT_READ
from engine.errors import NotFound
from web.api.answering import Paged, Shape, page, part, plain
from web.api.asking import actor, engine
from web.api.room import api, needs

ZIP = "application/zip"


class LogPage(Shape):
    """Entries of a case's log; of those of others only their place and a hash."""

    items: tuple[dict[str, Any], ...] = Field(description="As the verifier reads them.")
    next: str | None


class Anchor(Shape):
    """What was signed."""

    number: int
    at: datetime
    statement: dict[str, Any]
    signature: str


class AnchorList(Shape):
    """Anchors, the oldest first."""

    items: tuple[Anchor, ...]
    next: str | None


class Wrong(Shape):
    """Something that is not as it was written."""

    where: str = Field(description="The number of a case; else the agency's own log, or an anchor.")
    place: str
    what: str
    why: str


class Check(Shape):
    """What checking the agency's logs came to."""

    chains: int
    entries: int
    anchors: int
    beyond: int = Field(description="Entries newer than every anchor.")
    newest: datetime | None
    findings: tuple[Wrong, ...]


@api.get("/audit/cases/<number>")
@needs(AUDIT_READ)
@api.input(Paged, location="query")
@api.output(LogPage)
def case_log(number: str, query_data: Paged) -> Response:
    """Tell a case's log as it is stored; that it was taken out is noted."""
    _require_auditor()
    items, after = part(engine().audit.bundle(actor(), number).entries, query_data)
    return page(LogPage, items, after)


@api.get("/audit/cases/<number>/archive")
@needs(AUDIT_READ, media=ZIP)
def case_archive(number: str) -> Response:
    """Hand out a case's log with what is needed to check it elsewhere."""
    _require_auditor()
    return Response(engine().audit.bundle(actor(), number).content, content_type=ZIP)


@api.post("/audit/verify")
@needs(AUDIT_READ)
@api.output(Check)
def verify() -> Response:
    """Check the logs of the agency's cases and readings now. Changes nothing; it is noted."""
    _require_auditor()
    found, names = engine().audit.verify_own(actor())
    wrong = tuple(Wrong(where=names.get(stream, stream), place=str(place), what=what, why=why)
                  for stream, place, what, why in found.findings)  # fmt: skip
    return plain(Check(chains=found.chains, entries=found.entries, anchors=found.anchors,
                       beyond=found.beyond, newest=found.newest, findings=wrong))  # fmt: skip


@api.get("/audit/anchors")
@needs(AUDIT_READ)
@api.input(Paged, location="query")
@api.output(AnchorList)
def anchors(query_data: Paged) -> Response:
    """List the anchors; nothing in them tells of a case."""
    _require_auditor()
    items, after = part(engine().audit.anchors()[::-1], query_data)
    shown = [Anchor(number=each.number, at=each.at, **each.shown) for each in items]
    return page(AnchorList, shown, after)


def _require_auditor() -> None:
    """Hide it from everybody else; that they tried is noted."""
    if not may_audit(actor()):
        engine().trail.note("denied", actor(), str(request.endpoint))
        raise NotFound("review")
