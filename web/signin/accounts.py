"""The accounts of everybody, for administrators: they see who can come in, and nothing of cases."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.access import administers
from engine.entrance.account import Account
from engine.errors import InvalidAnswers, NotFound
from web.current import actor, engine, tell
from web.language import lazy

DONE = {
    "sparra": lazy("Kontot är spärrat och personen utloggad."),
    "oppna": lazy("Kontot är öppet igen."),
    "logga-ut": lazy("Personen är utloggad överallt."),
    "nollstall": lazy("Engångskoderna är nollställda. Nya ordnas vid nästa inloggning."),
}
NOTHING_CHOSEN = lazy("Välj vad du vill göra")

pages = Blueprint("accounts", __name__)


@pages.get("/konton")
def accounts() -> ResponseReturnValue:
    """List who has an account."""
    found = [each for each in _all().values() if _is_sought(each)]
    names = {each.person.agency: engine().queries.agency_name(each.person.agency) for each in found}
    found.sort(key=lambda each: (names[each.person.agency], each.person.name))
    page = {"accounts": found, "names": names, "sought": request.args.get("sok", "")}
    return render_template("accounts/accounts.html", **page, faults=engine().faults())


@pages.get("/konton/konto")
def account() -> ResponseReturnValue:
    """Show an account, and what can be done with it."""
    return _page(request.args.get("namn", ""))


@pages.post("/konton/konto")
def change() -> ResponseReturnValue:
    """Do something with an account, for a reason."""
    name, act = request.form.get("namn", ""), request.form.get("atgard", "")
    known = _acts()
    if name not in _all():
        raise NotFound(f"account {name}")
    if act not in known:
        return _page(name, {"atgard": NOTHING_CHOSEN}), 422
    try:
        known[act](actor(), name, request.form.get("skal", ""))
    except InvalidAnswers as error:
        return _page(name, error.problems), 422
    tell(DONE[act])
    return redirect(url_for(".account", namn=name), 303)


def _acts() -> Mapping[str, Callable[..., None]]:
    verbs = engine().administering
    return {"sparra": verbs.lock, "oppna": verbs.unlock, "logga-ut": verbs.end_sittings,
            "nollstall": verbs.reset_factor}  # fmt: skip


def _all() -> dict[str, Account]:
    """Return every account, for an administrator; for all others there are none."""
    if not administers(actor()):
        engine().trail.note("denied", actor(), request.endpoint)
        raise NotFound("the accounts")
    return {each.person.id: each for each in engine().administering.accounts(actor())}


def _is_sought(each: Account) -> bool:
    wanted = request.args.get("sok", "").strip().lower()
    return wanted in f"{each.person.name} {each.person.id}".lower()


def _page(name: str, problems: Mapping[str, str] | None = None) -> str:
    found = _all().get(name)
    if found is None:
        raise NotFound(f"account {name}")
    return render_template(
        "accounts/account.html", account=found, problems=problems or {}, typed=request.form,
        works_at=engine().queries.agency_name(found.person.agency),
        sittings=engine().door.sittings(name), own=name == actor().id,
    )  # fmt: skip
