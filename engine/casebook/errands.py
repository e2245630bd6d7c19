"""Errands: what an agency asks of itself in a case, beside the process. Never part of the BPMN.

Title and description are sealed in the agency's compartment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from engine.answers import Field, Limits, Option
from engine.forms import Form

Colleagues = Sequence[tuple[str, str]]
"""(id, name) of those who could be given an errand."""


@dataclass(frozen=True)
class Errand:
    """An errand as it is now."""

    id: str
    case_id: str
    agency: str
    answers: Mapping[str, Any]
    """`rubrik`, and if given `beskrivning`."""
    created_at: datetime
    created_by: str
    due_day: str | None = None
    """The last day, ISO."""
    assignee: str | None = None
    done_at: datetime | None = None
    done_by: str | None = None


class ErrandBook(Protocol):
    """The errands inside a transaction; see `engine.db.errands`."""

    def add(self, errand: Errand) -> None:
        """Keep a new errand."""
        ...

    def one(self, case_id: str, agency: str, errand_id: str) -> Errand:
        """Return an errand. Raises NotFound for another agency's or another case's."""
        ...

    def change(self, before: Errand, after: Errand) -> None:
        """Write who has it, by when, and whether it is done. Raises Stale if that has changed."""
        ...


def handing_form(colleagues: Colleagues) -> Form:
    """Return the form by which an errand is given to one of these, or to nobody."""
    asked = next(each for each in form_for(colleagues).fields if each.key == "handlaggare")
    return Form("egen_uppgift_handlaggare", "Byt handläggare", (asked,))


def form_for(colleagues: Colleagues) -> Form:
    """Return the form of an errand that one of these may be given."""
    return Form(
        "egen_uppgift",
        "Egen uppgift",
        (
            Field("rubrik", "textfield", "Vad ska göras?", required=True,
                  limits=Limits(max_length=200)),
            Field("beskrivning", "textarea", "Beskrivning", limits=Limits(max_length=4000)),
            Field("handlaggare", "select", "Vem gör det?",
                  options=tuple(Option(*each) for each in colleagues)),
            Field("klar_senast", "datetime", "Klart senast",
                  "Till exempel 27 3 2026. Det är ett eget mål, ingen frist i lag."),
        ),
    )  # fmt: skip
