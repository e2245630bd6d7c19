"""Errands: what my agency asks of itself in a case, beside the process."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from engine.casebook.errands import form_for, handing_form
from engine.caseviews import ErrandLine
from engine.errors import InvalidAnswers, NotFound
from web.caseforms import FormPage, head, shown, typed
from web.cases import pages
from web.current import actor, command_for_this, engine, tell
from web.language import _


@pages.get("/arende/<case_id>/egen-uppgift")
def new_errand(case_id: str) -> ResponseReturnValue:
    """Ask what is to be done, by whom and by when."""
    return shown(case_id, _page())


@pages.post("/arende/<case_id>/egen-uppgift")
def add_errand(case_id: str) -> ResponseReturnValue:
    """Add an errand."""
    head(case_id)
    page = _page()
    try:
        colleagues = engine().casetabs.colleagues(actor())
        engine().errands.add(actor(), case_id, typed(), colleagues, command_for_this())
    except InvalidAnswers as error:
        return shown(case_id, page, page.form.parse(typed()), error.problems), 422
    tell(_("Den egna uppgiften är sparad."))
    return redirect(url_for(".case", case_id=case_id), 303)


@pages.get("/arende/<case_id>/egen-uppgift/<errand_id>/handlaggare")
def errand(case_id: str, errand_id: str) -> ResponseReturnValue:
    """Ask who is to have an errand."""
    line = _line(case_id, errand_id)
    return shown(case_id, _handing(line), {"handlaggare": line.errand.assignee or ""})


@pages.post("/arende/<case_id>/egen-uppgift/<errand_id>/handlaggare")
def give_errand(case_id: str, errand_id: str) -> ResponseReturnValue:
    """Give an errand to a colleague, or to nobody."""
    page = _handing(_line(case_id, errand_id))
    try:
        chosen = page.form.accept(typed(), engine().clock.now().date()).data
    except InvalidAnswers as error:
        return shown(case_id, page, page.form.parse(typed()), error.problems), 422
    colleague = str(chosen.get("handlaggare", ""))
    engine().errands.assign(actor(), case_id, errand_id, colleague)
    name = dict(engine().casetabs.colleagues(actor())).get(colleague, "Ingen")
    tell(f"{name} har den egna uppgiften nu.")
    return redirect(url_for(".case", case_id=case_id), 303)


@pages.post("/arende/<case_id>/egen-uppgift/<errand_id>/klar")
def finish_errand(case_id: str, errand_id: str) -> ResponseReturnValue:
    """Mark an errand as done."""
    engine().errands.finish(actor(), case_id, errand_id)
    tell(_("Den egna uppgiften är klar."))
    return redirect(url_for(".case", case_id=case_id), 303)


@pages.post("/arende/<case_id>/egen-uppgift/<errand_id>/oppna")
def reopen_errand(case_id: str, errand_id: str) -> ResponseReturnValue:
    """Mark an errand as not done after all."""
    engine().errands.reopen(actor(), case_id, errand_id)
    tell(_("Den egna uppgiften är öppen igen."))
    return redirect(url_for(".case", case_id=case_id), 303)


@pages.post("/arende/<case_id>/egen-uppgift/<errand_id>/ta")
def take_errand(case_id: str, errand_id: str) -> ResponseReturnValue:
    """Take an errand, or give it back when one has it."""
    me = "" if "lamna" in request.form else actor().id
    engine().errands.assign(actor(), case_id, errand_id, me)
    tell(_("Den egna uppgiften är din.") if me else _("Ingen har den egna uppgiften nu."))
    return redirect(url_for(".case", case_id=case_id), 303)


def _line(case_id: str, errand_id: str) -> ErrandLine:
    """Return an open errand of my agency. Raises NotFound."""
    for line in engine().casefile.case_page(actor(), case_id, ("todo",)).errands:
        if line.errand.id == errand_id and line.errand.done_at is None:
            return line
    raise NotFound(f"errand {errand_id}")


def _handing(line: ErrandLine) -> FormPage:
    return FormPage(
        _("Byt handläggare: %(title)s", title=line.title),
        _("Kollegan ser den bland sina egna uppgifter."),
        handing_form(engine().casetabs.colleagues(actor())), _("Byt handläggare"), "",
    )  # fmt: skip


def _page() -> FormPage:
    return FormPage(
        _("Lägg till en egen uppgift"),
        _("En egen uppgift syns bara hos er myndighet. Den hör inte till processen: "
        "ärendet går inte vidare när den är klar."),
        form_for(engine().casetabs.colleagues(actor())), _("Spara uppgiften"), "",
    )  # fmt: skip
