"""Consents that lift secrecy, one per purpose (OSL 10:1, 12:2): pure rules over the log.

Not the legal ground of processing personal data: that follows from law, and is another matter
(data and secrecy 5). A refusal never stops acute protection, the protection of a child, or a
förundersökning; a withdrawal holds from then on (process 2.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.answers import Condition, Field, Limits, Option, Text
from engine.forms import Form
from engine.registers import Registers

NOT_ASKED, GIVEN, REFUSED, WITHDRAWN = "ej_tillfragad", "givet", "nekat", "aterkallat"
VALUES = {NOT_ASKED: "Inte tillfrågad", GIVEN: "Givet", REFUSED: "Nekat", WITHDRAWN: "Återkallat"}
EVENT = "samtycke_aterkallat"
"""The message of X1: Socialtjänsten registers it and tells the person what follows."""
RENEWED = "samtycken_fornyade"
"""The signal that tells every process of the case what the person now answers."""
RECORD = "samtycke"
"""What the record of a consent that was taken on the case page has for a form."""


@dataclass(frozen=True)
class Purpose:
    """What a consent is for."""

    code: str
    """As the form of X1 names it."""
    variable: str
    name: str
    concerns: frozenset[str]
    """The agencies that the consent is about; others know of it only if they asked."""

    @property
    def signal(self) -> str:
        """Return the signal that ends what is voluntary within the purpose."""
        return f"{self.variable}_aterkallat"


def _purpose(code: str, variable: str, name: str, *concerns: str) -> Purpose:
    return Purpose(code, f"samtycke_{variable}", name, frozenset(concerns))


PURPOSES = {
    each.code: each
    for each in (
        _purpose("kontakt_rk", "rk", "Kontakt med regionkoordinator", "regionkoordinator"),
        _purpose("till_socialtjansten", "soc", "Uppgifter till socialtjänsten", "socialtjansten"),
        _purpose("betanketid", "betanketid", "Ansökan om betänketid", "socialtjansten",
                 "polismyndigheten", "aklagarmyndigheten", "migrationsverket"),
        _purpose("sip", "sip", "Individuell plan (SIP)", "socialtjansten",
                 "halso_och_sjukvarden"),
        _purpose("nsp", "nsp", "Nationella stödprogrammet (NSP)", "socialtjansten",
                 "civilsamhallet"),
        _purpose("iom", "iom", "Återvändandeprogrammet, IOM", "regionkoordinator",
                 "socialtjansten", "iom"),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What a person answered about a purpose, and when it came to the case's knowledge."""

    value: str
    at: datetime
    agency: str | None
    """Whose entry of the log tells of it."""
    entry: Any
    """The entry itself, as it was read."""


def answers_in(log: Iterable[Any], purpose: Purpose) -> tuple[Answer, ...]:
    """Return how a consent has changed, the oldest first; `log` has rows with `details`."""
    found: list[Answer] = []
    for row in log:
        value = row["details"].get("set", {}).get(purpose.variable)
        if value and (not found or found[-1].value != value):
            found.append(Answer(value, row["at"], row["agency"], row))
    return tuple(found)


def may_know(agency: str, purpose: Purpose, answers: Iterable[Answer]) -> bool:
    """Say whether a consent is an agency's to know of: it is about it, or the agency asked."""
    return agency in purpose.concerns or any(each.agency == agency for each in answers)


def may_answer(registers: Registers, purpose: Purpose) -> bool:
    """Say whether the processes can be told of a new answer outside a task."""
    signal = registers.messages.get(RENEWED)
    return signal is not None and purpose.variable in signal.fields


def form_for(*, withdrawal: bool) -> Form:
    """Return what is asked when a consent is answered, or withdrawn, on the case page."""
    return Form(RECORD, "Samtycke", (*(() if withdrawal else _ANSWER), *_HOW))


_ANSWER: tuple[Field | Text, ...] = (
    Field("svar", "radio", "Vad svarar personen?", required=True,
          options=(Option(GIVEN, "Ja, personen samtycker"), Option(REFUSED, "Nej"))),
    Field("information", "checkbox",
          "Personen har fått veta vad samtycket gäller, vem som får uppgifterna och att det går "
          "att ta tillbaka", required=True),
)  # fmt: skip
_HOW: tuple[Field | Text, ...] = (
    Field("datum", "datetime", "Vilken dag lämnades beskedet?", required=True, past_only=True),
    Field("lamnat", "radio", "Hur lämnades beskedet?", required=True,
          options=(Option("muntligt", "Muntligt"), Option("skriftligt", "Skriftligt"))),
    Field("foretradare", "radio", "Vem svarade?", required=True, options=(
        Option("sjalv", "Personen själv"), Option("vardnadshavare", "Vårdnadshavare"),
        Option("god_man", "God man eller förvaltare"),
        Option("sarskild_foretradare", "Särskild företrädare"))),
    Field("tolk", "radio", "Användes tolk?", "En anhörig eller medföljande får aldrig tolka.",
          required=True, options=(
              Option("ja", "Ja"), Option("nej", "Nej, det behövdes inte"),
              Option("saknades", "Nej, tolk saknades"))),
    Field("sprak", "textfield", "Språk", limits=Limits(max_length=200),
          hidden_when=Condition("tolk", equals=False, value="ja")),
)  # fmt: skip

SHOWN = Form(
    RECORD,
    "Samtycke",
    (
        Field("andamal", "select", "Ändamål",
              options=tuple(Option(p.code, p.name) for p in PURPOSES.values())),
        Field("svar", "radio", "Vad svarar personen?", options=(
            Option(GIVEN, "Ja, personen samtycker"), Option(REFUSED, "Nej"),
            Option(WITHDRAWN, "Samtycket tas tillbaka"))),
        *_ANSWER[1:],
        *_HOW,
    ),
)  # fmt: skip
"""How the record of a consent is read."""


def recorded(purpose: Purpose, value: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers that a record of a consent holds."""
    return {"andamal": purpose.code, "svar": value, **data}
