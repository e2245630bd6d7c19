"""Drafts of the processes: what process owners change before anything is live."""

from __future__ import annotations

from datetime import datetime

from flask import Response, url_for
from pydantic import Field

from engine.accounts.account import PROCESSES_CHANGE
from engine.errors import NotFound
from engine.modelling.draft import DraftPage
from engine.modelling.drafts import state_of
from web.api.answering import Paged, Shape, page, part, plain, require_seen, tag_of, tagged
from web.api.asking import actor, engine
from web.api.room import api, needs
from web.api.versions import TEXT, Fault, Files


class DraftLine(Shape):
    """A draft as it is listed."""

    id: str
    name: str
    base: str = Field(description="The version that it changes.")
    owner: str
    created_at: datetime
    state: str


class DraftList(Shape):
    """Drafts, the newest first."""

    items: tuple[DraftLine, ...]
    next: str | None


class ProcessDraft(DraftLine):
    """A draft with what it changes and what is wrong."""

    behind: bool = Field(description="Something else has been published since it began.")
    touched: tuple[str, ...]
    paths: tuple[str, ...]
    findings: tuple[Fault, ...]


class Beginning(Shape):
    """A draft to be opened."""

    name: str = Field(max_length=200)


class DraftDone(Shape):
    """What became of a change of a draft."""

    id: str
    state: str
    changed: int | None = None


@api.get("/drafts")
@needs(PROCESSES_CHANGE)
@api.input(Paged, location="query")
@api.output(DraftList)
def drafts(query_data: Paged) -> Response:
    """List the drafts."""
    items, after = part(engine().drafts.drafts(actor()), query_data)
    return page(DraftList, [DraftLine.model_validate(each) for each in items], after)


@api.post("/drafts")
@needs(PROCESSES_CHANGE, command=True)
@api.input(Beginning)
@api.output(DraftDone, 201)
def open_draft(json_data: Beginning) -> Response:
    """Begin a change of what applies now."""
    made = engine().drafts.open_draft(actor(), json_data.name)
    answer = plain(DraftDone(id=made.id, state=made.state), 201)
    answer.headers["Location"] = url_for("api.process_draft", draft_id=made.id)
    return answer


@api.get("/drafts/<draft_id>")
@needs(PROCESSES_CHANGE)
@api.output(ProcessDraft)
def process_draft(draft_id: str) -> Response:
    """Tell a draft: what it changes, and everything that is wrong."""
    return tagged(_draft(draft_id)[1])


@api.get("/drafts/<draft_id>/files/<path:path>")
@needs(PROCESSES_CHANGE, media=TEXT)
def draft_file(draft_id: str, path: str) -> Response:
    """Hand out a file as it stands in the draft."""
    found = engine().drafts.read_file(actor(), draft_id, path)
    return Response(found.content, content_type="text/plain; charset=utf-8")


@api.post("/drafts/<draft_id>/files")
@needs(PROCESSES_CHANGE, command=True, seen=True)
@api.input(Files)
@api.output(DraftDone)
def take_over(draft_id: str, json_data: Files) -> Response:
    """Take over files; `whole`: these are all, and what is not there is removed."""
    found, told = _draft(draft_id)
    require_seen(told)
    given = [(path, text.encode()) for path, text in json_data.files.items()]
    changed = engine().drafts.take_over(
        actor(), draft_id, given, json_data.whole, state_of(found.draft)
    )
    done = DraftDone(id=draft_id, state=told.state, changed=changed)
    return tagged(done, tag=tag_of(_draft(draft_id)[1]))


@api.delete("/drafts/<draft_id>")
@needs(PROCESSES_CHANGE, command=True, seen=True)
@api.output(DraftDone)
def discard(draft_id: str) -> Response:
    """Throw a draft away; what was saved stays in its history."""
    require_seen(_draft(draft_id)[1])
    engine().drafts.discard(actor(), draft_id)
    return plain(DraftDone(id=draft_id, state="discarded"))


def seen_draft(draft_id: str) -> None:
    """Refuse what was not seen as it is now, or cannot be seen."""
    require_seen(_draft(draft_id)[1])


def _draft(draft_id: str) -> tuple[DraftPage, ProcessDraft]:
    found = engine().drafts.read_draft(actor(), draft_id)
    if found.draft.id != draft_id:
        raise NotFound(draft_id)
    listed = {name: getattr(found.draft, name) for name in DraftLine.model_fields}
    told = ProcessDraft(
        **listed, behind=found.behind, touched=found.touched, paths=tuple(found.files),
        findings=tuple(Fault.model_validate(each) for each in found.findings),
    )  # fmt: skip
    return found, told
