"""Which files a process set may have, and that what is kept of them can be read back."""

from __future__ import annotations

import io
import json
import re
import tomllib
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from lxml import etree

from engine.bpmn.source import MAX_BYTES, read_tree, refused
from engine.errors import ModelError
from engine.model import Finding
from engine.unreadable import why

PATH = re.compile(r"[a-z0-9_]{1,80}\.(?:bpmn|dmn|toml)|forms/[a-z0-9_]{1,80}\.form")
NAMES = (
    "Ett filnamn är gemener utan å, ä, ö, siffror och _, och slutar på .bpmn, .dmn, .toml eller "
    ".form."
)
KINDS = frozenset({".bpmn", ".dmn", ".toml", ".form"})
BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError)
"""What reading an archive may raise: it is damaged, locked, or packed in a way we do not know."""
MOST_FILES = 1_000
MOST_BYTES = 20_000_000
"""Of an archive, unpacked: a set is a tenth of it."""


def path_of(name: str) -> str:
    """Return the path in the set that a file with this name has.

    A form is in `forms/`; a folder `processes/` around it all is left out. Raises ModelError.
    """
    path = PurePosixPath(name.replace("\\", "/").strip())
    path = path.relative_to("processes") if path.parts[:1] == ("processes",) else path
    if path.suffix == ".form" and len(path.parts) == 1:
        path = PurePosixPath("forms") / path
    if not PATH.fullmatch(path.as_posix()):
        raise _refused(name[:120], NAMES)
    return path.as_posix()


def text_of(path: str, data: bytes) -> str:
    """Return a file's text, in UTF-8 whatever it was written in.

    Raises ModelError for what is too large, harmful, cut off, or could not be read back.
    """
    if len(data) > MAX_BYTES:
        raise _refused(path, f"filen är större än {MAX_BYTES // 1_000_000} MB")
    if path.endswith((".bpmn", ".dmn")):
        return _xml(path, data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(path, "filen är inte skriven i UTF-8") from error
    _require_readable(path, text)
    return text


def require_text(path: str, text: str) -> None:
    """Refuse a text that could not be kept and read back as this file. Raises ModelError."""
    if not PATH.fullmatch(path):
        raise _refused(path[:120], NAMES)
    if text_of(path, _encoded(path, text)) != text:
        raise _refused(path, "filen säger att den är skriven i något annat än UTF-8")


def packed(files: Mapping[str, str]) -> bytes:
    """Return a set as a zip archive, the same for the same files."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[path].encode())
    return into.getvalue()


def uploaded(given: Sequence[tuple[str, bytes]]) -> dict[str, str]:
    """Read uploaded files, archives unpacked: path → text. Raises ModelError, every finding."""
    raw: list[tuple[str, bytes]] = []
    for name, data in given:
        raw += unpacked(name, data) if name.lower().endswith(".zip") else [(name, data)]
    found: dict[str, str] = {}
    findings: list[Finding] = []
    for name, data in raw:
        try:
            path = path_of(name)
            if path in found:
                raise _refused(path, "filen finns två gånger")
            found[path] = text_of(path, data)
        except ModelError as error:
            findings += error.findings
    if findings:
        raise ModelError(findings)
    return found


def unpacked(name: str, data: bytes) -> list[tuple[str, bytes]]:
    """Return what an archive has that belongs to a set; a README, say, is left out.

    Raises ModelError for what is no archive, or too much of one.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = list(_entries(name, archive))
    except (*BROKEN, zlib.error) as error:
        raise _refused(name, "arkivet kan inte läsas: det är ingen hel zip-fil") from error
    if not found:
        raise _refused(name, "arkivet har inga filer som hör till processerna")
    return found


def _entries(name: str, archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield what belongs to a set, never unpacking more than is allowed, whatever is declared."""
    entries = [each for each in archive.infolist() if not each.is_dir()]
    kept = [e for e in entries if PurePosixPath(e.filename).suffix in KINDS]
    if len(entries) > MOST_FILES:
        raise _refused(name, f"arkivet har fler än {MOST_FILES} filer")
    left = MOST_BYTES
    for entry in kept:
        with archive.open(entry) as file:
            data = file.read(min(left, MAX_BYTES) + 1)
        left -= len(data)
        if left < 0:
            raise _refused(name, f"arkivet är större än {MOST_BYTES // 1_000_000} MB uppackat")
        yield entry.filename, data


def _xml(path: str, data: bytes) -> str:
    root = read_tree(path, data)
    if (root.getroottree().docinfo.encoding or "UTF-8").upper() not in {"UTF-8", "ASCII"}:
        written = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
        return written.decode()
    return data.decode("utf-8-sig")


def _require_readable(path: str, text: str) -> None:
    if "\0" in text:
        raise _refused(path, "filen har tecken som inte är text")
    try:
        if path.endswith(".toml"):
            tomllib.loads(text)
        else:
            json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _refused(path, f"filen kan inte läsas: {why(error)}") from error


def _encoded(path: str, text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise _refused(path, "filen har tecken som inte är text") from error


def _refused(path: str, why: str) -> ModelError:
    return (
        refused(path, why)
        if path.endswith((".bpmn", ".dmn"))
        else ModelError([Finding(path, None, "fil", why)])
    )
