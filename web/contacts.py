"""The contacts of my agency in a case: add one, change it, take it out."""

from __future__ import annotations

from dataclasses import replace

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from engine.casebook.contacts import FORM, form_for
from engine.errors import Conflict, InvalidAnswers
from web.caseforms import FormPage, head, shown, typed
from web.cases import pages
from web.current import actor, command_for_this, engine, tell
from web.language import _, lazy

TAB = "medverkande"
PAGE = FormPage(
    lazy("Lägg till en kontakt"),
    lazy("Kontakten läses bara av er myndighet. Den lämnas inte ut med något annat."),
    FORM, lazy("Spara kontakten"), TAB,
)  # fmt: skip


@pages.get("/arende/<case_id>/kontakt")
def new_contact(case_id: str) -> ResponseReturnValue:
    """Ask who it is and how to reach them safely."""
    return shown(case_id, PAGE)


@pages.post("/arende/<case_id>/kontakt")
def add_contact(case_id: str) -> ResponseReturnValue:
    """Add a contact."""
    head(case_id)
    try:
        engine().contacts.add(actor(), case_id, typed(), command_for_this())
    except InvalidAnswers as error:
        return shown(case_id, PAGE, FORM.parse(typed()), error.problems), 422
    tell(_("Kontakten är sparad."))
    return redirect(url_for(".case", case_id=case_id, flik=TAB), 303)


@pages.get("/arende/<case_id>/kontakt/<contact_id>")
def contact(case_id: str, contact_id: str) -> ResponseReturnValue:
    """Show a contact with its earlier versions, to be changed or taken out."""
    lines = engine().casetabs.contact(actor(), case_id, contact_id)
    now = lines[0].contact
    return shown(case_id, _page(case_id, now.version), now.answers, lines=lines)


@pages.post("/arende/<case_id>/kontakt/<contact_id>")
def change_contact(case_id: str, contact_id: str) -> ResponseReturnValue:
    """Keep a new version of a contact; the old one is kept too."""
    lines = engine().casetabs.contact(actor(), case_id, contact_id)
    version = request.form.get("_version", "")
    seen = int(version) if version.isascii() and version.isdigit() and len(version) < 10 else 0  # noqa: PLR2004
    try:
        engine().contacts.change(actor(), case_id, contact_id, seen, typed())
    except (InvalidAnswers, Conflict) as error:
        problems = error.problems if isinstance(error, InvalidAnswers) else {"": str(error)}
        now = lines[0].contact.version
        page = _page(case_id, now if isinstance(error, Conflict) else seen)
        return shown(case_id, page, FORM.parse(typed()), problems, lines=lines), 422
    tell(_("Kontakten är ändrad. Den tidigare lydelsen finns kvar."))
    return redirect(url_for(".case", case_id=case_id, flik=TAB), 303)


@pages.post("/arende/<case_id>/kontakt/<contact_id>/bort")
def remove_contact(case_id: str, contact_id: str) -> ResponseReturnValue:
    """Take a contact out of the register."""
    engine().contacts.remove(actor(), case_id, contact_id)
    tell(_("Kontakten är borttagen ur registret."))
    return redirect(url_for(".case", case_id=case_id, flik=TAB), 303)


def _page(case_id: str, version: int) -> FormPage:
    text = _("Det du ändrar blir en ny lydelse. De tidigare finns kvar och visas nedan.")
    hidden = {"_version": str(version)}
    marking = engine().protected.marking(actor(), case_id)[1]
    form = form_for(marking)
    return replace(PAGE, title=_("Ändra kontakten"), text=text, hidden=hidden, form=form)
