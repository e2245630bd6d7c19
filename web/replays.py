"""A case played back: what stood where on the drawings after each entry of its log."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from web.current import actor, engine
from web.diagrams import ALONE

if TYPE_CHECKING:
    from engine.audit.moments import History, Moment

pages = Blueprint("replays", __name__)
END = 10**9
DIGITS = 9


@pages.get("/arende/<case_id>/spela")
def replay(case_id: str) -> ResponseReturnValue:
    """Show a case as it stood after one entry; with scripts it can be played from there."""
    case, history = engine().replayed.history(actor(), case_id)
    moment = history.at(_number())
    number = moment.number if moment else 0
    return render_template(
        "replays/replay.html", case=case, history=history, moment=moment, told=_told(history),
        drawing=history.drawing(request.args.get("ritning"), number), sight=history.sight(number),
        around=_around(history, number),
    )  # fmt: skip


@pages.get("/arende/<case_id>/spela/<drawing_id>.bpmn")
def diagram(case_id: str, drawing_id: str) -> Response:
    """Return a drawing in the version that was in force then."""
    drawing = engine().replayed.diagram(actor(), case_id, drawing_id)
    return Response(drawing, mimetype="application/xml")


@pages.get("/arende/<case_id>/spela/<drawing_id>.svg")
def picture(case_id: str, drawing_id: str) -> Response:
    """Return the same drawing as a picture, marked as it stood after one entry."""
    drawing = engine().replayed.picture(actor(), case_id, drawing_id, _number())
    return Response(drawing, mimetype="image/svg+xml", headers=ALONE)


def _number() -> int:
    """Return the entry that is asked for; the last where none is."""
    asked = request.args.get("post", "")
    return int(asked) if asked.isdecimal() and len(asked) <= DIGITS else END


def _around(history: History, number: int) -> tuple[int | None, int | None]:
    """Return the numbers of the moments before and after."""
    numbers = [moment.number for moment in history.moments]
    before = [each for each in numbers if each < number]
    after = [each for each in numbers if each > number]
    return (before[-1] if before else None, after[0] if after else None)


def _told(history: History) -> dict[int, str]:
    """Return what the script needs of each moment, as JSON."""
    return {moment.number: json.dumps(_facts(moment)) for moment in history.moments}


def _facts(moment: Moment) -> dict[str, object]:
    seen = moment.seen
    return {
        "changes": [[c.drawing, c.element, c.mark, c.visit] for c in moment.changes],
        "seen": [seen.what, seen.id, seen.name] if seen else None,
    }
