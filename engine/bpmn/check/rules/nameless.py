"""An agency that nothing binds to secrecy keeps nothing that tells who somebody is."""

from __future__ import annotations

from collections.abc import Iterator

from engine.answers import TEXTS
from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("avidentifierad", "userTask")
def nameless(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield the questions of such an agency in whose answers somebody could be named."""
    agency = processes.registers.agencies.get(element.agency or "")
    form = processes.forms.get(element.properties.get("form", ""))
    if agency and agency.deidentified and form:
        for field in form.fields:
            if field.protected or (field.kind in TEXTS and not field.deidentified):
                yield f"fältet {field.key} i {form.id} kan visa vem någon är"
