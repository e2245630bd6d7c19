"""A process as a table to change: the same job as on the canvas, with plain forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request
from flask import url_for as address
from flask.typing import ResponseReturnValue

from engine.errors import Conflict, InvalidAnswers, NotFound, Overtaken
from engine.model import Finding
from engine.modelling.choices import Choices, choices_in
from engine.modelling.draft import DraftFile, DraftPage
from engine.modelling.redraw import OF_DRAWING
from engine.modelling.table.edits import AN_END, add_step, edit_step, remove_step
from engine.modelling.table.rows import Row, Table, Way, read_table
from web.current import actor, engine, tell
from web.language import _
from web.modelling import names
from web.stepforms import KINDS, fields_of, sent_new, sent_step, typed_of

pages = Blueprint("steps", __name__)


@dataclass(frozen=True)
class Desk:
    """A diagram of a draft, as one request finds it."""

    page: DraftPage
    file: DraftFile
    table: Table
    choices: Choices

    def row(self, element: str) -> Row:
        """Return a step, or raise NotFound."""
        if (row := self.table.row(element)) is None:
            raise NotFound(f"{element[:80]} is not in {self.file.path}")
        return row

    def before(self, flow: str) -> tuple[Row, Way]:
        """Return the step that a way leaves, and the way; or raise NotFound."""
        for row in self.table.rows:
            for way in row.ways:
                if way.id == flow:
                    return row, way
        raise NotFound(f"{flow[:80]} is not in {self.file.path}")

    def common(self) -> dict[str, object]:
        """Return what every page about it needs."""
        return {"draft": self.page.draft, "file": self.file, "table": self.table,
                "choices": self.choices, "kinds": KINDS, "an_end": AN_END}  # fmt: skip


@pages.get("/utkast/<draft_id>/steg/<path>")
def table(draft_id: str, path: str) -> ResponseReturnValue:
    """Show a process as a table, with what is wrong at each step."""
    page = engine().drafts.read_draft(actor(), draft_id)
    desk = _desk(page, path)
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
    desk = _read(draft_id, path)
    return _step_page(desk, desk.row(element), typed_of(desk.row(element)))


@pages.post("/utkast/<draft_id>/steg/<path>/<element>")
def change(draft_id: str, path: str, element: str) -> ResponseReturnValue:
    """Change a step."""
    desk = _read(draft_id, path)
    row = desk.row(element)

    def changed() -> str:
        return edit_step(path, desk.file.content, element, sent_step(row, desk.choices))

    def again(problems: dict[str, str], overtaken: Overtaken | None = None) -> str:
        return _step_page(desk, row, request.form.to_dict(), problems, overtaken)

    return _kept(desk, changed, again, element, _("Steget är ändrat."))


@pages.post("/utkast/<draft_id>/steg/<path>/<element>/ta-bort")
def remove(draft_id: str, path: str, element: str) -> ResponseReturnValue:
    """Take a step away."""
    desk = _read(draft_id, path)
    row = desk.row(element)

    def again(problems: dict[str, str], overtaken: Overtaken | None = None) -> str:
        return _step_page(desk, row, typed_of(row), problems, overtaken)

    def without() -> str:
        return remove_step(path, desk.file.content, element)

    return _kept(desk, without, again, "", _("Steget är borttaget."))


@pages.get("/utkast/<draft_id>/steg/<path>/ny/<flow>")
def new(draft_id: str, path: str, flow: str) -> ResponseReturnValue:
    """Show the form of a step to put in on a way."""
    desk = _read(draft_id, path)
    row, _way = desk.before(flow)
    return _new_page(desk, flow, {"aktor": row.agency, "slag": "userTask"})


@pages.post("/utkast/<draft_id>/steg/<path>/ny/<flow>")
def add(draft_id: str, path: str, flow: str) -> ResponseReturnValue:
    """Put a step in on a way."""
    desk = _read(draft_id, path)
    made: list[str] = []

    def added() -> str:
        text, element = add_step(path, desk.file.content, flow, sent_new(desk.choices))
        made.append(element)
        return text

    def again(problems: dict[str, str], overtaken: Overtaken | None = None) -> str:
        return _new_page(desk, flow, request.form.to_dict(), problems, overtaken)

    return _kept(desk, added, again, made, _("Steget är tillagt."))


def _read(draft_id: str, path: str) -> Desk:
    return _desk(engine().drafts.read_files(actor(), draft_id), path)


def _desk(page: DraftPage, path: str) -> Desk:
    if not path.endswith(".bpmn"):
        raise NotFound(f"{path[:80]} is no diagram")
    file = page.file(path)
    return Desk(page, file, read_table(path, file.content), choices_in(page.files))


def _kept(
    desk: Desk, changed: Callable[[], str], again: Callable[..., str], place: str | list[str],
    said: str,
) -> ResponseReturnValue:  # fmt: skip
    """Save what was changed over what the person has seen, or show their form again."""
    seen, draft, file = request.form.get("hash", ""), desk.page.draft, desk.file
    try:
        if seen != file.digest:
            return again({}, Overtaken("", file.content, file.digest, file.author, file.at)), 409
        engine().drafts.save_file(actor(), draft.id, file.path, changed(), seen)
    except InvalidAnswers as error:
        return again(dict(error.problems)), 422
    except Overtaken as error:
        return again({}, error), 409
    except Conflict as error:
        return again({"steg": str(error)}), 409
    tell(said)
    anchor = place if isinstance(place, str) else "".join(place[:1])
    back = address(".table", draft_id=draft.id, path=file.path, _anchor=anchor or None)
    return redirect(back, 303)


def _step_page(
    desk: Desk, row: Row, typed: dict[str, str], problems: dict[str, str] | None = None,
    overtaken: Overtaken | None = None,
) -> str:  # fmt: skip
    fields = fields_of(row.kind, typed.get("aktor", row.agency), desk.choices)
    return render_template(
        "modelling/step.html", **desk.common(), row=row, typed=typed, problems=problems or {},
        fields=fields, overtaken=overtaken, names=names(),
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
