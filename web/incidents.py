"""What failed and waits for a person: tried again, skipped by two, handed over, sent again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from engine.access import administers
from engine.errors import Conflict, InvalidAnswers, NotFound
from engine.mishaps import Incident
from web.current import actor, engine, tell
from web.language import _, lazy

DONE = {
    "igen": lazy("Det gick den här gången."),
    "hoppa": lazy("Förslaget är sparat. En annan administratör måste godkänna det."),
    "godkann": lazy("Det är överhoppat."),
    "lamna": lazy("Det är överlämnat."),
}
NOTHING_CHOSEN = lazy("Välj vad du vill göra")
NOBODY = lazy("Välj vem som ska ta över")
STILL = lazy("Det gick inte den här gången heller. Det ligger kvar i listan.")

pages = Blueprint("incidents", __name__)


@pages.before_request
def _require_administrator() -> None:
    """Hide the pages from everybody else; that they tried is noted."""
    if current_user.is_authenticated and not administers(actor()):
        engine().trail.note("denied", actor(), str(request.endpoint))
        raise NotFound("incidents")


@pages.get("/driftfel")
def incidents() -> ResponseReturnValue:
    """List what waits."""
    waiting = engine().mishaps.waiting()
    return render_template("incidents/incidents.html", waiting=waiting, names=_names())


@pages.get("/driftfel/<incident_id>")
def incident(incident_id: str) -> ResponseReturnValue:
    """Show one incident, and what can be done."""
    return _page(incident_id)


@pages.post("/driftfel/<incident_id>")
def handle(incident_id: str) -> ResponseReturnValue:
    """Do something about it."""
    found, _number = engine().mishaps.one(incident_id)
    act = request.form.get("atgard", "")
    if act not in _acts(found):
        return _page(incident_id, {"atgard": NOTHING_CHOSEN}), 422
    if act == "lamna" and request.form.get("till") not in _names():
        return _page(incident_id, {"till": NOBODY}), 422
    try:
        _acts(found)[act]()
    except InvalidAnswers as error:
        return _page(incident_id, {"skal": error.problems["reason"]}), 422
    except Conflict as error:
        return _page(incident_id, {"atgard": str(error)}), 409
    except Exception:
        if act != "igen":
            raise
        return _page(incident_id, {"atgard": STILL}), 409  # what was tried again may fail anyhow
    tell(DONE[act])
    return redirect(url_for(".incidents"), 303)


@pages.post("/driftfel/meddelande")
def resend() -> ResponseReturnValue:
    """Send a message again that could not be delivered."""
    engine().messages.resend(actor().id, request.form.get("meddelande", ""))
    tell(_("Meddelandet är skickat igen."))
    return redirect(url_for(".incidents"), 303)


@pages.post("/driftfel/brev")
def resend_mail() -> ResponseReturnValue:
    """Let an e-mail be tried again."""
    engine().outbox.revive(request.form.get("brev", ""), engine().clock.now())
    engine().trail.note("mail_resent", actor(), "incidents.resend_mail")
    tell(_("Brevet skickas igen."))
    return redirect(url_for(".incidents"), 303)


def _acts(found: Incident) -> Mapping[str, Callable[[], None]]:
    """Return what can be done with an incident now, by the word of the form."""
    verbs, by, reason = engine().incidents, actor().id, request.form.get("skal", "")
    to = request.form.get("till", "")
    acts: dict[str, Callable[[], None]] = {}
    if found.kind in verbs.again:
        acts["igen"] = lambda: verbs.retry(by, found.id)
    if found.state != "skip_asked":
        acts["hoppa"] = lambda: verbs.ask_skip(by, found.id, reason)
    elif found.handled_by != by:
        acts["godkann"] = lambda: verbs.approve_skip(by, found.id)
    acts["lamna"] = lambda: verbs.hand_over(by, found.id, to, reason)
    return acts


def _names() -> dict[str, str]:
    """Return the administrators, who alone can take over."""
    people = (each.person for each in engine().administering.accounts(actor()))
    return {each.id: each.name for each in people if administers(each)}


def _page(incident_id: str, problems: Mapping[str, object] | None = None) -> str:
    found, number = engine().mishaps.one(incident_id)
    others = {id_: name for id_, name in _names().items() if id_ != actor().id}
    return render_template(
        "incidents/incident.html", incident=found, number=number, acts=list(_acts(found)),
        others=others, names=_names(), problems=problems or {}, typed=request.form,
    )  # fmt: skip
