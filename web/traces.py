"""What each duty of the source text comes to: the processes seen from the law, no case in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from engine.counts.layouts import STEPS
from web.current import engine

if TYPE_CHECKING:
    from engine.proof.trace import Row

pages = Blueprint("traces", __name__)


@pages.get("/sparbarhet")
def traces() -> ResponseReturnValue:
    """List the duties with what fulfils each; of one agency or one step if asked."""
    all_ = engine().traced()
    agency, step = request.args.get("aktor", ""), request.args.get("steg", "")
    shown = [row for row in all_ if agency in {"", row.agency} and _is_in(row, step)]
    return render_template(
        "traces/traces.html", rows=shown, pairs=_pairs(all_), steps=STEPS, agency_shown=agency,
        step_shown=step, recorded=any(row.scenarios for row in all_),
    )  # fmt: skip


def _pairs(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return each agency as an option, (value, text), in the order of the register."""
    return [(name, name) for name in dict.fromkeys(row.agency for row in rows)]


def _is_in(row: Row, step: str) -> bool:
    """Say whether a step (3) is among those of a duty (2-4); any if none is asked for."""
    first, _, last = row.step.partition("-")
    return step not in STEPS or first <= step <= (last or first)
