"""The operations of the API in a plain page, for those who join other systems with this one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue

from engine.accounts.account import SCOPES
from web.api.room import PREFIX, operation_of
from web.language import lazy

pages = Blueprint("integration", __name__)

NAMES = {
    "ärenden": lazy("Ärenden"),
    "uppgifter": lazy("Uppgifter"),
    "meddelanden": lazy("Meddelanden"),
    "processer": lazy("Processer"),
    "granskning": lazy("Granskning"),
    "statistik": lazy("Statistik"),
}
"""What each subject of the scopes is called."""


@dataclass(frozen=True)
class Line:
    """An operation as it is listed."""

    method: str
    address: str
    about: str
    scope: str


@pages.get("/integration")
def operations() -> ResponseReturnValue:
    """List the operations, by subject; nothing in it tells of a case."""
    found = sorted(_lines(), key=lambda line: (line.address, line.method))
    subjects = [
        (name, [line for line in found if line.scope.startswith(f"{subject}:")])
        for subject, name in NAMES.items()
    ]
    return render_template("integration/operations.html", subjects=subjects, scopes=SCOPES)


def _lines() -> Iterator[Line]:
    for rule in current_app.url_map.iter_rules():
        operation = operation_of(rule.endpoint)
        if operation is None:
            continue
        about = (current_app.view_functions[rule.endpoint].__doc__ or "").partition("\n")[0]
        address = rule.rule.removeprefix(PREFIX).replace("path:", "")
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield Line(method, address.replace("<", "{").replace(">", "}"), about, operation.scope)
