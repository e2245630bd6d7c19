"""A process, an agency, a form and rules, added as docs/architecture.md says: an interpreter."""

from __future__ import annotations

import json
import re
from itertools import pairwise

from engine.bpmn.drawing.layout import arrange
from engine.retention.rules import CONTENTS

AGENCY, OTHER = "tolkformedlingen", "socialtjansten"
FORMS = {
    "f99_tolk": {"type": "textfield", "id": "a", "key": "sprak", "label": "Språk",
                 "validate": {"required": True}},
    "f99_bokning": {"type": "checkbox", "id": "b", "key": "bokad", "label": "Tolken är bokad"},
}  # fmt: skip
STEPS = (
    ("start_tolk", OTHER, "startEvent", "Tolk behövs", {}),
    ("ut_begar_tolk", OTHER, "userTask", "Begär tolk", {"form": "f99_tolk", "meddelande": "M99"}),
    ("ut_boka_tolk", AGENCY, "userTask", "Boka tolk", {"form": "f99_bokning", "frist": "DL-99"}),
    ("end_bokad", AGENCY, "endEvent", "Tolk bokad", {}),
)
NAMESPACES = (
    'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:spiffworkflow="http://spiffworkflow.org/bpmn/schema/1.0/core"'
)


def process(files: dict[str, str]) -> dict[str, str]:
    """Add the diagram: one task after the other, each in the lane of its agency."""
    return files | {"tolkbehov.bpmn": arrange(_diagram().encode(), quickly=True).decode()}


def forms(files: dict[str, str]) -> dict[str, str]:
    """Add what the tasks ask."""
    heading = {"type": "text", "id": "t", "text": "### Tolk"}
    made = {
        f"forms/{id}.form": json.dumps(
            {"type": "default", "id": id, "schemaVersion": 18, "components": [heading, asked]}
        )
        for id, asked in FORMS.items()
    }
    return files | made


def agency(files: dict[str, str]) -> dict[str, str]:
    """Add the agency, what it may read of each kind, and how long it keeps what it has."""
    kept = json.dumps([each for each in CONTENTS if each != "loggfakta"])
    boxes = re.sub(r"(?m)^(\[\w+\.insyn\])$", rf'\1\n{AGENCY} = "-"', files["insyn.toml"])
    return (
        files
        | {"insyn.toml": boxes}
        | _longer(files, "aktorer.toml", f'[{AGENCY}]\nnamn = "Tolkförmedlingen"\n'
                  'roller = ["handlaggare"]')
        | _longer(files, "gallring.toml", f'[tolk]\nnamn = "Tolkar"\nlagrum = "Arkivlagen 10 §"\n'
                  f'aktorer = ["{AGENCY}"]\ninnehall = {kept}\nutfall = "bevaras"')
    )  # fmt: skip


def message(files: dict[str, str]) -> dict[str, str]:
    """Add the message that starts the process, and who may tell of it."""
    return files | _longer(
        files,
        "meddelanden.toml",
        f"""[tolk_begars]
namn = "Tolk behövs"
slag = "meddelande"
falt = []
registreras_av = ["{OTHER}"]""",
    )


def deadline(files: dict[str, str]) -> dict[str, str]:
    """Add a rule of time."""
    return files | _longer(
        files,
        "frister.toml",
        """["DL-99"]
namn = "Tolk bokad"
langd = "P3D"
slag = "mal"
grund = "rekommenderad"
flyttas = false
raknas_fran = "begäran"
vid_utgang = "Påminnelse"
agare = "Tolkförmedlingen"
paminnelser = []
process = ["tolkbehov"]""",
    )


def handover(files: dict[str, str]) -> dict[str, str]:
    """Add a rule of secrecy: which answer goes to whom, on which ground, and its kind."""
    boxes = files["insyn.toml"].replace(f'{AGENCY} = "-"', f'{AGENCY} = "R*"', 1)
    boxes = boxes.replace("[identitet.falt]\n", '[identitet.falt]\nM99 = ["sprak"]\n')
    return files | {"insyn.toml": boxes} | _longer(
        files, "overlamnanden.toml", f'[M99]\nnamn = "Begäran om tolk"\navsandare = ["{OTHER}"]\n'
        f'mottagare = ["{AGENCY}"]\nfalt = ["sprak"]\nlagrum = "OSL 10:2"\nsparr = ["NODV"]'
    )  # fmt: skip


ADDED = (process, forms, agency, message, deadline, handover)


def _longer(files: dict[str, str], name: str, text: str) -> dict[str, str]:
    return {name: f"{files[name]}\n{text}\n"}


def _diagram() -> str:
    ids = [step[0] for step in STEPS]
    lanes = "".join(_lane(lane, name) for lane, name in
                    ((OTHER, "Socialtjänsten"), (AGENCY, "Tolkförmedlingen")))  # fmt: skip
    flows = "".join(
        f'<bpmn:sequenceFlow id="till_{after}" sourceRef="{before}" targetRef="{after}"/>'
        for before, after in pairwise(ids)
    )
    nodes = "".join(_node(*step) for step in STEPS)
    return (
        f'<bpmn:definitions {NAMESPACES} id="d" targetNamespace="https://skyddsprocessen.se/bpmn">'
        '<bpmn:message id="message_tolk" name="tolk_begars"/>'
        '<bpmn:process id="tolkbehov" name="Tolk" isExecutable="true">'
        f'<bpmn:laneSet id="lanes">{lanes}</bpmn:laneSet>{nodes}{flows}'
        "</bpmn:process></bpmn:definitions>"
    )


def _lane(agency: str, name: str) -> str:
    inside = "".join(
        f"<bpmn:flowNodeRef>{s[0]}</bpmn:flowNodeRef>" for s in STEPS if s[1] == agency
    )
    return f'<bpmn:lane id="lane_{agency}" name="{name}">{inside}</bpmn:lane>'


def _node(id: str, _: str, kind: str, name: str, settings: dict[str, str]) -> str:
    said = {"lagrum": "FL 13 §", **settings} if kind == "userTask" else {}
    told = "".join(
        f'<spiffworkflow:property name="skydd.{key}" value="{value}"/>'
        for key, value in said.items()
    )
    settings_ = f"<spiffworkflow:properties>{told}</spiffworkflow:properties>"
    inside = f"<bpmn:extensionElements>{settings_}</bpmn:extensionElements>" if told else ""
    if kind == "startEvent":
        inside = '<bpmn:messageEventDefinition id="def_tolk" messageRef="message_tolk"/>'
    return f'<bpmn:{kind} id="{id}" name="{name}">{inside}</bpmn:{kind}>'
