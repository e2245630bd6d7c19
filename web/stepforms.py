"""The fields of a step's form: what each setting is called, and what is sent back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import request

from engine.modelling.choices import Choices
from engine.modelling.table.edits import NewStep, StepEdit, WayEdit
from engine.modelling.table.rows import Row
from web.language import lazy

KINDS = {
    "startEvent": lazy("Start"),
    "endEvent": lazy("Slut"),
    "userTask": lazy("Uppgift"),
    "callActivity": lazy("Anrop"),
    "businessRuleTask": lazy("Regel"),
    "exclusiveGateway": lazy("Vägval"),
    "parallelGateway": lazy("Parallellt"),
    "eventBasedGateway": lazy("Det som händer först"),
    "intermediateCatchEvent": lazy("Väntar"),
    "intermediateThrowEvent": lazy("Händelse"),
    "boundaryEvent": lazy("Under tiden"),
}
"""What each kind of step is called."""
NEW_WAY = "ny"
ON_NEW = ("form", "frist", "fran", "lagrum", "ansvar", "beslut")
"""What is asked of a step when it is added; the rest can be said afterwards."""
LABELS = {
    "form": lazy("Formulär"),
    "frist": lazy("Frist"),
    "fran": lazy("Fristen räknas från"),
    "lagrum": lazy("Lagrum"),
    "ansvar": lazy("Ansvar"),
    "kalla": lazy("Annan källa"),
    "roll": lazy("Roll som krävs"),
    "godkannande": lazy("Godkänns av en annan person med rollen"),
    "meddelande": lazy("Lämnas över när uppgiften är klar"),
    "beslut": lazy("Beslutstabell"),
    "satter": lazy("Sätter variabler"),
    "slutstatus": lazy("Ärendets sluttillstånd"),
}
HINTS = {
    "lagrum": lazy("Skrivs på ett sätt: SoL 20:1, LVU 7 §, UtlL 5:15."),
    "ansvar": lazy("Till exempel SOC-05, mellanslag mellan flera."),
    "kalla": lazy("Till exempel X2, D-52 eller DL-57, mellanslag mellan flera."),
    "meddelande": lazy("Till exempel M10, mellanslag mellan flera."),
    "satter": lazy("Variabel=kod, mellanslag mellan flera."),
}


@dataclass(frozen=True)
class Field:
    """A setting as it is asked for: a text, or a choice out of the draft's registers."""

    key: str
    label: object
    hint: object
    options: Mapping[str, str] | None
    """None: it is written by hand."""


def fields_of(kind: str, agency: str, choices: Choices, *, new: bool = False) -> list[Field]:
    """Return what is asked of a step of this kind."""
    roles = {role: role for role in choices.roles.get(agency, ())}
    offered: dict[str, Mapping[str, str]] = {
        "form": choices.forms, "frist": choices.deadlines, "fran": choices.dates, "roll": roles,
        "godkannande": roles, "beslut": choices.decisions, "slutstatus": choices.end_states,
    }  # fmt: skip
    allowed = choices.properties.get(kind, ())
    return [
        Field(key, label, HINTS.get(key, ""), offered.get(key))
        for key, label in LABELS.items()
        if key in (ON_NEW if new else allowed)
    ]


def typed_of(row: Row) -> dict[str, str]:
    """Return what the form of a step says before anybody has typed."""
    typed = {"namn": row.name, "aktor": row.agency, "vagledning": row.guidance}
    typed |= {f"s.{key}": value for key, value in row.settings.items()} | {"anropar": row.called}
    for way in row.ways:
        typed |= {f"till.{way.id}": way.target, f"nar.{way.id}": way.condition}
        typed |= {"standard": way.id} if way.is_default else {}
    return typed


def sent_step(row: Row, choices: Choices) -> StepEdit:
    """Read the form of a step that is changed."""
    sent, agency = request.form, request.form.get("aktor", "")
    asked = [each.key for each in fields_of(row.kind, agency, choices)]
    ways = {way.id: _way(way.id) for way in row.ways if f"till.{way.id}" in sent}
    return StepEdit(
        sent.get("namn", ""), agency, choices.agencies.get(agency, agency),
        {key: sent[f"s.{key}"] for key in asked if f"s.{key}" in sent},
        sent.get("vagledning", row.guidance), sent.get("anropar", ""), ways,
        _way(NEW_WAY) if sent.get(f"till.{NEW_WAY}") else None,
    )  # fmt: skip


def sent_new(choices: Choices) -> NewStep:
    """Read the form of a step that is added; what its kind may not have is left out."""
    sent, agency = request.form, request.form.get("aktor", "")
    kind = sent.get("slag", "userTask")
    allowed = choices.properties.get(kind, ())
    settings = {key: sent.get(f"s.{key}", "") for key in ON_NEW if key in allowed}
    name = choices.agencies.get(agency, agency)
    return NewStep(kind, sent.get("namn", ""), agency, name, settings, sent.get("anropar", ""))


def _way(id_: str) -> WayEdit:
    sent = request.form
    default = sent.get("standard") == id_
    return WayEdit(sent.get(f"till.{id_}", ""), sent.get(f"nar.{id_}", ""), is_default=default)
