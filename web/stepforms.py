"""The fields of a step's form: what each setting is called, and what is sent back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import request

from engine.modelling.choices import Choices
from engine.modelling.table.edits import NewStep, StepEdit, WayEdit
from engine.modelling.table.leading import AN_END, AN_END_OF_ALL
from engine.modelling.table.rows import Row
from engine.modelling.table.triggers import chosen, offered, written
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
ENDS = {
    AN_END: lazy("Ett nytt slut"),
    AN_END_OF_ALL: lazy("Ett nytt slut för hela processen: det som är öppet avslutas"),
}
EVENTS = {
    "startEvent": lazy("Vad startar processen?"),
    "endEvent": lazy("Vad slutar här?"),
    "intermediateCatchEvent": lazy("Vad väntar processen på?"),
    "intermediateThrowEvent": lazy("Vad skickas?"),
    "boundaryEvent": lazy("Vad utlöser det?"),
}
"""What is asked of the trigger of an event."""
PLAIN = {
    "startEvent": lazy("Ärendet, eller en process som anropar den här"),
    "endEvent": lazy("Bara den här vägen"),
    "intermediateThrowEvent": lazy("Ingenting: en variabel sätts"),
}
"""What an event without a trigger is."""
TRIGGERS = {
    "message": lazy("Ett meddelande"),
    "signal": lazy("En signal"),
    "deadline": lazy("En frist som löper ut"),
    "date": lazy("En dag som går till ända"),
}
WHOLE = lazy("Hela processen: det som är öppet avslutas")
AS_NOW = lazy("Som det är nu")
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


def triggers_of(kind: str, choices: Choices, now: str = "") -> dict[object, Mapping[str, object]]:
    """Return what an event of this kind may wait for or send, by heading; none for the plain."""
    found = dict(offered(kind, choices))
    plain: dict[str, object] = {code: PLAIN.get(kind, "") for code in found.pop("", {})}
    plain |= dict.fromkeys(found.pop("terminate", {}), WHOLE)
    known = {code for names in found.values() for code in names} | plain.keys()
    groups: dict[object, Mapping[str, object]] = {"": plain} if plain else {}
    if now not in known and now:
        groups[AS_NOW] = {now: now.partition(" ")[2] or now}
    return groups | {TRIGGERS[word]: names for word, names in found.items() if names}


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


def asked_of(row: Row, agency: str, choices: Choices) -> list[Field]:
    """Return what is asked of a step that is there: the limit of an event is what it waits for."""
    limit = trigger_of(row, choices).startswith("deadline")
    fields = fields_of(row.kind, agency, choices)
    return [each for each in fields if each.key != "frist" or not limit]


def trigger_of(row: Row, choices: Choices) -> str:
    """Return what an event waits for or sends now, as it is chosen."""
    return written(row.trigger, row.settings.get("frist", ""), choices)


def typed_of(row: Row, choices: Choices) -> dict[str, str]:
    """Return what the form of a step says before anybody has typed."""
    typed = {"namn": row.name, "aktor": row.agency, "vagledning": row.guidance}
    typed |= {f"s.{key}": value for key, value in row.settings.items()} | {"anropar": row.called}
    typed |= {"utlosare": trigger_of(row, choices), "avbryter": "ja" if row.interrupting else "nej"}
    for way in row.ways:
        typed |= {f"till.{way.id}": way.target, f"nar.{way.id}": way.condition}
        typed |= {"standard": way.id} if way.is_default else {}
    return typed


def sent_step(row: Row, choices: Choices) -> StepEdit:
    """Read the form of a step that is changed."""
    sent, agency = request.form, request.form.get("aktor", "")
    asked = [each.key for each in asked_of(row, agency, choices)]
    now, after = trigger_of(row, choices), sent.get("utlosare")
    same = row.kind not in EVENTS or after is None or after == now
    ways = {way.id: _way(way.id) for way in row.ways if f"till.{way.id}" in sent}
    return StepEdit(
        sent.get("namn", ""), agency, choices.agencies.get(agency, agency),
        {key: sent[f"s.{key}"] for key in asked if f"s.{key}" in sent},
        sent.get("vagledning", row.guidance), sent.get("anropar", ""), ways,
        _way(NEW_WAY) if sent.get(f"till.{NEW_WAY}") else None,
        None if same else chosen(row.kind, after or "", choices, now),
        sent["avbryter"] != "nej" if "avbryter" in sent else None,
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
