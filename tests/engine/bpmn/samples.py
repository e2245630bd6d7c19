"""Small process sets for tests, written as lines: `a -> b`, `a -> b : condition`."""

from collections.abc import Mapping
from functools import cache
from html import escape
from itertools import pairwise

from engine.bpmn.check import findings
from engine.bpmn.drawing.layout import arrange
from engine.model import Finding

HEAD = (
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:spiffworkflow="http://spiffworkflow.org/bpmn/schema/1.0/core" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t">'
)
REGISTERS = {
    "aktorer.toml": '[soc]\nnamn = "Socialtjänsten"\nroller = ["ordforande"]\n'
    '[polis]\nnamn = "Polisen"\nroller = []\n'
    '[system]\nnamn = "System"\nroller = []\nloggar_in = false\n',
    "variabler.toml": '[val]\nnamn = "Val"\ntyp = "val"\nvarden = ["ja", "nej", "kanske"]\n'
    '[mer]\nnamn = "Mer"\ntyp = "val"\nvarden = ["ja", "nej"]\n'
    '[dag]\nnamn = "Dag"\ntyp = "datum"\n',
    "meddelanden.toml": '[hej]\nnamn = "Hej"\nslag = "meddelande"\nfalt = ["val"]\n'
    'registreras_av = ["soc"]\n'
    '[slut]\nnamn = "Slut"\nslag = "signal"\nfalt = []\n',
    "sluttillstand.toml": 'A1.namn = "Klart"\n',
    "frister.toml": '["DL-10"]\nnamn = "Underställning"\nlagrum = "LVU 7 §"\nlangd = "P7D"\n'
    'slag = "rattsverkan"\ngrund = "lag"\nflyttas = true\nraknas_fran = "beslutet"\n'
    'vid_utgang = "upphör"\nagare = "soc"\npaminnelser = ["P3D"]\nprocess = ["p"]\n'
    '["DL-01"]\nnamn = "Genast"\nlagrum = "SoL 19:1"\nslag = "mal"\ngrund = "lag"\n'
    'flyttas = false\nraknas_fran = "kännedom"\nvid_utgang = "lyfts"\nagare = "soc"\n'
    'paminnelser = ["PT4H"]\nprocess = ["p"]\n',
    "forms/f.form": '{"type": "default", "schemaVersion": 19, "id": "f", "components": ['
    '{"type": "radio", "id": "c1", "key": "val", "label": "Val", "values": ['
    '{"label": "Ja", "value": "ja"}, {"label": "Nej", "value": "nej"}], '
    '"validate": {"required": true}, "properties": {"skydd.variabel": "val"}},'
    '{"type": "textarea", "id": "c2", "key": "skal", "label": "Skäl"}]}',
}


def user(id_: str, **properties: str) -> str:
    """Return a user task; `form` is f unless another is named, and the manual is its source."""
    asked = {"form": "f", "kalla": "X1", **properties}
    settings = {name: value for name, value in asked.items() if value}
    return (
        f'<bpmn:userTask id="{id_}" name="{id_.title()}">{extras(settings)}{{flows}}'
        "</bpmn:userTask>"
    )


def node(tag: str, id_: str, inside: str = "", **attributes: str) -> str:
    """Return any other flow node, with what is inside it and its attributes."""
    extra = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<bpmn:{tag} id="{id_}"{extra}>{{flows}}{inside}</bpmn:{tag}>'


def rule(id_: str, decision: str) -> str:
    """Return a business rule task that a decision table answers."""
    return node("businessRuleTask", id_, extras({"beslut": decision}), name=id_.title())


def message(kind: str, name: str) -> str:
    """Return a message or signal event definition."""
    return f'<bpmn:{kind}EventDefinition {kind}Ref="{kind}_{name}" />'


def timer(text: str, tag: str = "timeDuration") -> str:
    """Return a timer event definition."""
    inside = f'<bpmn:{tag} xsi:type="bpmn:tFormalExpression">{text}</bpmn:{tag}>'
    return f"<bpmn:timerEventDefinition>{inside}</bpmn:timerEventDefinition>"


