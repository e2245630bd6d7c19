"""Why a file cannot be read, in the language of those who have written it: parsers tell in English.

What a parser says beyond this is left out: the place is what helps.
"""

from __future__ import annotations

import json
import re
import tomllib

from lxml import etree

XML = {
    "ERR_DOCUMENT_EMPTY": "filen är tom, eller börjar inte med ett element",
    "ERR_DOCUMENT_END": "det står något efter det sista elementet",
    "ERR_INVALID_CHAR": "där står ett tecken som inte får finnas",
    "ERR_NAME_REQUIRED": "där saknas ett namn; ett & i text skrivs &amp;",
    "ERR_ENTITYREF_SEMICOL_MISSING": "där saknas ett semikolon; ett & i text skrivs &amp;",
    "ERR_UNDECLARED_ENTITY": "där står en förkortning (&…;) som inte finns",
    "ERR_LT_IN_ATTRIBUTE": "där står < i ett attribut; det skrivs &lt;",
    "ERR_ATTRIBUTE_NOT_STARTED": "ett attributs värde börjar inte med citattecken",
    "ERR_ATTRIBUTE_NOT_FINISHED": "ett attributs värde slutar aldrig",
    "ERR_ATTRIBUTE_WITHOUT_VALUE": "ett attribut har inget värde",
    "ERR_ATTRIBUTE_REDEFINED": "samma attribut står två gånger i ett element",
    "ERR_SPACE_REQUIRED": "där saknas ett mellanslag",
    "ERR_GT_REQUIRED": "en tagg slutar aldrig",
    "ERR_LT_REQUIRED": "där skulle en tagg ha börjat",
    "ERR_TAG_NAME_MISMATCH": "en sluttagg hör inte till det element som är öppet",
    "ERR_TAG_NOT_FINISHED": "ett element slutar aldrig",
    "ERR_COMMENT_NOT_FINISHED": "en kommentar slutar aldrig",
    "ERR_INVALID_ENCODING": "tecknen är inte skrivna i den kodning som filen säger",
    "ERR_UNSUPPORTED_ENCODING": "filen säger en teckenkodning som inte finns",
    "NS_ERR_UNDEFINED_NAMESPACE": "ett prefix är inte förklarat med xmlns",
}
"""By the names of libxml2's errors."""
XML_CODES = {getattr(etree.ErrorTypes, name): said for name, said in XML.items()}
STRANGE = "där står något som inte hör hit"
JSON = (
    ("Expecting value", "där saknas ett värde"),
    ("Expecting property name", "där skulle ett namn inom citattecken ha stått"),
    ("Expecting ',' delimiter", "där saknas ett kommatecken"),
    ("Expecting ':' delimiter", "där saknas ett kolon"),
    ("Extra data", "det står något efter slutet"),
    ("Unterminated string", "en text slutar aldrig"),
    ("Invalid control character", "där står ett osynligt tecken i en text"),
    ("Invalid \\", "där står ett omvänt snedstreck som inte betyder något"),
    ("Illegal trailing comma", "där står ett kommatecken för mycket"),
)
TOML = (
    ("Expected '=' after a key", "där saknas ett likhetstecken"),
    ("Invalid value", "där saknas ett värde, eller det är inte skrivet rätt"),
    ("Invalid statement", "där skulle ett namn eller en tabell ha stått"),
    ("Unterminated string", "en text slutar aldrig"),
    ('Expected """', "en text slutar aldrig"),
    ("Expected \"'''", "en text slutar aldrig"),
    ('Expected \'"""', "en text slutar aldrig"),
    ("Unescaped '\\'", "där står ett omvänt snedstreck som inte betyder något"),
    ("Invalid initial character", "där saknas ett namn"),
    ("Expected newline", "det står något efter värdet"),
    ("Cannot overwrite", "samma namn står två gånger"),
    ("Cannot declare", "samma tabell står två gånger"),
    ("Unclosed", "en lista eller tabell slutar aldrig"),
    ("Expected ']", "en hakparentes saknas"),
    ("Duplicate inline table key", "samma namn står två gånger"),
)
"""By how the parsers' sentences begin."""
PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
TOLD = re.compile(r"rad (\d+), tecken \d+: ")
"""How we tell the place, for whoever looks for the line."""
CHOICE = re.compile(r"'(.*)' is not a valid \w+", re.DOTALL)


def why(error: Exception) -> str:
    """Return where and why a file cannot be read, or what is wrong with an entry of a register."""
    match error:
        case etree.XMLSyntaxError():
            line, column = error.position
            code: int = error.code  # type: ignore[attr-defined]
            return _at(line, column, XML_CODES.get(code, STRANGE))
        case json.JSONDecodeError():
            return _at(error.lineno, error.colno, _said(error.msg, JSON))
        case tomllib.TOMLDecodeError():
            found, said = PLACE.search(str(error)), _said(str(error), TOML)
            return _at(int(found[1]), int(found[2]), said) if found else f"sist i filen: {said}"
    return _of_whole(error)


def _of_whole(error: Exception) -> str:
    """Return what is wrong where no sign of the file is to blame."""
    match error:
        case UnicodeError():
            return "den är inte skriven i UTF-8"
        case RecursionError():
            return "den har för många nivåer"
        case KeyError():
            return f"”{error.args[0]}” saknas"
        case TypeError():
            return "ett värde är av fel slag"
    wrong = CHOICE.fullmatch(str(error))
    return f"”{wrong[1]}” finns inte att välja på" if wrong else str(error)


def _at(line: int, column: int, said: str) -> str:
    return f"rad {line}, tecken {column}: {said}"


def _said(told: str, known: tuple[tuple[str, str], ...]) -> str:
    return next((said for beginning, said in known if told.startswith(beginning)), STRANGE)
