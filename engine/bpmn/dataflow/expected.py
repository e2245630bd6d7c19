"""The register of choices that count on a variable that may be unset: `osatta.toml`.

An entry is a choice, `process.gateway`, with the variables that it may read unset; each has a
sentence that says what then holds. So it is drawn on purpose, and read by whoever approves it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.model import Finding
from engine.registers import read_entries

FILE = "osatta.toml"

Expected = Mapping[str, Mapping[str, str]]
"""`process.gateway` → variable → what holds when it is not set."""


def read_expected(files: Mapping[str, str]) -> tuple[Expected, list[Finding]]:
    """Return the register of a process set, and what is wrong with it; a set may be without."""
    findings: list[Finding] = []
    entries = read_entries(files, FILE, _entry, findings) if FILE in files else {}
    return entries, findings


def _entry(key: str, table: Mapping[str, Any]) -> Mapping[str, str]:
    if key.count(".") != 1:
        raise ValueError("posten ska heta process.vägval")
    for name, text in table.items():
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"{name} ska ha en mening om vad som gäller")
    return dict(table)
