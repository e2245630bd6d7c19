"""Finds in free text what tells who somebody is: numbers, telephones, addresses of e-mail.

It knows patterns only; a name in plain words is for the writer to leave out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from engine.texts import has_identity_number

_GAP = r"[\s\-/()\u2010-\u2015\u2212]{0,3}"
_MAIL = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+\.[^\W\d_]{2,}")
_ABROAD = rf"(?:\+|00)[1-9](?:{_GAP}[0-9]){{7,13}}"
_AT_HOME = rf"0[1-9](?:{_GAP}[0-9]){{5,8}}"
_PHONE = re.compile(rf"(?<![0-9/.\-])(?:{_ABROAD}|{_AT_HOME})(?![0-9])")
_SHARED = re.compile(r"(?:\+46|0046|0)(?:20|77)")
"""The numbers of a whole service, like the support line's own, point at nobody."""
_DAY_FIRST = re.compile(r"(?:0[1-9]|[12][0-9]|3[01])[-/](?:0[1-9]|1[0-2])[-/](?:19|20)?[0-9]{2}")
_WRITTEN_NUMBER = re.compile(
    r"(?<![0-9])(?:(?:19|20)[0-9]{2}|[0-9]{2})(?:0[1-9]|1[0-2])"
    r"(?:[0-2][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])\s?[-+\u2010-\u2015\u2212]\s?[0-9TX]{4}(?![0-9])",
    re.IGNORECASE,
)
"""Day of birth, hyphen, four signs: a number, though a digit is wrong or left out."""
_NAMED_NUMBER = re.compile(
    r"\b(?:lma|dossier|beteckning|bet|samordning|person|pass)\w*[\s.:\-]{0,3}"
    r"(?:(?:kort|nr|num)\w*[\s.:\-]{0,3}){0,2}(?:är\s)?[a-z]{0,2}[0-9](?:[\s\-]?[0-9]){4,}",
    re.IGNORECASE,
)


def identifying(text: str) -> str | None:
    """Say in Swedish what in a text points somebody out, or None: the first kind that is found."""
    plain = unicodedata.normalize("NFKC", text)
    return next((kind for kind, found in _KINDS.items() if found(plain)), None)


def _is_number(text: str) -> bool:
    return has_identity_number(text) or _WRITTEN_NUMBER.search(text) is not None


def _is_phone(text: str) -> bool:
    found = (match[0] for match in _PHONE.finditer(text))
    plain = (re.sub(r"[^0-9+]", "", each) for each in found if not _DAY_FIRST.fullmatch(each))
    return any(not _SHARED.match(each) for each in plain)


_KINDS: Mapping[str, Callable[[str], bool]] = {
    "personnummer eller samordningsnummer": _is_number,
    "LMA-nummer eller annat nummer på en person": lambda text: bool(_NAMED_NUMBER.search(text)),
    "e-postadress": lambda text: bool(_MAIL.search(text)),
    "telefonnummer": _is_phone,
}
