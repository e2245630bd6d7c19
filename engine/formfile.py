"""Reading form-js JSON: the part of the format that a page can show without scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from engine.answers import CHOICES, TEXTS, Condition, Field, Limits, Option, Text
from engine.model import Finding
from engine.patterns import is_pattern
from engine.unreadable import why

KINDS = CHOICES | TEXTS | {"number", "datetime", "checkbox"}
LONGEST = {"textfield": 200, "textarea": 4000}

_KEY = re.compile(r"[a-z][a-z0-9_]*")
_RESERVED = frozenset({"typename"})
_CONDITION = re.compile(r'=\s*([a-z][a-z0-9_]*)\s*(!=|=)\s*"([^"]*)"\s*')
_TOO_CLEVER = ("defaultValue", "disabled", "readonly", "valuesKey", "valuesExpression")
_LIMITS = {
    "required": ((bool,), KINDS),
    "minLength": ((int,), TEXTS),
    "maxLength": ((int,), TEXTS),
    "pattern": ((str,), {"textfield"}),
    "validationType": ((str,), {"textfield"}),
    "min": ((int, float), {"number"}),
    "max": ((int, float), {"number"}),
}
_PROPERTIES = {
    "skydd.variabel": ({"radio", "select", "datetime"}, None),
    "skydd.skyddad": (KINDS, "ja"),
    "skydd.maskerad": (KINDS, "ja"),
    "skydd.avidentifierad": (TEXTS, "ja"),
    "skydd.tid": ({"datetime"}, "hittills"),
}


def read_components(name: str, text: str) -> tuple[str, list[Field | Text], list[Finding]]:
    """Read a form file as far as it goes: its id, its components, and all that is wrong."""
    reader = _Reader(name)
    form = reader.load(text)
    form_id, stem = str(form.get("id", "")), PurePosixPath(name).stem
    if form and form_id != stem:
        reader.find(None, f"formulärets id är {form_id!r} men filen heter {stem!r}")
    listed = form.get("components", [])
    if form and not (isinstance(listed, list) and listed):
        reader.find(None, "formuläret har inga komponenter")
        listed = []
    for number, component in enumerate(listed, 1):
        reader.read(component, number)
    return form_id, reader.components, reader.findings


@dataclass
class _Reader:
    """Gathers the components and findings of one file."""

    name: str
    components: list[Field | Text] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    place: str | None = None

    def find(self, place: str | None, message: str) -> None:
        self.findings.append(Finding(self.name, place, "formular", message))

    def wrong(self, message: str) -> None:
        self.find(self.place, message)

    def load(self, text: str) -> Mapping[str, Any]:
        try:
            form = json.loads(text)
        except (ValueError, RecursionError) as error:
            self.find(None, f"filen är inte läsbar JSON: {why(error)}")
            return {}
        if not isinstance(form, dict) or not form:
            self.find(None, "filen är inte ett formulär")
            return {}
        return form

    def read(self, component: Any, number: int) -> None:
        if not isinstance(component, dict):
            self.find(f"nr {number}", "komponenten är inte ett objekt")
            return
        self.place = str(component.get("key") or component.get("id") or f"nr {number}")
        kind = str(component.get("type"))
        for attribute in _TOO_CLEVER:
            if component.get(attribute):
                self.wrong(f"{attribute} kan inte användas")
        if kind == "text":
            self.components.append(
                Text(self.text(component, "text", "text"), self.hidden(component))
            )
        elif kind in KINDS:
            self.components.append(self.question(component, kind))
        else:
            self.wrong(f"okänd komponenttyp {kind!r}")

    def question(self, component: Mapping[str, Any], kind: str) -> Field:
        validate = self.checked_limits(component, kind)
        settings = self.settings(component, kind)
        hidden_when = self.hidden(component)
        required = validate.get("required") is True
        if "skydd.variabel" in settings and not required and not hidden_when:
            self.wrong("en vägvalsfråga måste vara obligatorisk eller villkorad")
        if "skydd.maskerad" in settings and "skydd.skyddad" not in settings:
            self.wrong("det som maskeras måste vara skyddat (skydd.skyddad)")
        label = "dateLabel" if kind == "datetime" and not component.get("label") else "label"
        return Field(
            key=self.key(component),
            kind=kind,
            label=self.text(component, label, "ledtext").rstrip(": "),
            description=self.text(component, "description", None) or None,
            options=self.options(component) if kind in CHOICES else (),
            required=required,
            limits=self.limits(validate, component, kind),
            variable=settings.get("skydd.variabel"),
            protected="skydd.skyddad" in settings,
            masked="skydd.maskerad" in settings,
            deidentified="skydd.avidentifierad" in settings,
            past_only="skydd.tid" in settings,
            hidden_when=hidden_when,
        )

    def text(self, component: Mapping[str, Any], attribute: str, word: str | None) -> str:
        """Read a text for people; `word` names it in Swedish when it must be there."""
        value = component.get(attribute) or ""
        if not isinstance(value, str) or (word and not value.strip()):
            self.wrong(f"{word or attribute} saknas")
            return ""
        if value.startswith("=") or "{{" in value:
            self.wrong(f"{attribute} får inte vara ett uttryck")
        return value.strip()

    def key(self, component: Mapping[str, Any]) -> str:
        key = component.get("key")
        if not isinstance(key, str) or not _KEY.fullmatch(key) or key in _RESERVED:
            self.wrong(f"{key!r} kan inte vara en nyckel; skriv snake_case, och inte typename")
            return ""
        if any(earlier.key == key for earlier in self.fields()):
            self.wrong(f"nyckeln {key} används två gånger")
        return key

    def fields(self) -> list[Field]:
        return [each for each in self.components if isinstance(each, Field)]

    def options(self, component: Mapping[str, Any]) -> tuple[Option, ...]:
        values = component.get("values")
        values = values if isinstance(values, list) else []
        options = []
        for value in values:
            pair = (value.get("value"), value.get("label")) if isinstance(value, dict) else ("", "")
            if all(isinstance(each, str) and each.strip() for each in pair):
                options.append(Option(*pair))
            else:
                self.wrong(f"ett svarsalternativ saknar värde eller ledtext: {pair}")
        if not values:
            self.wrong("frågan har inga svarsalternativ")
        if len({option.value for option in options}) < len(options):
            self.wrong("två svarsalternativ har samma värde")
        return tuple(options)

    def hidden(self, component: Mapping[str, Any]) -> Condition | None:
        conditional = component.get("conditional") or {}
        text = conditional.get("hide") if isinstance(conditional, dict) else conditional
        if not text:
            return None
        match = _CONDITION.fullmatch(str(text))
        if not match:
            self.wrong(f'villkoret {text} kan inte användas; bara =nyckel = "kod" och !=')
            return None
        key, operator, value = match.groups()
        asked = next((each for each in self.fields() if each.key == key), None)
        if asked is None or asked.kind not in {"radio", "select"}:
            self.wrong(f"villkoret läser {key}, som inte är en fråga med ett val längre upp")
        elif value not in {option.value for option in asked.options}:
            self.wrong(f"villkoret jämför {key} med {value!r}, som inte är ett av dess svar")
        return Condition(key, operator == "=", value)

    def checked_limits(self, component: Mapping[str, Any], kind: str) -> dict[str, Any]:
        validate = component.get("validate") or {}
        if not isinstance(validate, dict):
            self.wrong("validate är inte ett objekt")
            return {}
        for rule, value in validate.items():
            types, kinds = _LIMITS.get(rule, ((), frozenset()))
            if kind not in kinds or type(value) not in types:
                self.wrong(f"regeln {rule} = {value!r} kan inte användas på {kind}")
        return {r: v for r, v in validate.items() if r in _LIMITS and type(v) in _LIMITS[r][0]}

    def limits(
        self, validate: Mapping[str, Any], component: Mapping[str, Any], kind: str
    ) -> Limits:
        if component.get("type") == "datetime" and component.get("subtype", "date") != "date":
            self.wrong("bara datum utan klockslag kan användas")
        pattern = validate.get("pattern")
        if isinstance(pattern, str) and not is_pattern(pattern):
            self.wrong(f"mönstret {pattern} kan inte läsas, eller kan ta för lång tid att pröva")
        return Limits(
            min_length=validate.get("minLength"),
            max_length=validate.get("maxLength", LONGEST.get(kind)),
            minimum=validate.get("min"),
            maximum=validate.get("max"),
            pattern=pattern,
            whole=component.get("decimalDigits") == 0,
        )

    def settings(self, component: Mapping[str, Any], kind: str) -> dict[str, str]:
        properties = component.get("properties") or {}
        if not isinstance(properties, dict):
            self.wrong("properties är inte ett objekt")
            return {}
        for name, value in properties.items():
            kinds, only = _PROPERTIES.get(name, (frozenset(), None))
            if kind not in kinds:
                self.wrong(f"inställningen {name} kan inte användas på {kind}")
            elif not isinstance(value, str) or not value or (only and value != only):
                self.wrong(f"inställningen {name} kan inte ha värdet {value!r}")
        return properties
