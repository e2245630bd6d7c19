"""A process as a table to change: the same job as on the canvas, with plain forms."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from engine.errors import Overtaken
from engine.model import Finding
from engine.modelling.redraw import OF_DRAWING
from engine.modelling.table.edits import add_step, edit_step, remove_step
from engine.modelling.table.rows import Row
from web.current import actor, engine
from web.language import _
from web.modelling import names
from web.stepdesk import Desk, desk_of, kept, reading
from web.stepforms import (
    EVENTS,
    asked_of,
    fields_of,
    sent_new,
    sent_step,
    trigger_of,
    triggers_of,
    typed_of,
)

pages = Blueprint("steps", __name__)


@pages.get("/utkast/<draft_id>/steg/<path>")
def table(draft_id: str, path: str) -> ResponseReturnValue:
    """Show a process as a table, with what is wrong at each step."""
    page = engine().drafts.read_draft(actor(), draft_id)
    desk = desk_of(page, path)
    all_here = [each for each in page.findings if each.file == path]
    here = [each for each in all_here if each.rule not in OF_DRAWING]
    return render_template(
        "modelling/table.html", **desk.common(), found=_by_element(here),
        elsewhere=len(page.findings) - len(all_here), wrong=len(here),
        askew=len(all_here) - len(here),
    )  # fmt: skip


@pages.get("/utkast/<draft_id>/steg/<path>/<element>")
def step(draft_id: str, path: str, element: str) -> ResponseReturnValue:
    """Show the form of one step."""
    desk = reading(draft_id, path)
    return _step_page(desk, desk.row(element), typed_of(desk.row(element), desk.choices))


@pages.post("/utkast/<draft_id>/steg/<path>/<element>")
def change(draft_id: str, path: str, element: str) -> ResponseReturnValue:
    """Change a step."""
    desk = reading(draft_id, path)
    row = desk.row(element)

    def changed() -> str:
        return edit_step(path, desk.file.content, element, sent_step(row, desk.choices))

    def again(problems: dict[str, str], overtaken: Overtaken | None = None) -> str:
        return _step_page(desk, row, request.form.to_dict(), problems, overtaken)

    return kept(desk, changed, again, element, _("Steget är ändrat."))


@pages.post("/utkast/<draft_id>/steg/<path>/<element>/ta-bort")
def remove(draft_id: str, path: str, element: str) -> ResponseReturnValue:
    """Take a step away."""
    desk = reading(draft_id, path)
    row = desk.row(element)

    def again(problems: dict[str, str], overtaken: Overtaken | None = None) -> str:
        return _step_page(desk, row, typed_of(row, desk.choices), problems, overtaken)

    def without() -> str:
        return remove_step(path, desk.file.content, element)

    return kept(desk, without, again, "", _("Steget är borttaget."))


@pages.get("/utkast/<draft_id>/steg/<path>/ny/<flow>")
def new(draft_id: str, path: str, flow: str) -> ResponseReturnValue:
    """Show the form of a step to put in on a way."""
    desk = reading(draft_id, path)
    row, _way = desk.before(flow)
    return _new_page(desk, flow, {"aktor": row.agency, "slag": "userTask"})


@pages.post("/utkast/<draft_id>/steg/<path>/ny/<flow>")
def add(draft_id: str, path: str, flow: str) -> ResponseReturnValue:
    """Put a step in on a way."""
    desk = reading(draft_id, path)
    made: list[str] = []

    def added() -> str:
        text, element = add_step(path, desk.file.content, flow, sent_new(desk.choices))
        made.append(element)
        return text

    def again(problems: dict[str, str], overtaken: Overtaken | None = None) -> str:
        return _new_page(desk, flow, request.form.to_dict(), problems, overtaken)

    return kept(desk, added, again, made, _("Steget är tillagt."))


def _step_page(
    desk: Desk, row: Row, typed: dict[str, str], problems: dict[str, str] | None = None,
    overtaken: Overtaken | None = None,
) -> str:  # fmt: skip
    fields = asked_of(row, typed.get("aktor", row.agency), desk.choices)
    triggers = triggers_of(row.kind, desk.choices, trigger_of(row, desk.choices))
    return render_template(
        "modelling/step.html", **desk.common(), row=row, typed=typed, problems=problems or {},
        fields=fields, overtaken=overtaken, names=names(), triggers=triggers, events=EVENTS,
        meanwhile=[each for each in desk.table.rows if each.host == row.id],
    )  # fmt: skip


def _new_page(
    desk: Desk, flow: str, typed: dict[str, str], problems: dict[str, str] | None = None,
    overtaken: Overtaken | None = None,
) -> str:  # fmt: skip
    row, way = desk.before(flow)
    return render_template(
        "modelling/new_step.html", **desk.common(), row=row, way=way, typed=typed,
        problems=problems or {}, overtaken=overtaken, names=names(),
        fields=fields_of("userTask", typed.get("aktor", ""), desk.choices, new=True),
    )  # fmt: skip


def _by_element(found: list[Finding]) -> dict[str, list[Finding]]:
    grouped: dict[str, list[Finding]] = {}
    for each in found:
        grouped.setdefault(each.element or "", []).append(each)
    return grouped
