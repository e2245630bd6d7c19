"""How long an agency keeps what it has of a case: the rules of `gallring.toml`, each with its law.

An agency's part of a case has one key, so it is erased as a whole: the strictest rule decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.errors import ModelError
from engine.model import Finding
from engine.registers import Registers, read_entries

FILE = "gallring.toml"
CONTENTS = {
    "svar": "svar i formulär",
    "mottaget": "kopior som andra har lämnat",
    "utkast": "utkast",
    "forslag": "förslag som väntar",
    "bilagor": "bilagor",
    "kommentarer": "kommentarer",
    "kontakter": "kontakter",
    "egna_uppgifter": "egna uppgifter",
    "jav": "skäl till jäv",
    "utskrifter": "begäran om utskrift",
}
"""The kinds of contents that an agency's part of a case may have."""
FACTS = "loggfakta"
"""What the log tells; it belongs to the case as a whole."""
LAST_ENTRY, INVESTIGATED, BORN = "sista_anteckning", "forundersokning_slut", "fodelsedag"
EVENTS = (LAST_ENTRY, INVESTIGATED, BORN)
OUTCOMES = ("gallras", "bevaras")
KEYS = {
    *("namn", "lagrum", "aktorer", "innehall", "utfall", "ar", "raknas_fran", "arets_slut"),
    *("aret_efter", "frist", "prova", "nar"),
}
CONDITIONS = {"formular", "variabler", "fodd_dag"}


@dataclass(frozen=True)
class When:
    """Which cases a rule is for; with nothing in it: all."""

    forms: frozenset[str] = frozenset()
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Routing variable → the values, one of which it has had."""
    birthdays: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.forms or self.values or self.birthdays)


@dataclass(frozen=True)
class Rule:
    """For how long, by which law, whose and what."""

    id: str
    name: str
    law: str
    agencies: frozenset[str]
    """Empty for the facts of the log."""
    contents: frozenset[str]
    kept: bool
    """True when nothing of it is ever erased."""
    years: int = 0
    event: str = LAST_ENTRY
    from_year_end: bool = False
    done_next_year: bool = False
    deadline: str | None = None
    ask: str = ""
    """What a person must have looked at before it is proposed: the case does not tell."""
    when: When = field(default_factory=When)


def read_rules(files: Mapping[str, str], registers: Registers | None) -> dict[str, Rule]:
    """Read the rules out of a process set; a set without the file has none, and erases nothing.

    Raises ModelError with every finding: what is misspelt, and which agency's contents have no
    rule, or two.
    """
    if registers is None or FILE not in files:
        return {}
    findings: list[Finding] = []
    rules = read_entries(files, FILE, _rule, findings)
    if not findings:
        findings += [Finding(FILE, id_, "gallring", said) for id_, said in _wrong(rules, registers)]
    if findings:
        raise ModelError(findings)
    return rules


def of_agency(rules: Mapping[str, Rule], agency: str) -> tuple[Rule, ...]:
    """Return the rules for an agency's part of a case."""
    return tuple(rule for rule in rules.values() if agency in rule.agencies)


def of_log(rules: Mapping[str, Rule]) -> tuple[Rule, ...]:
    """Return the rules for the facts of the log."""
    return tuple(rule for rule in rules.values() if FACTS in rule.contents)


def _rule(key: str, table: Mapping[str, Any]) -> Rule:
    if unknown := table.keys() - KEYS:
        raise ValueError(f"okänd nyckel {min(unknown)!r}")
    if table["utfall"] not in OUTCOMES:
        raise ValueError(f"okänt utfall {table['utfall']!r}")
    kept = table["utfall"] == "bevaras"
    return Rule(
        key, _said(table, "namn"), _said(table, "lagrum"), frozenset(table.get("aktorer", ())),
        frozenset(table["innehall"]), kept, 0 if kept else _years(table),
        LAST_ENTRY if kept else _event(table), table.get("arets_slut", False),
        table.get("aret_efter", False), table.get("frist"), table.get("prova", ""),
        _when(table.get("nar", {})),
    )  # fmt: skip


def _said(table: Mapping[str, Any], key: str) -> str:
    if not str(table[key]).strip():
        raise ValueError(f"{key} är tomt")
    return str(table[key])


def _years(table: Mapping[str, Any]) -> int:
    years = table["ar"]
    if not isinstance(years, int) or not 1 <= years <= 110:  # noqa: PLR2004  a life
        raise ValueError(f"ar är ett helt tal från 1 till 110, inte {years!r}")
    return years


def _event(table: Mapping[str, Any]) -> str:
    event = str(table["raknas_fran"])
    if event not in EVENTS:
        raise ValueError(f"raknas_fran är något av {', '.join(EVENTS)}, inte {event!r}")
    return event


def _when(table: Mapping[str, Any]) -> When:
    if unknown := table.keys() - CONDITIONS:
        raise ValueError(f"okänt villkor {min(unknown)!r}")
    values = {name: frozenset(codes) for name, codes in table.get("variabler", {}).items()}
    return When(frozenset(table.get("formular", ())), values, frozenset(table.get("fodd_dag", ())))


def _wrong(rules: Mapping[str, Rule], registers: Registers) -> Iterator[tuple[str | None, str]]:
    for rule in rules.values():
        yield from ((rule.id, f"aktören {name!r} finns inte")
                    for name in sorted(rule.agencies - registers.agencies.keys()))  # fmt: skip
        yield from ((rule.id, f"innehållet {name!r} finns inte")
                    for name in sorted(rule.contents - {*CONTENTS, FACTS}))  # fmt: skip
        yield from (
            (rule.id, f"variabeln {name!r} finns inte")
            for name in sorted(rule.when.values.keys() - registers.variables.keys())
        )
        if (FACTS in rule.contents) == bool(rule.agencies):
            yield rule.id, f"aktorer hör till allt utom {FACTS}, och bara till det"
    yield from ((None, said) for said in _uncovered(rules, registers))


def _uncovered(rules: Mapping[str, Rule], registers: Registers) -> Iterator[str]:
    """Yield what has no rule of its own, or several that hold in every case."""
    plain = [rule for rule in rules.values() if not rule.when]
    counted = Counter((name, each) for rule in plain
                      for name in rule.agencies or [""] for each in rule.contents)  # fmt: skip
    if counted["", FACTS] != 1:
        yield f"{FACTS} har {counted['', FACTS]} regler utan villkor, inte en"
    for agency in registers.agencies.values():
        for each in CONTENTS if agency.signs_in else ():
            if (number := counted[agency.id, each]) != 1:
                yield f"{each} hos {agency.id} har {number} regler utan villkor, inte en"
