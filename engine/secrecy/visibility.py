"""Which kind of data which agency may read at all: the table that every hand-over is held to.

The table (data and secrecy 3.4) opens nothing by itself: a hand-over needs a ground besides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.errors import ModelError
from engine.model import Finding
from engine.registers import Registers, read_entries

FILE = "insyn.toml"
PROCEDURE = "handlaggning"
"""The kind of what tells about the handling only: nothing that is protected belongs to it."""
CLOSED = frozenset({"egen", "-"})
"""Cells to which nothing is handed over."""
STATUS = frozenset({"S", "S*"})
DEIDENTIFIED = "avid"
REFUSED = "nekas"
CELLS = CLOSED | STATUS | {DEIDENTIFIED, REFUSED, "R", "R*", "barn*"}


@dataclass(frozen=True)
class Kind:
    """A kind of data, the answers that are of it, and who may read them."""

    id: str
    name: str
    fields: Mapping[str, tuple[str, ...]]
    """Hand-over → the keys of its answers that are of this kind."""
    cells: Mapping[str, str]
    """Agency → one of CELLS."""


def read_kinds(files: Mapping[str, str], registers: Registers | None) -> dict[str, Kind]:
    """Read the table out of a process set; a set without the file has none.

    Raises ModelError with every finding: broken TOML, an agency without a cell, an unknown cell.
    """
    if registers is None or FILE not in files:
        return {}
    findings: list[Finding] = []
    kinds = read_entries(files, FILE, _kind, findings)
    for kind in kinds.values():
        findings += [Finding(FILE, kind.id, "insyn", said) for said in _wrong(kind, registers)]
    if findings:
        raise ModelError(findings)
    return kinds


def kinds_of(kinds: Mapping[str, Kind], handover: str, key: str) -> tuple[Kind, ...]:
    """Return the kinds that an answer of a hand-over is put under: one, if the table is right."""
    return tuple(kind for kind in kinds.values() if key in kind.fields.get(handover, ()))


def _kind(key: str, table: Mapping[str, Any]) -> Kind:
    fields = {handover: tuple(keys) for handover, keys in table["falt"].items()}
    return Kind(key, table["namn"], fields, dict(table["insyn"]))


def _wrong(kind: Kind, registers: Registers) -> list[str]:
    known = {agency for agency in registers.agencies if agency != "system"}
    said = [f"aktören {name!r} finns inte" for name in sorted(kind.cells.keys() - known)]
    said += [f"rutan för {name} saknas" for name in sorted(known - kind.cells.keys())]
    unknown = {cell for cell in kind.cells.values() if cell not in CELLS}
    return said + [f"rutan {cell!r} finns inte" for cell in sorted(unknown)]
