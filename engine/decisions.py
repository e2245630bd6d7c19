"""Decision tables (DMN 1.3) in a closed subset of FEEL: tests on codes, nothing else.

A cell is `-`, `"kod"`, `"a", "b"` or `not("a", "b")`. It is parsed when the table is read and
compared by us; nothing is ever handed to `eval` or `exec`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

CODES = re.compile(r'"[A-Za-z0-9_]+"(\s*,\s*"[A-Za-z0-9_]+")*')
NEGATED = re.compile(r"not\s*\((?P<codes>.*)\)", re.DOTALL)
MAX_LENGTH = 1000

ONE_HIT = ("UNIQUE", "FIRST", "ANY")
"""Hit policies that give one output: only such a table can set variables."""
MANY_HITS = ("COLLECT", "RULE ORDER")
HIT_POLICIES = ONE_HIT + MANY_HITS
"""DMN 1.3 section 8.2.8; PRIORITY, OUTPUT ORDER and the aggregations of COLLECT are not here."""

Values = Mapping[str, str]


class DecisionError(ValueError):
    """A cell is outside the language, or a table contradicts itself; says so in Swedish."""


@dataclass(frozen=True)
class Cell:
    """An input cell: the codes it names, and whether it wants one of them or none of them."""

    codes: tuple[str, ...]
    negated: bool = False

    def accepts(self, value: str | None) -> bool:
        """Say whether a value passes; None, not set, passes only `-` and `not(…)`."""
        return (value in self.codes) is not self.negated


ANYTHING = Cell((), negated=True)
"""The cell `-`: none of no codes."""


@dataclass(frozen=True)
class Clause:
    """A column: the variable it reads or sets, and its codes when the table declares them.

    Without codes of its own it is a routing variable, whose codes are in the register.
    """

    variable: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """A row: one cell per input, one code per output, and why: the law and a note in Swedish."""

    id: str
    cells: tuple[Cell, ...]
    outputs: tuple[str, ...]
    law: str = ""
    note: str = ""


@dataclass(frozen=True)
class DecisionTable:
    """A decision that is a table of rules; its id is the stem of its file."""

    id: str
    name: str
    hit_policy: str
    inputs: tuple[Clause, ...]
    outputs: tuple[Clause, ...]
    rules: tuple[Rule, ...]

    @property
    def file(self) -> str:
        """The name of the file in the process set."""
        return f"{self.id}.dmn"

    def output_of(self, rule: Rule) -> dict[str, str]:
        """Return what a rule gives: variable → code."""
        names = (clause.variable for clause in self.outputs)
        return dict(zip(names, rule.outputs, strict=True))


def parse_cell(text: str) -> Cell:
    """Parse an input cell; an empty one is `-`. Raises DecisionError."""
    text = text.strip()
    if text in {"", "-"}:
        return ANYTHING
    negated = NEGATED.fullmatch(text)
    return Cell(parse_codes(negated["codes"] if negated else text), bool(negated))


def parse_codes(text: str) -> tuple[str, ...]:
    """Parse codes in quotation marks with commas between. Raises DecisionError."""
    text = text.strip()
    if len(text) > MAX_LENGTH or not CODES.fullmatch(text):
        shown = text if len(text) <= MAX_LENGTH else f"{text[:30]}…"
        raise DecisionError(f'bara -, "kod", "a", "b" och not("a", "b") får stå i en cell: {shown}')
    return tuple(part.strip().strip('"') for part in text.split(","))


def evaluate(table: DecisionTable, values: Values) -> list[dict[str, str]]:
    """Return the outputs (variable → code) for these values, [] when no rule applies.

    UNIQUE, FIRST and ANY give one at most; COLLECT and RULE ORDER all, in the order of the rules,
    equal ones kept. Raises DecisionError where the table contradicts itself.
    """
    return [table.output_of(rule) for rule in applying(table, values)]


def applying(table: DecisionTable, values: Values) -> tuple[Rule, ...]:
    """Return the rules that apply to these values by the table's hit policy.

    Raises DecisionError when a UNIQUE table has two, or an ANY table two that disagree.
    """
    matching = tuple(rule for rule in table.rules if _matches(table, rule, values))
    if table.hit_policy in MANY_HITS:
        return matching
    if table.hit_policy != "FIRST" and disagree(table, matching):
        raise DecisionError(f"{table.id}: flera regler gäller: {', '.join(r.id for r in matching)}")
    return matching[:1]


def disagree(table: DecisionTable, rules: tuple[Rule, ...]) -> bool:
    """Say whether these rules may not apply together under the hit policy UNIQUE or ANY."""
    if table.hit_policy == "ANY":
        return len({rule.outputs for rule in rules}) > 1
    return table.hit_policy == "UNIQUE" and len(rules) > 1


def _matches(table: DecisionTable, rule: Rule, values: Values) -> bool:
    pairs = zip(table.inputs, rule.cells, strict=True)
    return all(cell.accepts(values.get(clause.variable)) for clause, cell in pairs)
