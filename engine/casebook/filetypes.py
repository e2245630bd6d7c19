"""What a file is, told by its content and never by its name; and a name that harms nobody."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from dataclasses import dataclass
from io import BytesIO

LARGEST = 10 * 1024 * 1024
"""Bytes of one attachment."""
LONGEST = 80
"""Characters of a name, without its ending."""
ENTRIES = 5_000
"""Parts that an office document may have; none that anybody writes has so many."""
UNPACKED = 200 * 1024 * 1024
"""Bytes that an office document may say it is when it is unpacked; a bomb says more, or lies."""
NAMELESS = "bilaga"
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
UNSAFE = re.compile(r'[<>:"|?*%;&$`\'\\/]')
ODT = b"application/vnd.oasis.opendocument.text"


@dataclass(frozen=True)
class FileKind:
    """A kind of file that may be attached."""

    name: str
    ending: str
    media_type: str
    words: str


_OFFICE = "application/vnd.openxmlformats-officedocument."
KINDS = {
    kind.name: kind
    for kind in (
        FileKind("pdf", ".pdf", "application/pdf", "PDF"),
        FileKind("png", ".png", "image/png", "bild (PNG)"),
        FileKind("jpeg", ".jpg", "image/jpeg", "bild (JPEG)"),
        FileKind("docx", ".docx", f"{_OFFICE}wordprocessingml.document", "Word"),
        FileKind("xlsx", ".xlsx", f"{_OFFICE}spreadsheetml.sheet", "Excel"),
        FileKind("odt", ".odt", ODT.decode(), "OpenDocument-text"),
        FileKind("text", ".txt", "text/plain", "text"),
    )
}
ENDINGS = "PDF, PNG, JPEG, Word (docx), Excel (xlsx), OpenDocument (odt) och ren text"
MAGIC = ((b"%PDF-", "pdf"), (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"))
ZIP = b"PK\x03\x04"
PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
CONTENT_TYPES = "[Content_Types].xml"


def kind_of(content: bytes) -> FileKind | None:
    """Return what a file is; None for what may not be attached, macros included."""
    for start, name in MAGIC:
        if content.startswith(start):
            return KINDS[name]
    if content.startswith(ZIP):
        return _office(content)
    return KINDS["text"] if _is_text(content) else None


def problem(content: bytes) -> str | None:
    """Say in Swedish why a file may not be attached; None when it may."""
    if not content:
        return "Filen är tom"
    if len(content) > LARGEST:
        return f"Filen är för stor, högst {LARGEST // 1024 // 1024} MB"
    if kind_of(content) is None:
        return f"Filen är av ett slag som inte tas emot. Det här går bra: {ENDINGS}, utan makron"
    return None


def clean_name(name: str, kind: FileKind) -> str:
    """Return a name that no computer misreads, with the ending that the content has."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    shown = "".join(each for each in last if unicodedata.category(each)[0] not in "C")
    plain = " ".join(UNSAFE.sub("_", shown).split())
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", plain).strip(" .-_")[:LONGEST].strip(" .-_")
    if not stem:
        stem = NAMELESS
    return f"_{stem}{kind.ending}" if RESERVED.fullmatch(stem) else f"{stem}{kind.ending}"


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return all(each.isprintable() or each in "\t\r\n\f\u00ad\u200b\u2028\u00a0" for each in text)


def _office(content: bytes) -> FileKind | None:
    """Return the kind of a zipped document, by the parts it lists; nothing is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            if len(names) > ENTRIES or any("vbaproject" in name.lower() for name in names):
                return None
            if sum(part.file_size for part in archive.infolist()) > UNPACKED:
                return None
            if names and names[0] == "mimetype" and archive.open("mimetype").read(99) == ODT:
                return KINDS["odt"]
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError, NotImplementedError):
        return None
    except (KeyError, OverflowError, zipfile.zlib.error):  # type: ignore[attr-defined]
        return None
    found = [PARTS[name] for name in names if name in PARTS]
    return KINDS[found[0]] if CONTENT_TYPES in names and len(found) == 1 else None
