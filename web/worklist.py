"""The work list: narrowing it, taking and handing out many tasks, arranging it for oneself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlencode

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.access import PROCESS_OFFICE, administers
from engine.caseviews import ErrandLine
from engine.errors import InvalidAnswers, NotFound
from engine.lists.bulk import Outcome
from engine.lists.worklist import SavedList, Wanted
from engine.model import Actor
from web import choices
from web.current import actor, engine, tell
from web.language import _, lazy
from web.tasks import pages

__all__ = ["pages"]

NOTHING_TICKED = lazy("Markera minst en uppgift")
NOTHING_CHOSEN = lazy("Välj vad du vill göra med uppgifterna")
NO_COLLEAGUE = lazy("Välj vem som ska ha uppgifterna")


@pages.get("/")
def worklist() -> ResponseReturnValue:
    """List the open tasks that the address asks for; who only owns processes has none."""
    if actor().agency == PROCESS_OFFICE:
        return redirect(url_for("modelling.drafts"), 303)
    if administers(actor()):
        return redirect(url_for("accounts.accounts"), 303)
    return _list(Wanted.read(request.args.to_dict()))


@pages.post("/uppgifter")
def bulk() -> ResponseReturnValue:
    """Take, give back or hand out the ticked tasks, and tell what became of each."""
    wanted, ticked = _list_of_form(), request.form.getlist("uppgift")
    act, colleague = ACTS.get(request.form.get("_handling", "")), _colleague()
    if act is None or not ticked:
        return _list(wanted, {"uppgift": NOTHING_TICKED if act else NOTHING_CHOSEN}, ticked), 422
    if act is _assign and colleague is None:
        return _list(wanted, {"kollega": NO_COLLEAGUE}, ticked), 422
    outcomes = act(ticked)
    done = sum(not each.problem for each in outcomes)
    said = _said(act, (colleague or actor()).name, done, len(outcomes))
    back = choices.address(wanted)
    return render_template("tasks/bulk.html", outcomes=outcomes, said=said, done=done, back=back)


@pages.get("/listor")
def lists() -> ResponseReturnValue:
    """Show my saved lists, to be renamed or taken away."""
    return _lists()


@pages.post("/listor")
def save_list() -> ResponseReturnValue:
    """Give the list that I am looking at a name."""
    wanted, name = _list_of_form(), request.form.get("namn", "")
    try:
        saved = engine().habits.save_list(actor(), name, wanted)
    except InvalidAnswers as error:
        return _list(wanted, error.problems), 422
    tell(_("Listan ”%(name)s” är sparad. Du hittar den överst på sidan.", name=saved.name))
    return redirect(_address(saved), 303)


@pages.get("/listor/<list_id>")
def saved_list(list_id: str) -> ResponseReturnValue:
    """Open a saved list of mine."""
    saved = engine().habits.habit(actor().id).lists
    found = next((each for each in saved if each.id == list_id), None)
    if found is None:
        raise NotFound(f"saved list {list_id}")
    return redirect(_address(found), 303)


@pages.post("/listor/<list_id>")
def change_list(list_id: str) -> ResponseReturnValue:
    """Rename a saved list of mine, or take it away."""
    if request.form.get("_handling") == "ta_bort":
        tell(
            _(
                "Listan ”%(name)s” är borttagen.",
                name=engine().habits.drop_list(actor(), list_id).name,
            )
        )
        return redirect(url_for(".lists"), 303)
    name = request.form.get("namn", "")
    try:
        engine().habits.rename_list(actor(), list_id, name)
    except InvalidAnswers as error:
        return _lists(list_id, name, error.problems["namn"]), 422
    tell(_("Listan har fått sitt nya namn."))
    return redirect(url_for(".lists"), 303)


@pages.post("/tangenter")
def use_keys() -> ResponseReturnValue:
    """Turn moving by single keys on or off."""
    on = request.form.get("pa") == "ja"
    engine().habits.use_keys(actor(), on)
    tell(_("Tangenterna är påslagna.") if on else _("Tangenterna är avstängda."))
    return redirect(choices.address(_list_of_form()), 303)


def _claim(ticked: Sequence[str]) -> tuple[Outcome, ...]:
    return engine().bulk.claim(actor(), ticked)


def _release(ticked: Sequence[str]) -> tuple[Outcome, ...]:
    return engine().bulk.release(actor(), ticked)


def _assign(ticked: Sequence[str]) -> tuple[Outcome, ...]:
    colleague, reason = request.form.get("kollega", ""), request.form.get("skal", "")
    known = reason if reason in dict(choices.REASONS) else ""
    return engine().bulk.assign(actor(), ticked, colleague, known)


Act = Callable[[Sequence[str]], tuple[Outcome, ...]]
ACTS: Mapping[str, Act] = {"ta": _claim, "lamna": _release, "ge": _assign}


def _colleague() -> Actor | None:
    """Return the colleague that a form names, if there is one at my agency."""
    person = engine().queries.person(request.form.get("kollega", ""))
    return person if person and person.agency == actor().agency else None


def _said(act: Act, name: str, done: int, asked: int) -> str:
    """Say in one sentence what became of them all."""
    one = _("uppgiften") if done else _("inte uppgiften")
    share = _("%(done)s av %(asked)s uppgifter", done=done, asked=asked) if asked > 1 else one
    if act is _release:
        return _("Du lämnade tillbaka %(share)s", share=share)
    return (
        _("Du tog %(share)s", share=share)
        if act is _claim
        else _("%(name)s fick %(share)s", name=name, share=share)
    )


def _list(
    wanted: Wanted, problems: Mapping[str, str] | None = None, ticked: Sequence[str] = ()
) -> str:
    habit = engine().habits.arrive(actor())
    page = engine().worklists.page(actor(), wanted, habit.new_since)
    names = dict([*page.processes, *page.colleagues])
    return render_template(
        "tasks/worklist.html", page=page, wanted=wanted, habit=habit, lines=page.lines,
        choices=choices, narrowed=list(choices.told(wanted, names)), problems=problems or {},
        ticked=ticked, query=urlencode(wanted.words()), typed=request.form,
        errands=_errands(wanted),
    )  # fmt: skip


def _errands(wanted: Wanted) -> Sequence[ErrandLine]:
    """Return the errands that stand below the list: while it is not narrowed, and begins here."""
    if wanted.narrowed or wanted.after or wanted.scope == "otilldelade":
        return ()
    return engine().casetabs.open_errands(actor(), mine=wanted.scope == "mina")


def _lists(list_id: str = "", name: str = "", problem: str = "") -> str:
    saved = engine().habits.habit(actor().id).lists
    return render_template(
        "tasks/lists.html", lists=[(each, _address(each)) for each in saved],
        wrong=list_id, name=name, problem=problem,
    )  # fmt: skip


def _address(saved: SavedList) -> str:
    return choices.address(saved.wanted)


def _list_of_form() -> Wanted:
    return choices.read(request.form.get("_lista", ""))
