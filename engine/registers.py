"""The registers beside the diagrams: agencies, duties, variables and messages, read from TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from engine.errors import ModelError
from engine.model import Agency, Finding
from engine.unreadable import why

Entry = TypeVar("Entry")

AGENCIES = "aktorer.toml"
VARIABLES = "variabler.toml"
MESSAGES = "meddelanden.toml"
DEADLINES = "frister.toml"
END_STATES = "sluttillstand.toml"
DUTIES = "ansvar.toml"
REGIONS = "regioner.toml"
NO_REGION = "okand"
"""In place of a region: nobody has said which."""
LONGEST_REGION = 12
CLOCKS = ("pausas", "loper")
DUTY_KINDS = ("ska", "kan", "stod")


@dataclass(frozen=True)
class Variable:
    """A routing variable: a choice between codes, a date (ISO) or an instant (ISO with zone)."""

    id: str
    name: str
    kind: str
    codes: tuple[str, ...] = ()

    def problem(self, value: str) -> str | None:
        """Say in Swedish what is wrong with a value, or None."""
        if self.kind == "val" and value not in self.codes:
            return f"värdet {value!r} finns inte för variabeln {self.id}"
        return None


@dataclass(frozen=True)
class MessageType:
    """A message or signal that instances of a case exchange, or that an agency registers."""

    id: str
    name: str
    kind: str
    fields: tuple[str, ...]
    registered_by: tuple[str, ...]
    to_all: bool = False
    """A signal whose fields are set in every running instance, whether it waits or not."""
    repeats: bool = False
    """It may start one more instance while an earlier one is still at work."""
    clock: str | None = None
    """What it does to the times of ours in every other instance: `pausas` or `loper`."""
    shown_to: tuple[str, ...] = ()
    """The agencies that may know why the times stand still; to others they are not shown at all."""


@dataclass(frozen=True)
class Duty:
    """A responsibility that the source text lays on an agency, in our words."""

    id: str
    agency: str
    step: str
    """Step of the manual, `1`, `3-4`; `0` for what lies beside the steps."""
    text: str
    kind: str
    """`ska`, `kan` or `stod`."""
    reason: str | None = None
    """Why no case has a task for it; None when some element fulfils it."""
    shared: bool = False
    """Whether elements in other agencies' lanes may fulfil it too."""


@dataclass(frozen=True)
class Registers:
    """Everything the diagrams refer to by id, except deadlines and forms."""

    agencies: Mapping[str, Agency]
    variables: Mapping[str, Variable]
    messages: Mapping[str, MessageType]
    end_states: Mapping[str, str]
    """The end states of a case: code → what it means, in Swedish."""
    duties: Mapping[str, Duty] = field(default_factory=dict)
    """Empty in sets that were published before there was a register of duties."""
    regions: Mapping[str, str] = field(default_factory=dict)
    """Code → name, by which statistics are divided; empty likewise."""


def read_registers(files: Mapping[str, str]) -> Registers:
    """Read the registers out of a process set (file name → text).

    Raises ModelError with every finding: broken TOML, a missing key, an unknown kind,
    a message that carries an unknown variable or is registered by an unknown agency.
    """
    findings: list[Finding] = []
    agencies = _read(files, AGENCIES, _agency, findings)
    variables = _read(files, VARIABLES, _variable, findings)
    messages = _read(files, MESSAGES, _message, findings)
    end_states = _read(files, END_STATES, _end_state, findings)
    duties = _read(files, DUTIES, _duty, findings) if DUTIES in files else {}
    regions = _read(files, REGIONS, _region, findings) if REGIONS in files else {}
    findings += [
        Finding(DUTIES, duty.id, "register", f"aktören {duty.agency!r} finns inte")
        for duty in duties.values()
        if duty.agency not in agencies
    ]
    for message in messages.values():
        findings += _message_findings(message, agencies, variables)
    if findings:
        raise ModelError(findings)
    return Registers(agencies, variables, messages, end_states, duties, regions)


def regions_of(registers: Registers) -> dict[str, str]:
    """Return the regions that a case can belong to, code → name, the unknown one last."""
    return {**registers.regions, NO_REGION: "Inte känd än"}


