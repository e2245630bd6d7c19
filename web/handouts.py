"""Files that an agency takes out of a case, once a colleague has approved it.

The routes are among those of `protection`: the approval is the one for prints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, request
from flask.typing import ResponseReturnValue

from engine.audit.xes import xes_of
from engine.errors import NotFound
from web.current import actor, engine
from web.protection import pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.secrecy.protected import Sheet

PDF, LOG, XES, PLAIN = "pdf", "logg", "xes", "xes_avidentifierad"
MIMETYPES = {PDF: "application/pdf", LOG: "application/zip", XES: "application/xml",
             PLAIN: "application/xml"}  # fmt: skip


@pages.post("/arende/<case_id>/utskrift/<permit_id>/fil")
def take_out(case_id: str, permit_id: str) -> ResponseReturnValue:
    """Hand out the agency's part of a case as a file; that it was taken is noted."""
    kind = request.form.get("slag", "")
    number = engine().protected.marking(actor(), case_id)[0]
    usable = engine().protected.prints(actor(), case_id).usable
    if kind not in MIMETYPES or usable is None:
        raise NotFound(f"permit {permit_id}")
    by = (("Av", actor().name), ("Godkänt av", usable.approved_by or ""),
          ("Skäl", usable.permit.reason))  # fmt: skip
    sheets = engine().protection.print_out(actor(), case_id, permit_id, kind)
    engine().trail.note("exported", actor(), "protection.take_out", case_id, form=kind)
    content, name = _file(kind, case_id, number, sheets, by)
    headers = {"Content-Disposition": f"attachment; filename={name}"}
    return Response(content, mimetype=MIMETYPES[kind], headers=headers)


def _file(
    kind: str, case_id: str, number: str, sheets: Sequence[Sheet], by: tuple[tuple[str, str], ...]
) -> tuple[bytes, str]:
    if kind == PDF:
        return _pdf(case_id, number, sheets, by), f"arende-{number}.pdf"
    if kind == LOG:
        bundle = engine().audit.bundle(actor(), number, told=True)
        return bundle.content, bundle.name
    hidden = kind == PLAIN
    case, rows = engine().replayed.log(actor(), case_id)
    said = engine().replayed.titles(case)
    content = xes_of(number, rows, said, deidentified=hidden)
    return content, "avidentifierat.xes" if hidden else f"arende-{number}.xes"


def _pdf(
    case_id: str, number: str, sheets: Sequence[Sheet], by: tuple[tuple[str, str], ...]
) -> bytes:
    from engine.audit.handout import case_dossier  # noqa: PLC0415
    from engine.book.dossier import write_dossier  # noqa: PLC0415  (typst is large, and seldom used)

    played = engine().replayed.pictures(actor(), case_id)
    agency = engine().queries.agency_name(actor().agency)
    told = case_dossier(number, agency, engine().clock.now(), by, sheets, played)
    return write_dossier(told)
