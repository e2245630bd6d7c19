"""Who sees which answers, of a draft or a version: a small table for each form."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from engine.errors import ModelError
from engine.modelling.readers.tables import Tables
from web.current import actor, engine
from web.differences import found

pages = Blueprint("readers", __name__)

CHOICES = ("process", "formular", "aktor")


@pages.get("/utkast/<draft_id>/insyn")
def draft(draft_id: str) -> ResponseReturnValue:
    """Show who would see what, and how a draft alters it."""
    page = engine().drafts.read_draft(actor(), draft_id)
    try:
        difference = engine().versions.of_draft(actor(), draft_id)
    except ModelError:
        return render_template("modelling/readers.html", draft=page.draft, page=page)
    return _page(Tables(difference.after), draft=page.draft, altered=difference.readers)


@pages.get("/versioner/<version>/insyn")
def version(version: str) -> ResponseReturnValue:
    """Show who sees what by a published version."""
    tables = Tables(engine().versions.published(version))
    return _page(tables, line=found(engine().versions.lines(actor()), version))


def _page(tables: Tables, **about: object) -> str:
    process, form, agency = (request.args.get(name, "") for name in CHOICES)
    chosen = tables.forms(process, form, agency) if process or form or agency else None
    return render_template(
        "modelling/readers.html", tables=tables, forms=chosen, process=process, form=form,
        reading=agency, **about,
    )  # fmt: skip
