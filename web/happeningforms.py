"""What is asked of something that may happen, and what was sent of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import request

from engine.errors import InvalidAnswers
from engine.modelling.table.happenings import Branch, Event
from engine.modelling.table.rows import Row
from engine.modelling.table.triggers import Chosen, chosen
from web.language import _
from web.stepdesk import Desk
from web.stepforms import ENDS, EVENTS, fields_of, triggers_of

WAIT, SENDING, BORDER = "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent"
SETTINGS = {
    WAIT: ("fran", "lagrum", "kalla", "satter"),
    BORDER: ("fran", "lagrum", "kalla", "satter"),
    SENDING: ("satter", "lagrum", "kalla"),
}
"""What is asked of an event when it is added; the rest can be said afterwards."""


@dataclass(frozen=True)
class Asked:
    """One thing that a form asks for."""

    id: str
    label: object
    how: str = "line"
    options: Mapping[object, object] | Mapping[str, str] | None = None
    hint: object = ""


@dataclass(frozen=True)
class Part:
    """Some of a form, under a heading where there are several."""

    fields: list[Asked]
    heading: object = ""


def of_way(kind: str, desk: Desk) -> list[Part]:
    """Ask for an event that is put in on a way."""
    return [Part([_name(), _agency(desk), _trigger(kind, desk), *_settings(kind, desk)])]


def of_border(desk: Desk) -> list[Part]:
    """Ask for what may happen while a step is open."""
    goes = {
        "ja": _("Ja, det försvinner"),
        "nej": _("Nej, det är kvar och annat händer vid sidan av"),
    }
    ends = Asked("avbryter", _("Avbryts steget då?"), "radios", goes)
    return [Part([_name(), _trigger(BORDER, desk), ends,
                  _target(desk), *_settings(BORDER, desk)])]  # fmt: skip


def of_event(desk: Desk) -> list[Part]:
    """Ask for one more event that may come first."""
    return [Part([_name(), _trigger(WAIT, desk), _target(desk),
                  *_settings(WAIT, desk)])]  # fmt: skip


def of_first(desk: Desk, after: str) -> list[Part]:
    """Ask for two events, the first of which decides."""
    one = [_name("", "1"), _trigger(WAIT, desk, "1")]
    two = [_name("", "2"), _trigger(WAIT, desk, "2"), _target(desk, "2")]
    return [
        Part([_name(_("Vad väntar man på? (frivilligt)"), ""), _agency(desk)]),
        Part(one, _("Det ena: leder vidare till %(name)s", name=after)),
        Part(two, _("Det andra: leder någon annanstans")),
    ]


def of_parallel(desk: Desk) -> list[Part]:
    """Ask for the first steps of two branches."""
    return [Part([_name(_("Stegets namn"), n), _agency(desk, n)], _("Gren %(number)s", number=n))
            for n in ("1", "2")]  # fmt: skip


def of_branch(desk: Desk) -> list[Part]:
    """Ask for the first step of one more branch."""
    return [Part([_name(_("Stegets namn")), _agency(desk), _target(desk)])]


def sent_event(kind: str, desk: Desk, number: str = "") -> Event:
    """Read an event that is added; what it chooses outside the registers is left out."""
    sent, agency = request.form, request.form.get("aktor", "")
    settings = {key: sent.get(f"s.{key}", "") for key in SETTINGS[kind]} if not number else {}
    return Event(
        sent.get(f"namn{number}", ""), _chosen(kind, desk, number), agency,
        desk.choices.agencies.get(agency, agency), settings, sent.get(f"till{number}", ""),
    )  # fmt: skip


def sent_branch(desk: Desk, number: str = "") -> Branch:
    """Read the first step of a branch."""
    agency = request.form.get(f"aktor{number}", "")
    name = desk.choices.agencies.get(agency, agency)
    return Branch(request.form.get(f"namn{number}", ""), agency, name)


def begun(row: Row, target: str = "") -> dict[str, str]:
    """Return what a form says before anybody has typed."""
    agencies = {f"aktor{number}": row.agency for number in ("", "1", "2")}
    return {**agencies, "avbryter": "ja", "till": target}


def _chosen(kind: str, desk: Desk, number: str) -> Chosen | None:
    try:
        return chosen(kind, request.form.get(f"utlosare{number}", ""), desk.choices)
    except InvalidAnswers:
        return None


def _name(label: str = "", number: str = "") -> Asked:
    hint = "" if label else _("Så heter det på ritningen, till exempel: Samtycket återkallas")
    return Asked(f"namn{number}", label or _("Namn"), hint=hint)


def _agency(desk: Desk, number: str = "") -> Asked:
    return Asked(f"aktor{number}", _("Vem gör det?"), "pick", desk.choices.agencies)


def _trigger(kind: str, desk: Desk, number: str = "") -> Asked:
    return Asked(f"utlosare{number}", EVENTS[kind], "choice", triggers_of(kind, desk.choices))


def _target(desk: Desk, number: str = "") -> Asked:
    return Asked(f"till{number}", _("Vad kommer sedan?"), "pick", {**ENDS, **desk.steps()})


def _settings(kind: str, desk: Desk) -> list[Asked]:
    fields = (f for f in fields_of(kind, "", desk.choices) if f.key in SETTINGS[kind])
    return [
        Asked(f"s.{f.key}", f.label, "line" if f.options is None else "pick", f.options, f.hint)
        for f in fields
    ]
