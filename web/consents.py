"""Consents on the case page: the person says yes or no later on, or takes a yes back."""

from __future__ import annotations

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from engine.casebook import consents
from engine.caseviews import ConsentLine
from engine.errors import InvalidAnswers, NotFound
from web.caseforms import FormPage, head, shown, typed
from web.cases import pages
from web.current import actor, command, engine, tell
from web.language import _, said

TAB = "samtycken"
WITHDRAWAL = "f05_aterkallelse"
"""The form in which Socialtjänsten registers a withdrawal (X1)."""
CARRIED = {"lamnat": "samtycke_form", "foretradare": "foretradare"} | {
    f"datum-{part}": f"aterkallat_datum-{part}" for part in ("day", "month", "year")
}
"""What has been typed here and need not be typed again there."""


@pages.get("/arende/<case_id>/samtycke/<code>")
def consent(case_id: str, code: str) -> ResponseReturnValue:
    """Ask what the person answers now."""
    return shown(case_id, _answer_page(_line(case_id, code, withdrawal=False)))


@pages.post("/arende/<case_id>/samtycke/<code>")
def answer_consent(case_id: str, code: str) -> ResponseReturnValue:
    """Keep the answer; every process of the case knows it from now on."""
    page = _answer_page(_line(case_id, code, withdrawal=False, sent=True))
    try:
        engine().consents.answer(actor(), case_id, code, typed(), command())
    except InvalidAnswers as error:
        return shown(case_id, page, page.form.parse(typed()), error.problems), 422
    tell(_("Personens svar är registrerat."))
    return redirect(url_for(".case", case_id=case_id, flik=TAB), 303)


@pages.get("/arende/<case_id>/samtycke/<code>/aterkalla")
def withdrawal(case_id: str, code: str) -> ResponseReturnValue:
    """Tell what taking a consent back means, and ask how it was said."""
    return shown(case_id, _withdrawal_page(_line(case_id, code, withdrawal=True)))


@pages.post("/arende/<case_id>/samtycke/<code>/aterkalla")
def withdraw_consent(case_id: str, code: str) -> ResponseReturnValue:
    """Take a consent back: what is voluntary within it ends (X1)."""
    page = _withdrawal_page(_line(case_id, code, withdrawal=True, sent=True))
    try:
        engine().consents.withdraw(actor(), case_id, code, typed(), command())
    except InvalidAnswers as error:
        return shown(case_id, page, page.form.parse(typed()), error.problems), 422
    tell(_("Samtycket är återkallat."), *_registering(case_id, code))
    return redirect(url_for(".case", case_id=case_id, flik=TAB), 303)


def _line(case_id: str, code: str, *, withdrawal: bool, sent: bool = False) -> ConsentLine:
    """Return the consent if the reader may change it so; one already sent is left to the engine."""
    head(case_id)
    for line in engine().consentfile.lines(actor(), case_id):
        possible = line.may_withdraw if withdrawal else line.may_answer
        if line.code == code and (possible or sent):
            return line
    raise NotFound(f"consent {code}")


def _registering(case_id: str, code: str) -> tuple[str, str]:
    """Carry what was typed over to the task that registers it, if that is my agency's."""
    page = engine().casefile.case_page(actor(), case_id, ("tasks",))
    new = [line.task for line in page.tasks if line.task.form == WITHDRAWAL]
    free = [task for task in new if task.assignee is None]
    if not free:
        return "", ""
    task = max(free, key=lambda each: each.opened_at)
    kept = {there: typed()[here] for here, there in CARRIED.items() if here in typed()}
    engine().casework.save_draft(actor(), task.id, {**kept, "aterkallat_samtycke": [code]})
    return url_for("tasks.task", task_id=task.id), _("Nästa: %(name)s", name=task.name)


def _answer_page(line: ConsentLine) -> FormPage:
    return FormPage(
        _("Samtycke: %(name)s", name=said(line.name)),
        _("Fråga personen själv, med tolk om det behövs. Svaret gäller från nu. "
        "Steg som processen redan har gått förbi startar inte av sig själva."),
        consents.form_for(withdrawal=False), _("Registrera svaret"), TAB,
    )  # fmt: skip


def _withdrawal_page(line: ConsentLine) -> FormPage:
    return FormPage(
        _("Återkalla samtycke: %(name)s", name=said(line.name)),
        _("Fråga inte varför. Det som redan har lämnats ut kan inte tas tillbaka. Akut skydd, "
        "skydd för barn och en förundersökning påverkas inte."),
        consents.form_for(withdrawal=True), _("Återkalla samtycket"), TAB,
        _("Frivilliga insatser inom ändamålet upphör direkt, också hos andra. "
        "Inget mer får lämnas ut med stöd av samtycket."),
    )  # fmt: skip
