"""Small processes with everything that can be lost: tasks, timers, messages, a loop, an end.

The main process asks another one for something, waits for a timer and for the answer, and goes
round again or ends. Timers count from days that forms name: in the past, they are due at once.
"""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

from bench.shapes import AGENCIES
from engine.bpmn.definitions import version_of
from tests.engine.bpmn.samples import bpmn, extras, message, node, timer, user

SOC, POLIS = AGENCIES[:2]
PAST = timedelta(days=10)
ENDS = 0.1
"""How often a case ends, instead of going round again."""
START, END = node("startEvent", "start"), node("endEvent", "end")
LAST = END.replace("{flows}", extras({"slutstatus": "A1"}) + "{flows}")


def _starts(name: str) -> str:
    return node("startEvent", "start", message("message", name))


def _waits(id_: str) -> str:
    return node("intermediateCatchEvent", id_, timer("dag", "timeDate"), name=id_)


def _sends(id_: str, name: str) -> str:
    return node("intermediateThrowEvent", id_, message("message", name), name=id_)


def _named(text: str) -> str:
    others = "".join(f'<bpmn:message id="message_{n}" name="{n}" />' for n in ("svar", "mer"))
    return text.replace('<bpmn:signal id="signal_slut"', f'{others}<bpmn:signal id="signal_slut"')


MAIN = bpmn(
    "stod_och_skydd",
    [START, node("exclusiveGateway", "m"), user("a"), _sends("s", "hej"), _waits("t"), user("b"),
     node("intermediateCatchEvent", "v", message("message", "svar"), name="v"), user("z"),
     node("exclusiveGateway", "g"), LAST],
    "start -> m\nm -> a\na -> s\ns -> t\nt -> b\nb -> v\nv -> z\nz -> g\n"
    "g -> m : val == 'nej'\ng -> end : default",
    lane=SOC,
)  # fmt: skip
ASKED = bpmn(
    "tillfragad", [_starts("hej"), _waits("t"), user("c"), _sends("s", "svar"), END],
    "start -> t\nt -> c\nc -> s\ns -> end", lane=POLIS,
)  # fmt: skip
BESIDE = bpmn(
    "vid_sidan", [_starts("mer"), user("e"), END], "start -> e\ne -> end", lane=SOC,
)  # fmt: skip
FORM = (
    '{"type": "default", "schemaVersion": 19, "id": "f", "components": ['
    '{"type": "radio", "id": "c1", "key": "val", "label": "Val", "values": ['
    '{"label": "Ja", "value": "ja"}, {"label": "Nej", "value": "nej"}], '
    '"validate": {"required": true}, "properties": {"skydd.variabel": "val"}},'
    '{"type": "datetime", "subtype": "date", "id": "c3", "key": "dag", "dateLabel": "Dag", '
    '"validate": {"required": true}, "properties": {"skydd.variabel": "dag"}},'
    '{"type": "textarea", "id": "c2", "key": "skal", "label": "Skäl"}]}'
)
FILES = {
    "stod_och_skydd.bpmn": _named(MAIN), "tillfragad.bpmn": _named(ASKED),
    "vid_sidan.bpmn": _named(BESIDE), "forms/f.form": FORM, "frister.toml": "",
    "sluttillstand.toml": 'A1.namn = "Klart"\n',
    "aktorer.toml": "".join(f'[{a}]\nnamn = "{a}"\nroller = []\n' for a in AGENCIES),
    "variabler.toml": '[val]\nnamn = "Val"\ntyp = "val"\nvarden = ["ja", "nej"]\n'
    '[dag]\nnamn = "Dag"\ntyp = "datum"\n'
    f'[kalla]\nnamn = "Källa"\ntyp = "val"\nvarden = ["{SOC}"]\n'
    '[sluttillstand]\nnamn = "Slut"\ntyp = "val"\nvarden = ["A1"]\n',
    "meddelanden.toml": "".join(
        f'[{name}]\nnamn = "{name}"\nslag = "meddelande"\nfalt = {fields}\n'
        f"registreras_av = {who}\n"
        for name, fields, who in (
            ("hej", '["dag"]', "[]"), ("svar", "[]", "[]"), ("mer", "[]", f'["{SOC}"]'),
        )
    ),
}  # fmt: skip
VERSION = version_of(FILES)


def answers(draws: random.Random, ahead: timedelta = -PAST) -> dict[str, list[str]]:
    """Return a filled-in form; the day it names is this far ahead."""
    day: date = (datetime.now(UTC) + ahead).date()
    return {"val": ["ja" if draws.random() < ENDS else "nej"], "skal": ["Påhittat skäl."],
            "dag-day": [str(day.day)], "dag-month": [str(day.month)],
            "dag-year": [str(day.year)]}  # fmt: skip
