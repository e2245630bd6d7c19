"""No two branches set the same variable in any order."""

from __future__ import annotations

from engine.bpmn.dataflow.proof import Shown, shown_races
from engine.bpmn.dataflow.races import Race
from engine.bpmn.dataflow.whole import Whole
from engine.bpmn.diagram import Diagram
from engine.bpmn.soundness.findings import Flaw
from engine.bpmn.soundness.words import named, told
from engine.model import Finding

RULE = "race"


def race_findings(whole: Whole) -> list[Finding]:
    """Return the elements of each diagram that can set the same variable at the same time."""
    return [
        _flaw(whole, diagram, shown.what, shown)
        for diagram in whole.processes.diagrams.values()
        for shown in shown_races(whole, diagram)
        if isinstance(shown.what, Race)
    ]


def _flaw(whole: Whole, diagram: Diagram, race: Race, shown: Shown) -> Flaw:
    steps = shown.steps or ()
    variables = whole.processes.registers.variables
    what = " och ".join(f"”{variables[name].name}” ({name})" for name in race.variables)
    how = told(diagram, steps) if steps else "Vägen dit är inte helt kontrollerad."
    message = (
        f"{named(diagram, race.one)} och {named(diagram, race.other)} kan båda sätta {what}, i "
        "vilken ordning som helst: det som kommer sist gäller. Låt bara en av grenarna sätta den, "
        f"eller lägg dem efter varandra. {how}"
    )
    return Flaw(diagram.file, race.one, RULE, message, steps, race.other)
