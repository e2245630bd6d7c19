"""The diagrams of a case, as files that any BPMN tool can open and as pictures."""

from __future__ import annotations

from flask import Blueprint, Response

from web.current import actor, engine

pages = Blueprint("diagrams", __name__)

ALONE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; "
    "frame-ancestors 'none'; sandbox"
}
"""A picture has its style inside, and needs nothing else, also when it is opened by itself."""


@pages.get("/arende/<case_id>/diagram/<instance_id>/<process>.bpmn")
def diagram(case_id: str, instance_id: str, process: str) -> Response:
    """Return the drawing of a process that the reader takes part in."""
    drawing = engine().casefile.diagram(actor(), case_id, instance_id, process)
    return Response(
        drawing,
        mimetype="application/xml",
        headers={"Content-Disposition": f'inline; filename="{process}.bpmn"'},
    )


@pages.get("/arende/<case_id>/diagram/<instance_id>/<process>.svg")
def picture(case_id: str, instance_id: str, process: str) -> Response:
    """Return the same drawing as a picture, the reader's own steps marked."""
    drawing = engine().casefile.picture(actor(), case_id, instance_id, process)
    return Response(drawing, mimetype="image/svg+xml", headers=ALONE)
