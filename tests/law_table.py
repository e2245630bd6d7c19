"""Writes docs/lagrum.md: which law stands behind what, out of the files of the processes.

`.venv/bin/python -m tests.law_table` writes it; tests/test_law_table.py holds it to the files.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "lagrum.md"
TEXT_OF_2025 = "1 september 2025"
TEXT_OF_2026 = "början av 2026"
FEBRUARY = "februari 2026"
NOT_READ = "inte läst i sin helhet; se `jurist.md`"
LAWS: Mapping[str, tuple[str, str]] = {
    "Arkivlagen": ("arkivlagen (1990:782)", NOT_READ),
    "BrB": ("brottsbalken", TEXT_OF_2026),
    "Brottsskadelag": ("brottsskadelagen (2014:322)", TEXT_OF_2026),
    "Direktiv 2011/36/EU": ("direktiv 2011/36/EU", "konsoliderat, med ändringen 2024/1712"),
    "Direktiv (EU) 2024/1712": ("direktiv (EU) 2024/1712", "i dess lydelse 2024"),
    "FB": ("föräldrabalken", FEBRUARY),
    "FL": ("förvaltningslagen (2017:900)", TEXT_OF_2025),
    "FPL": ("förvaltningsprocesslagen (1971:291)", FEBRUARY),
    "FUK": ("förundersökningskungörelsen (1947:948)", TEXT_OF_2025),
    "GDPR": ("dataskyddsförordningen (EU) 2016/679", NOT_READ),
    "HSL": ("hälso- och sjukvårdslagen (2017:30)", NOT_READ),
    "IOM:s egna regler om dataskydd": ("IOM:s egna regler om dataskydd", NOT_READ),
    "LMA": ("lagen om mottagande av asylsökande m.fl. (1994:137)", TEXT_OF_2025),
    "LVU": ("LVU (1990:52)", "till och med SFS 2025:1290"),
    "OSL": ("offentlighets- och sekretesslagen (2009:400)", FEBRUARY + "; 10 kap. " + TEXT_OF_2026),
    "PL": ("polislagen (1984:387)", FEBRUARY),
    "Patientdatalagen": ("patientdatalagen (2008:355)", TEXT_OF_2025),
    "RB": ("rättegångsbalken", FEBRUARY),
    "SoL": ("socialtjänstlagen (2025:400)", "till och med SFS 2025:1501"),
    "SoLPuL": ("lagen om behandling av personuppgifter i socialtjänsten (2001:454)", FEBRUARY),
    "UtlF": ("utlänningsförordningen (2006:97)", TEXT_OF_2025),
    "UtlL": ("utlänningslagen (2005:716)", TEXT_OF_2025 + "; 5:15 ff. " + TEXT_OF_2026),
    "1930:173": ("lagen om beräkning av lagstadgad tid (1930:173)", TEXT_OF_2026),
    "1988:609": ("lagen om målsägandebiträde (1988:609)", FEBRUARY),
    "1999:997": ("lagen om särskild företrädare för barn (1999:997)", TEXT_OF_2025),
    "2005:429": ("lagen om god man för ensamkommande barn (2005:429)", FEBRUARY),
    "2017:193": ("förordning (2017:193)", TEXT_OF_2025),
    "2017:209": ("lag (2017:209)", FEBRUARY),
    "2018:1693": ("lag (2018:1693) om polisens behandling av personuppgifter", TEXT_OF_2025),
    "2024:79": ("lagen om placering av barn i skyddat boende (2024:79)", TEXT_OF_2025),
    "2025:170": ("lag (2025:170)", TEXT_OF_2025),
}
"""How a law is written in the files → its name, and the wording that was read (docs/jurist.md)."""
NUMBERED = re.compile(r"(?:lag|förordning) \(?(\d{4}:\d+)\)?\s*", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\s*\(\d{4}:\d+\)")
CHAPTER = re.compile(r"(\d+(?: [a-z])?) kap\. (.+?) §+")
INTRODUCTION = """# Lagrum: vad som vilar på vad

Varje steg, frist, överlämnande och gallringsregel i `processes/` säger sin paragraf. Här står de
samlade, med var de används och vilken lydelse som är läst. `python -m tests.law_table` skriver
sidan, och ett test håller den vid filerna. Det som en jurist behöver svara på, och de lagar som ska
läsas om före drift, står i [jurist.md](jurist.md).

| Lag | Lagrum | Används i | Läst i lydelse |
|---|---|---|---|
"""


def page() -> str:
    """Return the page as it should be."""
    used: dict[tuple[str, str], set[str]] = defaultdict(set)
    for place, text in references():
        for law, section in split(text):
            used[law, section].add(place)
    rows = [
        f"| {LAWS[law][0]} | {section or 'hela lagen'} | {', '.join(sorted(places))} "
        f"| {LAWS[law][1]} |\n"
        for (law, section), places in sorted(used.items(), key=_order)
    ]
    return INTRODUCTION + "".join(rows)


def references() -> Iterator[tuple[str, str]]:
    """Yield (file, what it says in `lagrum`) for all files of the processes."""
    for file in sorted((ROOT / "processes").glob("*.bpmn")):
        for node in etree.parse(file).iter("{*}property"):
            if node.get("name") == "skydd.lagrum":
                yield f"`{file.stem}`", node.get("value", "")
    for file in sorted((ROOT / "processes").glob("*.toml")):
        for text in _said(tomllib.loads(file.read_text(encoding="utf-8"))):
            yield f"`{file.name}`", text


def split(text: str) -> Iterator[tuple[str, str]]:
    """Yield (law, section) for each that a text names. Raises KeyError for an unread law."""
    for part in re.split(r"\s*;\s*(?:räknas som )?", text):
        law, rest = _law(part)
        rest = IN_BRACKETS.sub("", rest, count=1).strip()
        chapter = CHAPTER.fullmatch(rest)
        if chapter:
            yield from ((law, f"{chapter[1]}:{each}") for each in _each(chapter[2]))
        elif rest.endswith("§"):
            yield from ((law, f"{each} §") for each in _each(rest.rstrip("§ ")))
        else:
            yield from ((law, each) for each in rest.split(", "))


def _law(part: str) -> tuple[str, str]:
    numbered = NUMBERED.match(part)
    if numbered and numbered[1] in LAWS:
        return numbered[1], part[numbered.end() :]
    names = [name for name in LAWS if part == name or part.startswith((f"{name} ", f"{name}("))]
    if not names:
        raise KeyError(part)
    law = max(names, key=len)
    return law, part[len(law) :]


def _each(sections: str) -> list[str]:
    return re.split(r", | och ", sections)


def _said(register: object) -> Iterator[str]:
    if isinstance(register, Mapping):
        for name, value in register.items():
            if name == "lagrum" and isinstance(value, str):
                yield value
            else:
                yield from _said(value)
    elif isinstance(register, list):
        for value in register:
            yield from _said(value)


def _order(row: tuple[tuple[str, str], set[str]]) -> tuple[str, list[tuple[int, str]]]:
    (law, section), _ = row
    parts = re.findall(r"(\d+)|(\D+)", section)
    return LAWS[law][0].lower(), [(int(number or 0), text) for number, text in parts]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
