"""A small process set for the book: one process opens, one is called, one starts by a message."""

from functools import cache

from engine.bpmn.definitions import ProcessSet, read_process_set
from tests.engine.bpmn.samples import REGISTERS, bpmn, drawn, message, node, user

START, END = node("startEvent", "start"), node("endEvent", "end")
SENDS = node("endEvent", "end", message("message", "hej"), name="Hälsa")
HEARS = node("startEvent", "start", message("message", "hej"))
README = """# Processerna

## Ordlista

| Svenska | I koden | Betyder | Lag |
|---|---|---|---|
| betänketid | `betanketid` | 30 dagar att *återhämta* sig | UtlL 5:15 |

Lagar skrivs ett sätt: `SoL` är socialtjänstlagen (2025:400), `UtlL` utlänningslagen (2005:716),
`RB` rättegångsbalken.

## Annat
"""


def named(name: str, text: str) -> str:
    """Return a file, drawn, whose process has a name of its own."""
    return drawn(text.replace('name="Processen"', f'name="{name}"'))


CALL = node("callActivity", "ca", name="Anropa", calledElement="called")
LAW = user("b", lagrum="LVU 7 §", frist="DL-10", ansvar="SOC-1 SOC-2")
FILES = REGISTERS | {
    "stod_och_skydd.bpmn": named("Ryggraden", bpmn(
        "stod_och_skydd", [START, user("a"), CALL, SENDS], "start -> a\na -> ca\nca -> end")),
    "called.bpmn": named("Anropad", bpmn(
        "called", [START, LAW, END], "start -> b\nb -> end", lane="polis")),
    "started.bpmn": named("Startad", bpmn(
        "started", [HEARS, user("c"), END], "start -> c\nc -> end")),
    "alone.bpmn": named("Ensam", bpmn("alone", [START, user("d"), END], "start -> d\nd -> end")),
}  # fmt: skip


@cache
def small() -> ProcessSet:
    """Return the set, read once."""
    return read_process_set(FILES)
