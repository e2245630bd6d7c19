"""For those who lead: which of their systems are told of events, and what systems tell cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from engine.access import may_connect
from engine.errors import InvalidAnswers, NotFound
from engine.exchange.incoming import DELIVERED, PARKED, WAITING
from engine.exchange.kinds import KINDS, TEST
from web.current import actor, command_for_this, engine, tell
from web.language import _, lazy

if TYPE_CHECKING:
    from engine.exchange.webhooks import Webhook

STATES = {
    WAITING: lazy("Väntar på att ärendet ska komma dit"),
    DELIVERED: lazy("Framme"),
    PARKED: lazy("Kunde inte tas emot"),
}
OUTCOMES = {None: lazy("Väntar"), "sent": lazy("Skickad"), "dead": lazy("Kunde inte skickas")}
PLACES = {"url": "adress", "kinds": "handelser"}
"""What the engine calls a field, and its id on the page."""
pages = Blueprint("exchange", __name__)


@pages.before_request
def _require_leader() -> None:
    """Hide the pages from everybody else; that they tried is noted."""
    if current_user.is_authenticated and not may_connect(actor()):
        engine().trail.note("denied", actor(), str(request.endpoint))
        raise NotFound("exchange")


@pages.get("/anslutningar")
def exchange() -> ResponseReturnValue:
    """Show the webhooks, what could not be sent, and messages from systems."""
    return _page({})


@pages.post("/anslutningar")
def add() -> ResponseReturnValue:
    """Connect a system, and show its secret this once."""
    by, url, kinds = actor(), request.form.get("adress", ""), request.form.getlist("handelser")
    try:
        made = engine().exchange.subscribing.add(by, by.agency, url, kinds, command_for_this())
    except InvalidAnswers as error:
        return _page(error.problems), 422
    return _with_secret(made)


@pages.get("/anslutningar/<webhook_id>")
def webhook(webhook_id: str) -> ResponseReturnValue:
    """Show one webhook, and what can be done with it."""
    return _webhook_page(_found(webhook_id), {})


@pages.post("/anslutningar/<webhook_id>")
def change(webhook_id: str) -> ResponseReturnValue:
    """Give it another address or other kinds."""
    url, kinds = request.form.get("adress", ""), request.form.getlist("handelser")
    try:
        engine().exchange.subscribing.change(actor(), webhook_id, url, kinds)
    except InvalidAnswers as error:
        return _webhook_page(_found(webhook_id), error.problems), 422
    tell(_("Anslutningen är ändrad."))
    return redirect(url_for(".webhook", webhook_id=webhook_id), 303)


@pages.post("/anslutningar/<webhook_id>/hemlighet")
def rotate(webhook_id: str) -> ResponseReturnValue:
    """Give it a new secret, and show it this once."""
    return _with_secret(
        engine().exchange.subscribing.rotate(actor(), webhook_id, command_for_this())
    )


@pages.post("/anslutningar/<webhook_id>/prov")
def test(webhook_id: str) -> ResponseReturnValue:
    """Have a test event sent."""
    engine().exchange.subscribing.test(actor(), webhook_id)
    tell(_("En provhändelse skickas strax. Ladda om sidan för att se hur det gick."))
    return redirect(url_for(".exchange"), 303)


@pages.post("/anslutningar/<webhook_id>/pausa")
def pause(webhook_id: str) -> ResponseReturnValue:
    """Stop sending to it for a while."""
    engine().exchange.subscribing.pause(actor(), webhook_id)
    tell(_("Anslutningen är pausad. Händelserna väntar tills du återupptar den."))
    return redirect(url_for(".webhook", webhook_id=webhook_id), 303)


@pages.post("/anslutningar/<webhook_id>/ateruppta")
def resume(webhook_id: str) -> ResponseReturnValue:
    """Begin to send to it again."""
    engine().exchange.subscribing.pause(actor(), webhook_id, active=True)
    tell(_("Anslutningen är återupptagen. Det som har väntat skickas nu."))
    return redirect(url_for(".webhook", webhook_id=webhook_id), 303)


@pages.post("/anslutningar/<webhook_id>/ta-bort")
def end(webhook_id: str) -> ResponseReturnValue:
    """End it for good."""
    engine().exchange.subscribing.end(actor(), webhook_id)
    tell(_("Anslutningen är borttagen."))
    return redirect(url_for(".exchange"), 303)


@pages.post("/anslutningar/handelse/<delivery_id>")
def resend(delivery_id: str) -> ResponseReturnValue:
    """Let an event that could not be sent be tried anew."""
    try:
        engine().exchange.subscribing.resend(actor(), delivery_id, request.form.get("skal", ""))
    except InvalidAnswers as error:
        return _page({f"skal-{delivery_id}": error.problems["reason"]}), 422
    tell(_("Händelsen skickas igen strax."))
    return redirect(url_for(".exchange"), 303)


def _found(webhook_id: str) -> Webhook:
    """Return one of the agency's webhooks, or raise NotFound."""
    mine = engine().exchange.page(actor()).webhooks
    found = next((each for each in mine if each.id == webhook_id), None)
    if found is None:
        engine().trail.note("denied", actor(), str(request.endpoint), webhook_id)
        raise NotFound(f"webhook {webhook_id}")
    return found


def _with_secret(made: Webhook | None) -> ResponseReturnValue:
    """Show a secret; it is in no session, and cannot be shown again."""
    if made is None:
        done = _(
            "Det är redan gjort. Hemligheten visas bara en gång: byt den om den inte sparades."
        )
        tell(done)
        return redirect(url_for(".exchange"), 303)
    return render_template("exchange/secret.html", made=made)


def _webhook_page(found: Webhook, problems: Mapping[str, str]) -> str:
    typed = (
        (request.form.get("adress", ""), request.form.getlist("handelser"))
        if problems
        else (found.url, found.kinds)
    )
    return render_template("exchange/webhook.html", hook=found, **_fields(problems, *typed))


def _page(problems: Mapping[str, str]) -> str:
    engine().trail.note("read", actor(), str(request.endpoint))
    adding = any(name in problems for name in PLACES)
    typed = request.form.get("adress", ""), request.form.getlist("handelser")
    fields = _fields(problems, *(typed if adding else ("", list(KINDS))))
    return render_template(
        "exchange/exchange.html", listed=engine().exchange.page(actor()), states=STATES,
        outcomes=OUTCOMES, names={**KINDS, TEST: _("Provhändelse")},
        reason=request.form.get("skal", ""), **fields,
    )  # fmt: skip


def _fields(problems: Mapping[str, str], url: str, chosen: object) -> dict[str, object]:
    """Return what the fields of a webhook are shown with."""
    target = [(said, PLACES.get(key, key)) for key, said in problems.items()]
    return {"problems": problems, "target": target, "url": url, "chosen": chosen, "kinds": KINDS}
