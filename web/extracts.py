"""A party's extract of a case (insyn): chosen record by record, approved by a second person.

The routes are among those of `protection`.
"""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.access import reads_protected
from engine.errors import InvalidAnswers
from engine.secrecy.extracts import GIVE, WHY, WITHHOLD
from web.current import actor, engine, tell
from web.language import _
from web.protection import pages


@pages.get("/arende/<case_id>/partsutdrag")
def extract(case_id: str) -> ResponseReturnValue:
    """Tell what waits and what is approved, and ask what the party may read."""
    return _page(case_id, {})


@pages.post("/arende/<case_id>/partsutdrag")
def propose_extract(case_id: str) -> ResponseReturnValue:
    """Keep what was chosen, for a colleague to approve."""
    try:
        engine().extracts.propose(actor(), case_id, request.form)
    except InvalidAnswers as error:
        return _page(case_id, error.problems), 422
    tell(_("Utdraget är sparat. En kollega behöver godkänna det på den här sidan."))
    return redirect(url_for(".extract", case_id=case_id), 303)


@pages.post("/arende/<case_id>/partsutdrag/<extract_id>/godkann")
def approve_extract(case_id: str, extract_id: str) -> ResponseReturnValue:
    """Approve a colleague's choice."""
    engine().extracts.approve(actor(), case_id, extract_id)
    tell(_("Utdraget är godkänt."))
    return redirect(url_for(".extract", case_id=case_id), 303)


@pages.post("/arende/<case_id>/partsutdrag/<extract_id>")
def take_extract(case_id: str, extract_id: str) -> ResponseReturnValue:
    """Hand out an approved extract as a PDF; that it was taken is noted."""
    from engine.audit.handout import party_dossier  # noqa: PLC0415
    from engine.book.dossier import Withheld, write_dossier  # noqa: PLC0415  (typst is large)

    number = engine().protected.marking(actor(), case_id)[0]
    taken = engine().extracts.hand_out(actor(), case_id, extract_id)
    engine().trail.note("exported", actor(), "protection.take_extract", case_id)
    left = [Withheld(f"Handling {each.number}", each.why, each.instead) for each in taken.left]
    agency = engine().queries.agency_name(actor().agency)
    told = party_dossier(number, agency, engine().clock.now(), taken.sheets, left)
    headers = {"Content-Disposition": f"attachment; filename=partsutdrag-{number}.pdf"}
    return Response(write_dossier(told), mimetype="application/pdf", headers=headers)


def _page(case_id: str, problems: Mapping[str, str]) -> str:
    page = engine().extractfile.page(actor(), case_id)
    records = [(held.key, sheet.title, sheet.at) for held, sheet in
               engine().extracts.records(page.held)]  # fmt: skip
    titles = {key: (title, at) for key, title, at in records}
    may_approve = page.newest is not None and page.newest.may_approve(actor())
    return render_template(
        "protection/extract.html", page=page, records=records, titles=titles, problems=problems,
        typed=request.form, why=WHY, give=GIVE, withhold=WITHHOLD, may_approve=may_approve,
        may_see=reads_protected(actor()),
    )  # fmt: skip
