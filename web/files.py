"""Files of a draft without a canvas: a new one is begun, and any of them is changed as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import Blueprint, redirect, render_template, request
from flask import url_for as address
from flask.typing import ResponseReturnValue

from engine.errors import Conflict, InvalidAnswers, ModelError, Overtaken
from engine.model import Finding
from engine.modelling.beginning import Wanted, begin, tables_of
from engine.modelling.choices import choices_in
from engine.modelling.lines import difference, placed, plain
from web.current import actor, engine, tell
from web.language import _, lazy
from web.modelling import names

KINDS = {
    "bpmn": lazy("En process (diagram)"),
    "form": lazy("Ett formulär"),
    "dmn": lazy("En beslutstabell"),
}
EDITED = {"bpmn": "steps.table", "form": "modeller.editor", "dmn": "modeller.editor"}
"""Where a new file is changed further."""

pages = Blueprint("files", __name__)


@pages.get("/utkast/<draft_id>/ny-fil")
def new(draft_id: str) -> ResponseReturnValue:
    """Show the form of a new file."""
    return _new_page(draft_id, {"slag": "bpmn"}, {})


@pages.post("/utkast/<draft_id>/ny-fil")
def add(draft_id: str) -> ResponseReturnValue:
    """Begin a file as the smallest right one of its kind."""
    sent = request.form
    page = engine().drafts.read_files(actor(), draft_id)
    wanted = Wanted(
        sent.get("slag", ""), sent.get("namn", ""), sent.get("fil", ""), sent.get("aktor", ""),
        sent.get("laser", ""), sent.get("ger", ""),
    )  # fmt: skip
    try:
        path, text = begin(wanted, choices_in(page.files))
        engine().drafts.save_file(actor(), draft_id, path, text, None)
    except InvalidAnswers as error:
        return _new_page(draft_id, sent, dict(error.problems)), 422
    except Conflict as error:
        return _new_page(draft_id, sent, {"fil": str(error)}), 409
    tell(_("%(path)s är tillagd i utkastet.", path=path))
    return redirect(address(EDITED[wanted.kind], draft_id=draft_id, path=path), 303)


@pages.get("/utkast/<draft_id>/text/<path:path>")
def text(draft_id: str, path: str) -> ResponseReturnValue:
    """Show a file as text, with what the check finds at its lines."""
    page = engine().drafts.read_draft(actor(), draft_id)
    file = page.file(path)
    here = [each for each in page.findings if each.file == path]
    return _text_page(draft_id, path, file.content, here, elsewhere=len(page.findings) - len(here))


@pages.post("/utkast/<draft_id>/text/<path:path>")
def save(draft_id: str, path: str) -> ResponseReturnValue:
    """Save a file that was changed as text; what cannot be read back stays in the form."""
    engine().drafts.read_file(actor(), draft_id, path)
    typed, seen = plain(request.form.get("text", "")), request.form.get("hash", "")
    try:
        engine().drafts.save_file(actor(), draft_id, path, typed, seen)
    except ModelError as error:
        return _text_page(draft_id, path, typed, error.findings, refused=error), 422
    except Conflict as error:
        return _text_page(draft_id, path, typed, (), refused=error), 409
    tell(_("%(path)s är sparad.", path=path))
    return redirect(address(".text", draft_id=draft_id, path=path), 303)


def _new_page(draft_id: str, typed: Mapping[str, str], problems: dict[str, str]) -> str:
    page = engine().drafts.read_files(actor(), draft_id)
    choices = choices_in(page.files)
    return render_template(
        "modelling/new_file.html", draft=page.draft, typed=typed, problems=problems, kinds=KINDS,
        agencies=choices.agencies, variables=tables_of(choices),
    )  # fmt: skip


def _text_page(
    draft_id: str, path: str, typed: str, found: Sequence[Finding], elsewhere: int = 0,
    refused: ModelError | Conflict | None = None,
) -> str:  # fmt: skip
    page = engine().drafts.read_files(actor(), draft_id)
    file, unreadable = page.file(path), isinstance(refused, ModelError)
    overtaken = refused if isinstance(refused, Overtaken) else None
    theirs = overtaken.content if overtaken else None
    return render_template(
        "modelling/text.html", draft=page.draft, file=file, typed=typed, names=names(),
        found=placed(typed, found), lines=typed.split("\n"), elsewhere=elsewhere,
        unreadable=unreadable, overtaken=overtaken,
        closed=str(refused) if refused and not unreadable and not overtaken else "",
        seen=request.form.get("hash", file.digest) if unreadable else file.digest,
        differs=[] if theirs is None else difference(theirs, typed),
    )  # fmt: skip
