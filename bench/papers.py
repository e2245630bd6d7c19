"""Forms and registers round the shapes, and a form filled in: 2 kB of answers a task."""

from __future__ import annotations

import hashlib
import json
from itertools import cycle
from typing import Any

from bench import diagrams
from bench.shapes import AGENCIES, BACK, ON, Workload

FORM_BYTES = 2040
TEXTS = ("handlagd_av", "diarienummer", "sokande", "organisation", "gatuadress", "postadress",
         "bilaga_1", "bilaga_2", "bilaga_3")  # fmt: skip
CHECKS = ("identitet", "underlag", "behorighet", "tidsfrist", "samtycke")
WORDS = ("beslut", "underlag", "bedömning", "yttrande", "kontakt", "uppföljning", "samråd", "skäl")


def files(workload: Workload) -> dict[str, str]:
    """Return a workload as a process set: file name → text."""
    decisive = [task for shape in workload.shapes for task in shape.decisive()]
    forms = {"f_uppgift": _form("f_uppgift", "")} | {
        f"f_{task}": _form(f"f_{task}", diagrams.variable(task)) for task in decisive
    }
    return {
        **{f"{shape.process}.bpmn": diagrams.ours(shape) for shape in workload.shapes},
        **{f"forms/{name}.form": json.dumps(form) for name, form in forms.items()},
        "aktorer.toml": "".join(f'[{a}]\nnamn = "{a}"\nroller = []\n' for a in AGENCIES),
        "variabler.toml": _variables([diagrams.variable(task) for task in decisive]),
        "meddelanden.toml": '[nytt]\nnamn = "Nytt"\nslag = "meddelande"\nfalt = []\n',
        "frister.toml": "",
        "sluttillstand.toml": 'A5.namn = "Avslutat"\n',
    }


def typed(workload: Workload, element: str, number: int) -> dict[str, list[str]]:
    """Return a filled-in form as a browser posts it; its answers are 2 kB of JSON.

    `number` makes each different; the note is written until the form is full.
    """
    seed = hashlib.sha256(f"{element} {number}".encode()).hexdigest()
    posted = {name: [f"{name} {seed[n : n + 40]}"] for n, name in enumerate(TEXTS)} | {
        "beslut": [BACK if element in workload.back else ON],
        "handlagd_den-day": ["12"], "handlagd_den-month": ["3"], "handlagd_den-year": ["2026"],
        "prioritet": [str(number % 5)], "belopp": [str(number)],
        "sekretess": ["true"], "kontroller": list(CHECKS),
    }  # fmt: skip
    return posted | {"anteckning": [_note(FORM_BYTES - _size(posted), number)]}


def data(posted: dict[str, list[str]]) -> dict[str, Any]:
    """Return the answers of a posted form as plain JSON, for the other side."""
    plain: dict[str, Any] = {k: v[0] for k, v in posted.items() if "-" not in k}
    return plain | {"handlagd_den": "2026-03-12", "kontroller": posted["kontroller"],
                    "prioritet": int(plain["prioritet"]), "belopp": int(plain["belopp"]),
                    "sekretess": True}  # fmt: skip


def _size(posted: dict[str, list[str]]) -> int:
    return len(json.dumps(data(posted | {"anteckning": [""]}), ensure_ascii=False).encode())


def _note(size: int, number: int) -> str:
    words, note = cycle(WORDS[number % len(WORDS) :] + WORDS[: number % len(WORDS)]), "Anteckning"
    while len(note.encode()) < size:
        note += f" {next(words)}"
    return note


def _form(name: str, variable: str) -> dict[str, Any]:
    decision = {"skydd.variabel": variable} if variable else {}
    return {"type": "default", "schemaVersion": 19, "id": name, "components": [
        _choice("radio", "beslut", (ON, BACK), decision),
        *[_component("textfield", text) for text in TEXTS],
        _component("datetime", "handlagd_den", subtype="date", dateLabel="handlagd_den"),
        _component("number", "prioritet"), _component("number", "belopp"),
        _component("checkbox", "sekretess", required=False),
        _choice("checklist", "kontroller", CHECKS, {}), _component("textarea", "anteckning"),
    ]}  # fmt: skip


def _component(kind: str, key: str, *, required: bool = True, **more: Any) -> dict[str, Any]:
    validate = {"required": True} if required else {}
    return {"type": kind, "id": f"falt_{key}", "key": key, "label": key, "validate": validate,
            **more}  # fmt: skip


def _choice(
    kind: str, key: str, codes: tuple[str, ...], properties: dict[str, str]
) -> dict[str, Any]:
    values = [{"label": code, "value": code} for code in codes]
    return _component(kind, key, values=values, properties=properties)


def _variables(names: list[str]) -> str:
    codes = {"kalla": AGENCIES, "sluttillstand": ("A5",)} | dict.fromkeys(names, (ON, BACK))
    return "".join(
        f'[{name}]\nnamn = "{name}"\ntyp = "val"\nvarden = {json.dumps(values)}\n'
        for name, values in codes.items()
    )
