"""What differs between two versions of a form: questions, answers to choose, who may read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from engine.answers import Condition, Field, Text
from engine.forms import Form
from engine.modelling.diff import change as kinds
from engine.modelling.diff.change import (
    ADDED,
    REMOVED,
    Change,
    Part,
    Passage,
    Spec,
    Switch,
    compared,
)
from engine.modelling.diff.names import Names

SORTS = {
    "radio": "ett val", "select": "ett val ur en lista", "checklist": "flera kryss",
    "textfield": "en rad text", "textarea": "en längre text", "number": "ett tal",
    "datetime": "ett datum", "checkbox": "ett kryss",
}  # fmt: skip


def form_changes(old: Form, new: Form, names: Names, agencies: tuple[str, ...]) -> Iterator[Change]:
    """Yield what differs; `agencies` are those whose tasks ask with the form."""
    file = f"forms/{new.id}.form"
    place = Change(kinds.FIELD, "", file, agencies=agencies)
    before, after = ({f.key: f for f in form.fields} for form in (old, new))
    for key, field in after.items():
        here = replace(place, element=key)
        if key not in before:
            words = f"Formuläret {new.id}: ny fråga ”{field.label}” ({_sort(field, names)})."
            yield replace(here, words=words, effect=ADDED)
            continue
        subject = f"Formuläret {new.id}, frågan ”{before[key].label}”"
        for each in compared(subject, (before[key], field), spec(names), here):
            yield replace(each, agencies=() if each.kind == kinds.WORDING else agencies)
        for said in _options(before[key], field):
            words = f"{subject}: {said}."
            yield replace(here, kind=kinds.WORDING, words=words, agencies=())
    for key, field in before.items():
        if key not in after:
            words = f"Formuläret {new.id}: frågan ”{field.label}” är borta."
            yield replace(place, element=key, words=words, effect=REMOVED)
    yield from _around(old, new, place)


def spec(names: Names) -> Spec:
    """Return all that a question may have."""
    return (
        Part("ledtexten", kinds.WORDING, lambda f: f.label, lambda text: f"”{text}”"),
        Passage("hjälptexten", kinds.WORDING, lambda f: f.description),
        Part("slaget", kinds.FIELD, lambda f: f.kind, lambda kind: SORTS.get(kind, kind)),
        Part("svarsalternativet", kinds.FIELD, _codes),
        Switch("är nu obligatorisk", "är inte längre obligatorisk", kinds.FIELD,
               lambda f: f.required),
        Part("gränserna", kinds.FIELD, _limits),
        Part("vägvalsvariabeln", kinds.VARIABLE, lambda f: f.variable, names.variable),
        Switch("är nu skyddad", "är inte längre skyddad", kinds.ACCESS, lambda f: f.protected),
        Switch("är nu maskerad: den visas bara för den som säger varför",
               "är inte längre maskerad", kinds.ACCESS, lambda f: f.masked),
        Switch("får nu inte peka ut någon", "får nu peka ut någon", kinds.ACCESS,
               lambda f: f.deidentified),
        Switch("får bara vara en dag som har varit", "får nu vara en dag som kommer", kinds.FIELD,
               lambda f: f.past_only),
        Part("villkoret för att dölja frågan", kinds.CONDITION, lambda f: _hidden(f.hidden_when)),
    )  # fmt: skip


def _around(old: Form, new: Form, place: Change) -> Iterator[Change]:
    """Yield what differs in the texts between the questions, and in the order of it all."""
    texts = [tuple(_text(c) for c in form.components if isinstance(c, Text)) for form in (old, new)]
    if sorted(texts[0]) != sorted(texts[1]):
        yield replace(
            place, kind=kinds.WORDING, words=f"Formuläret {new.id}: texten är ändrad.",
            agencies=(), before="\n\n".join(texts[0]), after="\n\n".join(texts[1]),
        )  # fmt: skip
    if len({tuple(_shared(form, old, new)) for form in (old, new)}) > 1:
        words = f"Formuläret {new.id}: frågor och texter står i annan ordning."
        yield replace(place, kind=kinds.WORDING, words=words, agencies=())


def _shared(form: Form, *both: Form) -> Iterator[str]:
    """Yield the keys and texts of a form that are in both versions, in order."""
    names = [{_known_by(c) for c in each.components} for each in both]
    return (n for n in map(_known_by, form.components) if all(n in each for each in names))


def _known_by(component: Field | Text) -> str:
    return component.key if isinstance(component, Field) else component.text


def _sort(field: Field, names: Names) -> str:
    said = SORTS.get(field.kind, field.kind)
    said += ", obligatorisk" if field.required else ", frivillig"
    said += f", styr vägen genom {names.variable(field.variable)}" if field.variable else ""
    return said + (", skyddad" if field.protected else "")


def _codes(field: Field) -> tuple[str, ...]:
    return tuple(option.value for option in field.options)


def _options(old: Field, new: Field) -> Iterator[str]:
    """Say how answers that were there before are worded and ordered otherwise."""
    was, now = ({o.value: o.label for o in each.options} for each in (old, new))
    for code in (code for code in now if code in was and was[code] != now[code]):
        yield f"svarsalternativet {code} lyder nu ”{now[code]}” (tidigare ”{was[code]}”)"
    if [code for code in was if code in now] != [code for code in now if code in was]:
        yield "svarsalternativen står i annan ordning"


def _limits(field: Field) -> str | None:
    said = {
        "minst {} tecken": field.limits.min_length, "högst {} tecken": field.limits.max_length,
        "minst {}": field.limits.minimum, "högst {}": field.limits.maximum,
        "mönstret {}": field.limits.pattern, "bara heltal": field.limits.whole or None,
    }  # fmt: skip
    return ", ".join(text.format(v) for text, v in said.items() if v is not None) or None


def _hidden(condition: Condition | None) -> str | None:
    if condition is None:
        return None
    return f"{condition.key} {'=' if condition.equals else '≠'} {condition.value}"


def _text(component: Text) -> str:
    hidden = _hidden(component.hidden_when)
    return f"{component.text}\n(dold när {hidden})" if hidden else component.text
