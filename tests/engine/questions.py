"""Forms for tests, written as the form-js editor saves them."""

import json
from datetime import date
from typing import Any

import pytest

from engine.errors import InvalidAnswers
from engine.forms import Form, read_form

TODAY = date(2026, 11, 23)
FIRST_OF_MAY = {"dag-day": ["1"], "dag-month": ["5"], "dag-year": ["2026"]}
RULES = {"required": True}
YES_NO = [{"value": "ja", "label": "Ja"}, {"value": "nej", "label": "Nej"}]


def file_of(*components: Any, form_id: str = "f", **extra: Any) -> str:
    return json.dumps({"type": "default", "id": form_id, "components": components, **extra})


def form_of(*components: Any) -> Form:
    return read_form("forms/f.form", file_of(*components))


def a(kind: str, key: str | None = "fraga", label: Any = "Frågan", **more: Any) -> dict[str, Any]:
    return {"type": kind, "id": f"id_{key}", "key": key, "label": label, **more}


def radio(key: str = "fara", label: str = "Finns akut fara?", **more: Any) -> dict[str, Any]:
    return a("radio", key, label, values=YES_NO, **more)


def problems(form: Form, raw: dict[str, list[str]]) -> dict[str, str]:
    with pytest.raises(InvalidAnswers) as error:
        form.accept(raw, TODAY)
    return error.value.problems


def indicators() -> Form:
    """A form with one question of almost every kind."""
    return form_of(
        {"type": "text", "text": "### Misstanken\n\nSkriv det du vet nu."},
        radio(validate=RULES, properties={"skydd.variabel": "akut_fara"}),
        a("textarea", "atgard", "Vad har gjorts?", validate=RULES)
        | {"conditional": {"hide": '=fara != "ja"'}},
        a("datetime", "dag", "Dag för iakttagelsen", validate=RULES)
        | {"properties": {"skydd.variabel": "iakttagelse_dag", "skydd.tid": "hittills"}},
        a("checklist", "tecken", "Tecken", values=YES_NO),
        a("number", "barn", "Antal barn", validate={"min": 0, "max": 20}, decimalDigits=0),
        a("checkbox", "tolk", "Tolk behövs"),
    )
