"""A set with one of everything that can differ, and ways to change it."""

import re

from engine.bpmn.definitions import read_process_set
from engine.modelling.diff import Change, Comparison, compare
from tests.engine.modelling.small import FORM, LIVE, MAIN

DMN = "vag.dmn"
HANDOVERS, KINDS = "overlamnanden.toml", "insyn.toml"
RICH = LIVE | {
    DMN: '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" '
    'namespace="n"><decision id="vag" name="Vägen"><decisionTable id="t" hitPolicy="FIRST">'
    '<input id="i"><inputExpression id="ie" typeRef="string"><text>val</text></inputExpression>'
    '</input><output id="o" name="mer" typeRef="string"/>'
    '<rule id="r1"><description>SoL 19:1: Så är det.</description>'
    '<inputEntry id="a1"><text>"ja"</text></inputEntry>'
    '<outputEntry id="b1"><text>"ja"</text></outputEntry></rule>'
    '<rule id="r2"><inputEntry id="a2"><text>-</text></inputEntry>'
    '<outputEntry id="b2"><text>"nej"</text></outputEntry></rule>'
    "</decisionTable></decision></definitions>",
    HANDOVERS: '[M01]\nnamn = "Anmälan"\navsandare = ["polismyndigheten"]\n'
    'mottagare = ["socialtjansten"]\nfalt = ["skal"]\nlagrum = "SoL 19:1"\nsparr = ["28"]\n',
    KINDS: '[misstanke]\nnamn = "Misstanke"\n[misstanke.falt]\nM01 = ["skal"]\n'
    '[misstanke.insyn]\nsocialtjansten = "R"\npolismyndigheten = "R"\nregionkoordinator = "-"\n',
    "ansvar.toml": '[SOC-01]\naktor = "socialtjansten"\nsteg = "1"\ntext = "Upptäcker"\n'
    'slag = "ska"\n',
    FORM: LIVE[FORM].replace(
        '{"type": "textarea"',
        '{"type": "text", "id": "t1", "text": "Läs detta."}, {"type": "textarea"',
    ),
}


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """Return the set with a text in one file in place of another; it must be there."""
    assert old in RICH[file], (file, old)
    return RICH | {file: RICH[file].replace(old, new)}


def in_task(task: str, old: str, new: str) -> dict[str, str]:
    """Return the set with a text inside one element of the process replaced."""
    whole = re.search(rf'<bpmn:(\w+) id="{task}".*?</bpmn:\1>', RICH[MAIN], re.DOTALL)
    assert whole is not None
    assert old in whole[0], whole[0]
    return RICH | {MAIN: RICH[MAIN].replace(whole[0], whole[0].replace(old, new))}


def difference(files: dict[str, str]) -> Comparison:
    """Return what differs from the rich set."""
    return compare(read_process_set(RICH), read_process_set(files))


def said(files: dict[str, str]) -> list[tuple[str, str]]:
    """Return the kind and the sentence of each difference."""
    return [(each.kind, str(each)) for each in difference(files).changes]


def only(files: dict[str, str]) -> Change:
    """Return the one difference there is."""
    (change,) = difference(files).changes
    return change
