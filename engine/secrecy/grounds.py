"""The ways through secrecy that we know, each with its code: OSL (2009:400) chapters 8, 10 and 12.

A code is not a decision. Which of them are open is for `engine.secrecy.disclosure`; that one of
them is used is for a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CONSENT = "SAMTYCKE"
DEIDENTIFIED = "AVID"
UNBOUND = "EJ_OSL"
GIVEN = frozenset({"givet", "ja"})
"""The answers that are a consent; "not asked", "refused" and "withdrawn" are none."""


@dataclass(frozen=True)
class Ground:
    """A legal ground to tell somebody what is secret."""

    code: str
    law: str
    name: str
    """What it is, in Swedish, as it stands after the paragraph."""
    needs: str
    """What must hold for it to be used, in Swedish: a sentence."""
    weighed: bool = False
    """True when only a person's weighing opens it: it is never used unless it was chosen."""

    def __str__(self) -> str:
        return f"{self.law} – {self.name}" if self.law else self.name


def _grounds(*grounds: Ground) -> Mapping[str, Ground]:
    return {ground.code: ground for ground in grounds}


GROUNDS = _grounds(
    Ground(CONSENT, "OSL 10:1, 12:2", "samtycke",
           "Personen ska ha samtyckt till just det här."),
    Ground("NODV", "OSL 10:2", "nödvändigt för den egna uppgiften",
           "Myndigheten ska behöva lämna uppgiften för att göra sitt eget arbete."),
    Ground("PART", "OSL 10:3", "partens rätt till insyn",
           "Mottagaren ska vara part i ärendet."),
    Ground("15A", "OSL 10:15 a", "brottsbekämpning, efter avvägning",
           "Det gäller inte vården, och nyttan ska ha vägts mot skadan.", weighed=True),
    Ground("18C", "OSL 10:18 c", "risk för allvarligt brott mot närstående",
           "En närstående ska riskera att utsättas för ett allvarligt brott.", weighed=True),
    Ground("20", "OSL 10:20", "barn i uppenbar och allvarlig fara",
           "Det ska gälla ett barn i uppenbar och allvarlig fara.", weighed=True),
    Ground("21", "OSL 10:21", "misstänkt brott mot någon under 18 år",
           "Det ska gälla ett brott mot ett barn."),
    Ground("23", "OSL 10:23", "begånget brott med lägst sex månaders fängelse",
           "Brottet ska ha lägst sex månaders fängelse i straffskalan."),
    Ground("24", "OSL 10:24", "begånget brott med fängelse i straffskalan",
           "Det gäller inte socialtjänsten och vården."),
    Ground("27", "OSL 10:27", "generalklausulen",
           "Det gäller inte socialtjänsten och vården, och intresset ska väga tyngre än skyddet."),
    Ground("28", "OSL 10:28", "uppgiftsskyldighet i lag",
           "En lag ska säga att uppgiften lämnas."),
    Ground("25_12", "OSL 25:12", "nödvändig vård eller stöd, under 18 år",
           "Det ska behövas för att ett barn ska få vård eller stöd."),
    Ground("25_13", "OSL 25:13", "den som inte kan samtycka",
           "Personens hälsotillstånd ska hindra ett samtycke.", weighed=True),
    Ground("26_9", "OSL 26:9", "nödvändig vård eller stöd, under 18 år",
           "Det ska behövas för att ett barn ska få vård eller stöd."),
    Ground("26_9A", "OSL 26:9 a", "besked till den som anmälde",
           "Bara om utredning har inletts, inte har inletts eller redan pågår får sägas."),
    Ground("8_3", "OSL 8:3", "till utlandet",
           "En föreskrift ska tillåta det, eller det ska vara förenligt med svenska intressen."),
    Ground(DEIDENTIFIED, "", "avidentifierat, ingen kan pekas ut",
           "Ingen uppgift får visa vem personen är."),
    Ground(UNBOUND, "", "offentlighets- och sekretesslagen gäller inte avsändaren",
           "Avsändaren ska vara enskild; tystnadsplikt i avtal och annan lag gäller ändå.",
           weighed=True),
)  # fmt: skip
