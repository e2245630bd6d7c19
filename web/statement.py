"""The accessibility statement: lag (2018:1937) 13 §, for everybody, signed in or not."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

REVIEWED = date(2026, 11, 26)
"""When the statement was last held against the pages."""

pages = Blueprint("statement", __name__)


@pages.get("/tillganglighet")
def statement() -> ResponseReturnValue:
    """Tell how far the pages follow the law, what is known to be missing, and where to complain."""
    return render_template("statement/statement.html", reviewed=REVIEWED)
