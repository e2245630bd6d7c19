"""What differs in a decision table: its rules, by their ids, and what they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from engine.decisions import ANYTHING, Cell, Clause, DecisionTable, Rule
from engine.modelling.diff import change as kinds
from engine.modelling.diff.change import ADDED, REMOVED, Change, Part, Spec, compared

SPEC: Spec = (
    Part("namnet", kinds.WORDING, lambda t: t.name, lambda name: f"”{name}”"),
    Part("hur regler väljs", kinds.TABLE, lambda t: t.hit_policy),
    Part("kolumnen in", kinds.TABLE, lambda t: _columns(t.inputs)),
    Part("kolumnen ut", kinds.TABLE, lambda t: _columns(t.outputs)),
)
RULE: Spec = (
    Part("villkoret", kinds.TABLE, lambda r: "; ".join(map(_cell, r.cells)) or None),
    Part("utfallet", kinds.TABLE, lambda r: ", ".join(r.outputs) or None),
    Part("lagrummet", kinds.LAW, lambda r: r.law or None),
    Part("förklaringen", kinds.WORDING, lambda r: r.note or None),
)
BY_ORDER = {"FIRST", "RULE ORDER", "COLLECT"}
"""Hit policies where the order of rules means something."""


def table_changes(
    old: DecisionTable, new: DecisionTable, agencies: tuple[str, ...]
) -> Iterator[Change]:
    """Yield what differs; `agencies` are those in whose lanes the table decides."""
    place = Change(kinds.TABLE, "", f"{new.id}.dmn", agencies=agencies)
    about = f"Beslutstabellen ”{new.name}”"
    for each in (*compared(about, (old, new), SPEC, place), *_rules(old, new, place, about)):
        yield replace(each, agencies=() if each.kind == kinds.WORDING else agencies)


def _rules(old: DecisionTable, new: DecisionTable, place: Change, about: str) -> Iterator[Change]:
    was, now = ({rule.id: rule for rule in table.rules} for table in (old, new))
    for id_ in dict.fromkeys([*now, *was]):
        here = replace(place, element=id_)
        if id_ not in was:
            words = f"{about}: ny regel {_rule(now[id_])}."
            yield replace(here, words=words, effect=ADDED)
        elif id_ not in now:
            words = f"{about}: regeln {_rule(was[id_])} är borta."
            yield replace(here, words=words, effect=REMOVED)
        else:
            yield from compared(f"{about}, regeln {id_}", (was[id_], now[id_]), RULE, here)
    kept = [[id_ for id_ in each if id_ in was and id_ in now] for each in (was, now)]
    if kept[0] != kept[1] and new.hit_policy in BY_ORDER:
        yield replace(place, words=f"{about}: reglerna står i annan ordning.")


def _columns(clauses: tuple[Clause, ...]) -> tuple[str, ...]:
    return tuple(f"{c.variable} ({', '.join(c.codes)})" if c.codes else c.variable for c in clauses)


def _rule(rule: Rule) -> str:
    when = "; ".join(map(_cell, rule.cells))
    return f"{rule.id}: {when} → {', '.join(rule.outputs)}"


def _cell(cell: Cell) -> str:
    if cell == ANYTHING:
        return "vad som helst"
    codes = " eller ".join(cell.codes)
    return f"inte {codes}" if cell.negated else codes
