"""The contact register of an agency in a case: whom to turn to, how safely, and whom never.

Sealed in the agency's compartment. A changed contact is a new version; the old ones are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from engine.answers import Field, Limits, Option
from engine.forms import Form
from engine.secrecy.protected import masked_keys

ROLES = {
    "tolk": "Tolk",
    "god_man": "God man",
    "ombud": "Ombud",
    "malsagandebitrade": "Målsägandebiträde",
    "sarskild_foretradare": "Särskild företrädare",
    "vardnadshavare": "Vårdnadshavare",
    "kontaktperson": "Kontaktperson",
    "boende": "Boende",
    "anhorig": "Anhörig",
    "annan": "Annan",
}
BLOCKED = "far_inte_kontaktas"

FORM = Form(
    "kontakt",
    "Kontakt",
    (
        Field("roll", "select", "Roll", required=True,
              options=tuple(Option(code, label) for code, label in ROLES.items())),
        Field("namn", "textfield", "Namn eller funktion", required=True,
              limits=Limits(max_length=200)),
        Field("kontaktvag", "textarea", "Så når ni personen säkert",
              "Till exempel vilka tider, vilket nummer och vem som kan svara i stället.",
              limits=Limits(max_length=2000), protected=True),
        Field(BLOCKED, "checkbox", "Får inte kontaktas",
              "Till exempel en vårdnadshavare som kan vara inblandad. "
              "Kontakten visas med en varning överst."),
    ),
)  # fmt: skip
"""What is asked of a contact, and how it is shown."""
HIDDEN = "Det som står är dolt. Lämna rutan tom för att behålla det."
"""Said where the way to reach somebody is masked and could be written anew."""


@dataclass(frozen=True)
class Contact:
    """One version of a contact."""

    id: str
    case_id: str
    agency: str
    version: int
    answers: Mapping[str, Any]
    at: datetime
    actor: str
    removed: bool = False

    @property
    def blocked(self) -> bool:
        """Say whether nobody may turn to this person about the case."""
        return bool(self.answers.get(BLOCKED))


def form_named(name: str) -> Form | None:
    """Return the form of a contact, if that is what is named."""
    return FORM if name == FORM.id else None


def form_for(marking: str | None) -> Form:
    """Return the form of a contact that is changed in a case that is marked so."""
    masked = masked_keys(FORM, marking)
    fields = (replace(f, description=HIDDEN) if f.key in masked else f for f in FORM.fields)
    return replace(FORM, components=tuple(fields))


def kept_hidden(
    before: Mapping[str, Any], now: Mapping[str, Any], marking: str | None
) -> dict[str, Any]:
    """Return changed answers with those that were masked, and so not written anew, as before."""
    return {key: before[key] for key in masked_keys(FORM, marking) & before.keys()} | dict(now)


class ContactBook(Protocol):
    """The register inside a transaction; see `engine.db.contacts`."""

    def keep(self, contact: Contact) -> None:
        """Keep a version. Raises Stale if somebody has kept one with its number."""
        ...

    def newest(self, case_id: str, agency: str, contact_id: str) -> Contact:
        """Return the newest version. Raises NotFound for another's or a removed one."""
        ...
