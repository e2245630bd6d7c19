"""The access log for those who review it: search, ready controls, the month's sample, conclusions.

The routes are among those of `auditing`: nobody else finds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.audit.marks import ASK, FINE, VERDICTS, WRONG
from engine.audit.review import MANY, NIGHT, OUTSIDE, Wanted, wanted
from engine.counts.spreadsheet import Sheet, csv_of
from engine.deadlines import ZONE
from engine.errors import InvalidAnswers, NotFound
from engine.secrecy.protected import REASONS
from web import swedish
from web.auditing import NO_CASE, pages
from web.current import actor, command, engine, tell
from web.language import _, lazy, said

if TYPE_CHECKING:
    from engine.audit.review import Line

DIGITS = 9
SOUGHT = {
    "last": lazy("Läsningar"), "visat": lazy("Visade skyddade uppgifter"),
    "nekat": lazy("Nekade försök"), "uttag": lazy("Uttag av filer"),
    "inloggning": lazy("In- och utloggningar"), "konton": lazy("Konton"),
    "granskning": lazy("Granskning av loggen"), "anslutning": lazy("Anslutna system"),
}  # fmt: skip
KIND = {
    "read": lazy("Läste"), "denied": lazy("Nekades"), "exported": lazy("Tog ut en fil"),
    "signed_in": lazy("Loggade in"), "signed_out": lazy("Loggade ut"),
    "searched": lazy("Sökte i åtkomstloggen"), "reviewed": lazy("Granskade en post"),
    "verified": lazy("Prövade loggen"), "anchored": lazy("Gjorde ett ankare"),
    "published": lazy("Publicerade processer"), "revealed": lazy("Såg skyddade uppgifter"),
    "printed": lazy("Skrev ut myndighetens del av ärendet"),
    "webhook_added": lazy("Anslöt ett system"), "webhook_ended": lazy("Tog bort en anslutning"),
    "webhook_changed": lazy("Ändrade en anslutning"),
    "webhook_rotated": lazy("Bytte hemligheten för en anslutning"),
    "webhook_paused": lazy("Pausade en anslutning"),
    "webhook_resumed": lazy("Återupptog en anslutning"),
    "webhook_tested": lazy("Skickade en provhändelse"),
    "webhook_resent": lazy("Skickade en händelse igen"),
    "account_added": lazy("Lade upp ett konto"), "account_changed": lazy("Fick ändrad behörighet"),
    "account_locked": lazy("Spärrade ett konto"), "account_unlocked": lazy("Öppnade ett konto"),
    "password_changed": lazy("Bytte lösenord"), "sittings_ended": lazy("Loggade ut någon"),
    "recovery_code_used": lazy("Använde en reservkod"),
    "second_factor_added": lazy("Ordnade engångskoder"),
    "second_factor_refused": lazy("Skrev fel engångskod"),
    "second_factor_reset": lazy("Nollställde engångskoder"),
}  # fmt: skip
PLACE = {
    "cases.case": lazy("ärendets sida"), "case_page": lazy("ärendets sida"),
    "cases": lazy("en sida i ärendet"), "tasks": lazy("en uppgift"),
    "task_page": lazy("en uppgift"),
    "papers": lazy("en bilaga eller kommentar"), "attachment": lazy("en bilaga eller kommentar"),
    "approvals": lazy("ett förslag"), "diagrams": lazy("ett diagram"),
    "replays": lazy("uppspelningen av ärendet"), "conflicts": lazy("jäv i ärendet"),
    "protection.reveal": lazy("dolda uppgifter"), "protection": lazy("skyddade uppgifter"),
    "protected": lazy("skyddade uppgifter"), "contact": lazy("en kontakt"),
    "exchange": lazy("anslutna system"),
    "auditing": lazy("granskningen av loggen"), "review": lazy("granskningen av loggen"),
}  # fmt: skip
CHANNEL = {"webb": lazy("på sidorna"), "kommando": lazy("vid kommandoraden"),
           "arbetare": lazy("av arbetaren"), "api": lazy("genom ett annat system")}  # fmt: skip
VERDICT = {FINE: lazy("Utan anmärkning"), ASK: lazy("Behöver utredas"),
           WRONG: lazy("Obehörig åtkomst")}  # fmt: skip
CONTROL = {
    OUTSIDE: (lazy("Läsningar utan uppdrag"), lazy(
        "Den som har läst ett ärende utan att ha eller ha haft något att göra i det: ingen "
        "uppgift, inget beslut, ingen kollega att ersätta. Det behöver inte vara fel, men ska "
        "kunna förklaras. Chefer som leder arbetet kan stå här.")),
    NIGHT: (lazy("Läsningar på natten"), lazy("Läsningar mellan klockan 22 och 06, svensk tid.")),
    MANY: (lazy("Mycket på kort tid"), lazy(
        "Den som har läst minst 15 olika ärenden inom en timme, eller tagit ut minst 5 filer inom "
        "ett dygn.")),
}  # fmt: skip


@pages.get("/granskning/atkomst")
def access() -> ResponseReturnValue:
    """Show what a search or a ready control finds in the access log."""
    try:
        asked = wanted(request.args, engine().clock.now().astimezone(ZONE).date())
        found = _found(asked)
    except InvalidAnswers as error:
        return _page(None, {}, error.problems), 422
    except NotFound:
        return _page(None, {}, {"arende": str(NO_CASE)}), 422
    return _page(asked, found, {})


@pages.get("/granskning/stickprov")
def sample() -> ResponseReturnValue:
    """Show the sample of a month that is over."""
    month, lines = engine().reviewing.sample(actor(), request.args.get("manad", ""))
    return render_template(
        "auditing/sample.html", month=month, lines=lines, months=_months(month), **_words()
    )


@pages.get("/granskning/post")
def entry() -> ResponseReturnValue:
    """Show one entry, and what has been concluded of it."""
    return _entry_page({})


@pages.post("/granskning/post")
def judge() -> ResponseReturnValue:
    """Keep what the reviewer concluded of an entry."""
    place, form = _place(), request.form
    verdict, note = form.get("utfall", ""), form.get("anteckning", "")
    try:
        engine().reviewing.conclude(actor(), place, verdict, note, command())
    except InvalidAnswers as error:
        return _entry_page(error.problems), 422
    tell(_("Granskningen är sparad."))
    return redirect(url_for(".entry", kedja=place[0], nr=place[1]), 303)


@pages.post("/granskning/atkomst/fil")
def file() -> ResponseReturnValue:
    """Hand out what a search finds as CSV; that it was taken is noted."""
    try:
        asked = wanted(request.form, engine().clock.now().astimezone(ZONE).date())
    except InvalidAnswers as error:
        return _page(None, {}, error.problems), 422
    try:
        lines = engine().reviewing.take_out(actor(), asked)
    except NotFound:
        return _page(None, {}, {"arende": str(NO_CASE)}), 422
    content = csv_of([Sheet(_("Åtkomstlogg"), [*_rows(lines)])])
    headers = {
        "Content-Disposition": f"attachment; filename=atkomst-{asked.first}-{asked.last}.csv"
    }
    return Response(content, mimetype="text/csv; charset=utf-8", headers=headers)


def _found(asked: Wanted) -> Mapping[str, Any]:
    reviewing = engine().reviewing
    if asked.control == OUTSIDE:
        outside, more = reviewing.outside(actor(), asked)
        return {"outside": outside, "cut": more}
    if asked.control == MANY:
        return {"bursts": reviewing.bursts(actor(), asked)}
    return {"page": reviewing.search(actor(), asked)}


def _page(asked: Wanted | None, found: Mapping[str, Any], problems: Mapping[str, str]) -> str:
    typed = {name: request.values.get(name, "") for name in
             ("vem", "arende", "slag", "fran", "till", "kontroll")}  # fmt: skip
    if asked:
        typed |= {"fran": str(asked.first), "till": str(asked.last), "kontroll": asked.control}
    return render_template(
        "auditing/access.html", typed=typed, problems=problems, people=_people(), controls=CONTROL,
        sought=SOUGHT, **found, **_words(),
    )  # fmt: skip


def _entry_page(problems: Mapping[str, str]) -> str:
    line, marks = engine().reviewing.entry(actor(), *_place())
    return render_template(
        "auditing/entry.html", line=line, marks=marks, problems=problems, typed=request.form,
        verdicts=VERDICTS, names=dict(_people()), mine=line.person == actor().id, **_words(),
    )  # fmt: skip


def _people() -> Iterable[tuple[str, str]]:
    return engine().reviewing.log.people(actor())


def _place() -> tuple[str, int]:
    """Return the entry that the address or the form names."""
    number = request.values.get("nr", "")
    known = number.isascii() and number.isdecimal() and len(number) <= DIGITS
    return request.values.get("kedja", "")[:60], int(number) if known else 0


def _words() -> dict[str, Any]:
    return {"told": _told, "verdict_of": VERDICT.get, "roles": _roles, "channel_of": CHANNEL.get}


def _told(line: Line) -> str:
    """Say what an entry tells: `Läste: en uppgift`."""
    what = str(KIND.get(line.kind, line.kind))
    if line.kind == "revealed":
        reason = REASONS.get(line.reason)
        return f"{what}: {line.what}" + (f" ({said(reason)})" if reason else "")
    if line.kind not in {"read", "denied"}:
        return what
    place = PLACE.get(line.what) or PLACE.get(line.what.partition(".")[0])
    return f"{what}: {place or _('en åtgärd (%(verb)s)', verb=line.what)}"


def _roles(codes: str) -> str:
    return ", ".join(str(swedish.role(code)) for code in codes.split(",") if code)


def _months(newest: str) -> list[str]:
    """Return a year of months that are over, the newest first; and the one that is shown."""
    last = engine().clock.now().astimezone(ZONE).date().replace(day=1)
    months = []
    for _each in range(12):
        year, month = (last.year, last.month - 1) if last.month > 1 else (last.year - 1, 12)
        last = last.replace(year=year, month=month)
        months.append(f"{last:%Y-%m}")
    return months if newest in months else [*months, newest]


def _rows(lines: Iterable[Line]) -> Iterable[list[str]]:
    yield [_("Tid"), _("Person"), _("Roll"), _("Vad"), _("Ärende"), _("Kanal"), _("Utfall")]
    for line in lines:
        yield [
            swedish.iso(line.place.at), line.name, _roles(line.role), _told(line),
            line.number or "", line.channel, str(VERDICT.get(line.verdict or "", "")),
        ]  # fmt: skip
