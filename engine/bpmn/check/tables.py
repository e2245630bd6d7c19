"""Decision tables: does exactly what should apply apply, for every combination of codes?

Every combination of the codes of all inputs is tried, "not set" included. Codes that no cell of a
column tells apart are tried as one, so the answer is a proof and still quick.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import combinations, product
from math import prod
from operator import and_, or_

from engine.bpmn.definitions import ProcessSet
from engine.decisions import ONE_HIT, Clause, DecisionTable, Rule, disagree
from engine.model import Finding

MAX_COMBINATIONS = 200_000
MAX_RULES = 300

Codes = Mapping[str, tuple[str, ...]]
Column = list[tuple[str | None, int]]
"""A value for each set of rules that accept one value; the set as bits, rule 1 the lowest."""
Hits = Mapping[int, tuple[str | None, ...]]
"""Every set of rules that apply together, each with the first values that show it."""


def table_findings(table: DecisionTable, processes: ProcessSet) -> list[Finding]:
    """Return what is wrong with a table: names, codes, holes, overlaps, rules that never apply."""
    codes = {v.id: v.codes for v in processes.registers.variables.values()}
    return decision_findings(table, codes)


def decision_findings(table: DecisionTable, codes: Codes) -> list[Finding]:
    """Return what is wrong; `codes` maps each routing variable to its codes, () for a date."""
    found = [*_clauses(table, codes), *_unknown_codes(table, codes)]
    return found or [*_combinations(table, codes)]


def _clauses(table: DecisionTable, codes: Codes) -> Iterator[Finding]:
    seen: set[str] = set()
    for clause in (*table.inputs, *table.outputs):
        if clause.variable in seen:
            yield _finding(table, None, f"variabeln {clause.variable} har två kolumner")
        elif message := _clause_problem(clause, codes):
            yield _finding(table, None, message)
        seen.add(clause.variable)


def _clause_problem(clause: Clause, codes: Codes) -> str | None:
    name, registered = clause.variable, codes.get(clause.variable)
    if registered is None:
        return None if clause.codes else f"okänd variabel {name}; utan register behövs koder här"
    if not registered:
        return f"variabeln {name} har inga koder och kan inte stå i en beslutstabell"
    if clause.codes and set(clause.codes) != set(registered):
        return f"kolumnens koder för {name} är inte registrets: {', '.join(registered)}"
    return None


def _unknown_codes(table: DecisionTable, codes: Codes) -> Iterator[Finding]:
    for number, rule in enumerate(table.rules, start=1):
        named = [*zip(table.inputs, (cell.codes for cell in rule.cells), strict=True),
                 *zip(table.outputs, ((code,) for code in rule.outputs), strict=True)]  # fmt: skip
        for clause, used in named:
            known = _known(clause, codes)
            for code in used:
                if known and code not in known:
                    message = f"regel {number}: {clause.variable} har inget värde {code!r}"
                    yield _finding(table, rule, message)


def _combinations(table: DecisionTable, codes: Codes) -> Iterator[Finding]:
    if len(table.rules) > MAX_RULES:
        yield _finding(table, None, "tabellen är inte helt kontrollerad: för många regler")
        return
    yield from _overlaps(table, codes)
    columns = [_column(table, index, codes) for index in range(len(table.inputs))]
    if table.hit_policy not in ONE_HIT:
        yield from _never(table, _possible(columns))
    elif prod(map(len, columns)) > MAX_COMBINATIONS:
        message = "tabellen är inte helt kontrollerad: för många kombinationer av värden"
        yield _finding(table, None, message)
    else:
        hits = _first_of_each(columns)
        if 0 in hits:
            yield _finding(table, None, f"ingen regel gäller när {_said(table, hits[0])}")
        yield from _never(table, _fired(table, hits))


def _overlaps(table: DecisionTable, codes: Codes) -> Iterator[Finding]:
    """Two rules meet when they meet in every column: no need to try combinations for it."""
    both = "gäller båda" if table.hit_policy == "UNIQUE" else "ger olika utfall"
    for (n, one), (m, other) in combinations(enumerate(table.rules, start=1), 2):
        values = _common(table, one, other, codes) if disagree(table, (one, other)) else None
        if values is not None:
            message = f"regel {n} och regel {m} {both} när {_said(table, values)}"
            yield _finding(table, other, message)


def _common(table: DecisionTable, one: Rule, other: Rule, codes: Codes) -> list[str | None] | None:
    """Return values for which both rules apply, or None if there are none."""
    found: list[str | None] = []
    for clause, first, second in zip(table.inputs, one.cells, other.cells, strict=True):
        shared = [v for v in _choices(clause, codes) if first.accepts(v) and second.accepts(v)]
        if not shared:
            return None
        found.append(shared[0])
    return found


def _column(table: DecisionTable, index: int, codes: Codes) -> Column:
    values: dict[int, str | None] = {}
    for value in _choices(table.inputs[index], codes):
        accepting = (rule.cells[index].accepts(value) for rule in table.rules)
        values.setdefault(sum(1 << n for n, accepts in enumerate(accepting) if accepts), value)
    return [(value, mask) for mask, value in values.items()]


def _first_of_each(columns: Sequence[Column]) -> Hits:
    hits: dict[int, tuple[str | None, ...]] = {}
    for choice in product(*columns):
        mask = reduce(and_, (accepting for _, accepting in choice))
        if mask not in hits:
            hits[mask] = tuple(value for value, _ in choice)
    return hits


def _possible(columns: Sequence[Column]) -> int:
    """Return the rules that some values pass in every column."""
    return reduce(and_, (reduce(or_, (mask for _, mask in column)) for column in columns))


def _fired(table: DecisionTable, hits: Hits) -> int:
    """Return the rules that ever give the output; of a FIRST table only the first that applies."""
    lowest = table.hit_policy == "FIRST"
    return reduce(or_, (mask & -mask if lowest else mask for mask in hits))


def _never(table: DecisionTable, fired: int) -> Iterator[Finding]:
    for number, rule in enumerate(table.rules):
        if not fired >> number & 1:
            yield _finding(table, rule, f"regel {number + 1} kan aldrig gälla")


def _known(clause: Clause, codes: Codes) -> tuple[str, ...]:
    return clause.codes or codes.get(clause.variable, ())


def _choices(clause: Clause, codes: Codes) -> tuple[str | None, ...]:
    return (*_known(clause, codes), None)


def _said(table: DecisionTable, values: Sequence[str | None]) -> str:
    named = zip(table.inputs, values, strict=True)
    return " och ".join(f"{c.variable} är {value or 'ej satt'}" for c, value in named)


def _finding(table: DecisionTable, rule: Rule | None, message: str) -> Finding:
    return Finding(table.file, rule.id if rule else table.id, "decision", message)
