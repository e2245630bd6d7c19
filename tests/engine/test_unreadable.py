"""What parsers tell in English is told in Swedish, with its place."""

import json
import re
import tomllib
from collections.abc import Callable

import pytest
from lxml import etree

from engine.unreadable import STRANGE, why

UNFINISHED = "en text slutar aldrig"
XML = {
    "": "rad 1, tecken 1: filen är tom, eller börjar inte med ett element",
    "<a>\n</b>": "rad 2, tecken 5: en sluttagg hör inte till det element som är öppet",
    "<a>": "rad 1, tecken 4: ett element slutar aldrig",
    "<a x=1/>": "rad 1, tecken 6: ett attributs värde börjar inte med citattecken",
    "<a x='1' x='2'/>": "rad 1, tecken 15: samma attribut står två gånger i ett element",
    "<a>& c</a>": "rad 1, tecken 5: där saknas ett namn; ett & i text skrivs &amp;",
    "<b:a/>": "rad 1, tecken 5: ett prefix är inte förklarat med xmlns",
    "<a/><b/>": "rad 1, tecken 5: det står något efter det sista elementet",
    "<a>\x01</a>": "rad 1, tecken 4: där står ett tecken som inte får finnas",
    "<a><![CDATA[</a>": f"rad 1, tecken 17: {STRANGE}",
}
TOML = {
    "[": "sist i filen: där saknas ett namn",
    "a": "sist i filen: där saknas ett likhetstecken",
    "a = 1 b": "rad 1, tecken 7: det står något efter värdet",
    "a = 1\na = 2\n": "rad 2, tecken 6: samma namn står två gånger",
    "[a]\n[a]": "rad 2, tecken 3: samma tabell står två gånger",
    'a = "x': f"sist i filen: {UNFINISHED}",
    "a = '''x": f"sist i filen: {UNFINISHED}",
    'a = """x': f"sist i filen: {UNFINISHED}",
    'a = "\\q"': "rad 1, tecken 8: där står ett omvänt snedstreck som inte betyder något",
    "a = [1": "sist i filen: en lista eller tabell slutar aldrig",
    "a = \x00": "rad 1, tecken 5: där saknas ett värde, eller det är inte skrivet rätt",
}
JSON = {
    "": "rad 1, tecken 1: där saknas ett värde",
    "{": "rad 1, tecken 2: där skulle ett namn inom citattecken ha stått",
    '{"a"}': "rad 1, tecken 5: där saknas ett kolon",
    "[1\n2]": "rad 2, tecken 1: där saknas ett kommatecken",
    "{} x": "rad 1, tecken 4: det står något efter slutet",
    '"abc': f"rad 1, tecken 1: {UNFINISHED}",
    '"\\q"': "rad 1, tecken 2: där står ett omvänt snedstreck som inte betyder något",
}
ENGLISH = re.compile(r"\b(the|not|expected|invalid|line|column|of|at)\b", re.IGNORECASE)


def told(read: Callable[[str], object], text: str) -> str:
    with pytest.raises((etree.XMLSyntaxError, ValueError)) as error:
        read(text)
    return why(error.value)


@pytest.mark.parametrize(
    ("read", "text", "said"),
    [(read, text, said)
     for read, known in ((lambda text: etree.fromstring(text.encode()), XML),
                         (tomllib.loads, TOML), (json.loads, JSON))
     for text, said in known.items()],
)  # fmt: skip
def test_where_and_why_is_told(read: Callable[[str], object], text: str, said: str) -> None:
    assert told(read, text) == said
    assert not ENGLISH.search(said)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KeyError("namn"), "”namn” saknas"),
        (TypeError("'int' object is not iterable"), "ett värde är av fel slag"),
        (ValueError("'x' is not a valid Kind"), "”x” finns inte att välja på"),
        (ValueError("en längd skrivs P7D"), "en längd skrivs P7D"),
        (RecursionError("maximum recursion depth"), "den har för många nivåer"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid"), "den är inte skriven i UTF-8"),
    ],
)
def test_what_is_wrong_with_an_entry_is_told(error: Exception, said: str) -> None:
    assert why(error) == said
