"""The diagrams of a case, as files that any BPMN tool can open."""

from __future__ import annotations

from flask import Blueprint, Response

from web.current import actor, engine

pages = Blueprint("diagrams", __name__)


@pages.get("/arende/<case_id>/diagram/<instance_id>/<process>.bpmn")
def diagram(case_id: str, instance_id: str, process: str) -> Response:
    """Return the drawing of a process that the reader takes part in."""
    drawing = engine().casefile.diagram(actor(), case_id, instance_id, process)
    return Response(
        drawing,
        mimetype="application/xml",
        headers={"Content-Disposition": f'inline; filename="{process}.bpmn"'},
    )
