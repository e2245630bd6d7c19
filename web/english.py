"""The catalogue: what a text is in English, whole or as a sentence with blanks.

The engine speaks Swedish and knows no other language. Its sentences are in the catalogue as they
are in its source: `Ny uppgift: {name}`, `Väntar på %(name)s: %(amount)s.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from babel.dates import get_month_names
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

ENGLISH = "en"
FILE = Path(__file__).parent / "translations" / ENGLISH / "LC_MESSAGES" / "messages.po"
ENGINES = "engine"
"""The comment in the catalogue at a sentence that the engine makes."""
BLANK = re.compile(r"%\((\w+)\)s|\{(\w*)\}")
MONTHS = dict(zip(
    get_month_names(locale="sv").values(), get_month_names(locale="en").values(), strict=True,
))  # fmt: skip
MONTH = re.compile("|".join(MONTHS))
_DAY = rf"(?:[0-9]{{1,2}} )?(?:{MONTH.pattern}) [0-9]{{4}}"
WHEN = re.compile(rf"{_DAY}(?: kl\. [0-9]{{2}}\.[0-9]{{2}})?(?: till {_DAY})?")
"""A day, a month or an instant, or from one to another, as the engine writes them out."""
FEW, MANY = 1, 5
"""Signs that a sentence must have beside its blanks: few where the engine is known to speak, many
where the owners of a process may: `om …` would fit much of what they write."""

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it is in English: what a blank held may not be."""


@cache
def catalogue() -> Catalog:
    """Return the English texts by the Swedish ones."""
    with FILE.open("rb") as file:
        return read_po(file, locale=ENGLISH)


@cache
def translations() -> Translations:
    """Return the catalogue as gettext wants it, made when it is first asked for."""
    compiled = BytesIO()
    write_mo(compiled, catalogue())
    compiled.seek(0)
    return Translations(compiled)


@lru_cache(maxsize=4096)
def in_english(text: str, signs: int) -> Pieces | None:
    """Return a text in English; None if neither it nor a sentence it fits is in the catalogue."""
    known = catalogue().get(text)
    if known is not None and known.string:
        return ((str(known.string).replace("%%", "%"), True),)
    if WHEN.fullmatch(text):
        return ((_when(text), True),)
    for swedish, english, pattern in _sentences():
        found = pattern.fullmatch(text)
        if found is None or (swedish != english and _signs(swedish) < signs):
            continue
        words = {name: in_english(word, signs) for name, word in found.groupdict().items()}
        if swedish != english or any(words.values()):
            return tuple(_filled(english, found.groupdict(), words))
    return None


def _when(swedish: str) -> str:
    english = MONTH.sub(lambda month: MONTHS[month[0]], swedish).replace(" till ", " to ")
    return re.sub(r" kl\. (\d\d)\.", r", \1:", english)


def _filled(
    english: str, held: dict[str, str], words: dict[str, Pieces | None]
) -> Iterator[tuple[str, bool]]:
    last = 0
    for blank in BLANK.finditer(english):
        name = _name(blank)
        yield english[last : blank.start()], True
        yield from words[name] or ((held[name], held[name].isdigit()),)
        last = blank.end()
    yield english[last:], True


@cache
def _sentences() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return the sentences with blanks, those that say most first: `om 2 dagar` before `om …`."""
    found = [
        (str(each.id), str(each.string), _pattern(str(each.id)))
        for each in catalogue()
        if each.id and ENGINES in each.auto_comments and BLANK.search(str(each.id))
    ]
    return tuple(sorted(found, key=lambda each: (
        each[0] != each[1], -_signs(each[0]), -each[2].groups,
    )))  # fmt: skip


def _signs(swedish: str) -> int:
    return len("".join(BLANK.sub("", swedish).split()))


def _pattern(swedish: str) -> re.Pattern[str]:
    pieces, last = [], 0
    for blank in BLANK.finditer(swedish):
        pieces += [re.escape(swedish[last : blank.start()]), f"(?P<{_name(blank)}>.+)"]
        last = blank.end()
    return re.compile("".join([*pieces, re.escape(swedish[last:])]), re.DOTALL)


def _name(blank: re.Match[str]) -> str:
    return blank[1] or blank[2] or "it"