def extras(properties: Mapping[str, str]) -> str:
    """Return extension elements with skydd. properties."""
    inside = "".join(
        f'<spiffworkflow:property name="skydd.{name}" value="{escape(value)}" />'
        for name, value in properties.items()
    )
    return (
        "<bpmn:extensionElements><spiffworkflow:properties>"
        f"{inside}</spiffworkflow:properties></bpmn:extensionElements>"
    )


def bpmn(process: str, nodes: list[str], flows: str, lane: str = "soc", extra: str = "") -> str:
    """Return a BPMN file with one process in one lane, without a drawing.

    `flows` has a line each: `a -> b`, `a -> b : condition`, `a -> b : default`.
    """
    parsed = [_flow(line) for line in flows.strip().splitlines()]
    ids = [text.split('id="')[1].split('"')[0] for text in nodes]
    filled = [_with_flows(id_, text, parsed) for id_, text in zip(ids, nodes, strict=True)]
    refs = "".join(f"<bpmn:flowNodeRef>{id_}</bpmn:flowNodeRef>" for id_ in ids)
    return (
        f'{HEAD}<bpmn:message id="message_hej" name="hej" />'
        '<bpmn:signal id="signal_slut" name="slut" />'
        f'<bpmn:collaboration id="col"><bpmn:participant id="pool" name="P" '
        f'processRef="{process}" /></bpmn:collaboration>'
        f'<bpmn:process id="{process}" name="Processen" isExecutable="true">'
        f'<bpmn:laneSet id="lanes"><bpmn:lane id="lane_{lane}" name="Bana">{refs}</bpmn:lane>'
        f"</bpmn:laneSet>{''.join(filled)}{''.join(_sequence(*f) for f in parsed)}{extra}"
        "</bpmn:process></bpmn:definitions>"
    )


@cache
def drawn(text: str) -> str:
    """Return the file with a drawing; drawn once, since that takes half a second."""
    return arrange(text.encode()).decode()


def files(**texts: str) -> dict[str, str]:
    """Return a process set with these diagrams, not drawn, and decision tables."""
    return REGISTERS | {f"{name}.{_kind(text)}": text for name, text in texts.items()}


def straight(*tasks: str) -> str:
    """Return a process `p` that is a row of user tasks."""
    names = ["start", *tasks, "end"]
    flows = "\n".join(f"{a} -> {b}" for a, b in pairwise(names))
    nodes = [node("startEvent", "start"), *map(user, tasks), node("endEvent", "end")]
    return bpmn("p", nodes, flows)


def _kind(text: str) -> str:
    return "dmn" if "/spec/DMN/" in text else "bpmn"


def _flow(line: str) -> tuple[str, str, str]:
    path, _, condition = line.partition(":")
    source, _, target = path.partition("->")
    return source.strip(), target.strip(), condition.strip()


def _with_flows(id_: str, text: str, flows: list[tuple[str, str, str]]) -> str:
    inside = "".join(
        f"<bpmn:{word}>{a}_{b}</bpmn:{word}>"
        for word, place in (("incoming", 1), ("outgoing", 0))
        for a, b, *_ in (flow for flow in flows if flow[place] == id_)
    )
    default = next((f"{a}_{b}" for a, b, c in flows if a == id_ and c == "default"), None)
    text = text.replace("{flows}", inside)
    return text.replace(f'id="{id_}"', f'id="{id_}" default="{default}"', 1) if default else text


def _sequence(source: str, target: str, condition: str) -> str:
    start = f'<bpmn:sequenceFlow id="{source}_{target}" sourceRef="{source}" targetRef="{target}"'
    if not condition or condition == "default":
        return f"{start} />"
    inside = f"<bpmn:conditionExpression>{escape(condition)}</bpmn:conditionExpression>"
    return f"{start}>{inside}</bpmn:sequenceFlow>"


def found(text: str, process: str = "p") -> list[Finding]:
    """Return the findings; that the sample is not drawn is not one of them here."""
    everything = findings(files(**{process: text}))
    return [finding for finding in everything if finding.rule != "not-drawn"]


def said(text: str, process: str = "p") -> str:
    """Return the findings as text."""
    return "\n".join(map(str, found(text, process)))


START, END = node("startEvent", "start"), node("endEvent", "end")