def _read(
    files: Mapping[str, str],
    name: str,
    make: Callable[[str, Mapping[str, Any]], Entry],
    findings: list[Finding],
) -> dict[str, Entry]:
    before = len(findings)
    entries = read_entries(files, name, make, findings)
    if not entries and len(findings) == before:
        findings.append(Finding(name, None, "register", "registret saknas eller är tomt"))
    return entries


def read_entries(
    files: Mapping[str, str],
    name: str,
    make: Callable[[str, Mapping[str, Any]], Entry],
    findings: list[Finding],
) -> dict[str, Entry]:
    """Read the tables of a TOML file of a process set: key → what `make` makes of its table.

    What cannot be read is added to the findings: the whole file, or the entries `make` refuses.
    """
    entries: dict[str, Entry] = {}
    try:
        tables = tomllib.loads(files.get(name, ""))
    except tomllib.TOMLDecodeError as error:
        findings.append(Finding(name, None, "register", f"filen kan inte läsas: {why(error)}"))
        return entries
    for key, table in tables.items():
        try:
            entries[key] = make(key, table)
        except (KeyError, ValueError, TypeError) as error:
            findings.append(Finding(name, key, "register", f"posten är felaktig: {why(error)}"))
    return entries


def _agency(key: str, table: Mapping[str, Any]) -> Agency:
    return Agency(
        key, table["namn"], tuple(table.get("roller", ())), table.get("loggar_in", True),
        table.get("avidentifierat", False),
    )  # fmt: skip


def _variable(key: str, table: Mapping[str, Any]) -> Variable:
    kind, codes = table["typ"], tuple(table.get("varden", ()))
    if kind not in {"val", "datum", "tidpunkt"}:
        raise ValueError(f"okänd typ {kind!r}")
    if (kind == "val") != bool(codes):
        raise ValueError("varden hör till typen val, och bara till den")
    return Variable(key, table["namn"], kind, codes)


def _message(key: str, table: Mapping[str, Any]) -> MessageType:
    kind = table["slag"]
    if kind not in {"meddelande", "signal"}:
        raise ValueError(f"okänt slag {kind!r}")
    to_all = table.get("till_alla", False)
    if to_all and kind != "signal":
        raise ValueError("till_alla hör till slaget signal, och bara till det")
    clock = table.get("frister")
    if clock is not None and (clock not in CLOCKS or not to_all):
        raise ValueError(f"frister hör till signaler till_alla, och är något av {CLOCKS}")
    registered_by = tuple(table.get("registreras_av", ()))
    return MessageType(
        key,
        table["namn"],
        kind,
        tuple(table["falt"]),
        registered_by,
        to_all,
        table.get("flera", False) is True,
        clock,
        tuple(table.get("visas_for", ())),
    )


def _end_state(key: str, table: Mapping[str, Any]) -> str:
    return str(table["namn"])


def _region(key: str, table: Mapping[str, Any]) -> str:
    if key == NO_REGION or len(key) > LONGEST_REGION:
        raise ValueError(f"nyckeln får ha högst {LONGEST_REGION} tecken, och är inte {NO_REGION}")
    return str(table["namn"])


def _duty(key: str, table: Mapping[str, Any]) -> Duty:
    if table["slag"] not in DUTY_KINDS:
        raise ValueError(f"okänt slag {table['slag']!r}")
    if unknown := table.keys() - {"aktor", "steg", "text", "slag", "darfor", "gemensam"}:
        raise ValueError(f"okänd nyckel {min(unknown)!r}")
    return Duty(
        key, table["aktor"], table["steg"], table["text"], table["slag"], table.get("darfor"),
        table.get("gemensam", False),
    )  # fmt: skip


def _message_findings(
    message: MessageType, agencies: Mapping[str, Agency], variables: Mapping[str, Variable]
) -> list[Finding]:
    return [
        Finding(MESSAGES, message.id, "register", f"{what} {name!r} finns inte")
        for what, names, known in (
            ("variabeln", message.fields, variables),
            ("aktören", (*message.registered_by, *message.shown_to), agencies),
        )
        for name in names
        if name not in known
    ]
