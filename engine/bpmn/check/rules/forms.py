"""A form asks in a way that every browser can show and every answer can be checked by.

What may stand in a form is said in `engine.forms`; its routing questions set variables as they are
registered.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.forms import form_findings
from engine.model import Finding


def forms(processes: ProcessSet) -> Iterator[Finding]:
    """Yield everything that is wrong with the form files of a set."""
    codes = {v.id: v.codes or None for v in processes.registers.variables.values()}
    for name, text in processes.files.items():
        if name.endswith(".form"):
            yield from form_findings(name, text, codes)
