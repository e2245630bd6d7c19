"""A folder as one file, and back: only plain files with the names that we write."""

from __future__ import annotations

import os
import re
import shutil
import tarfile
from pathlib import Path

from engine.errors import Unrestorable

OURS = re.compile(r"(?:(?:ankare|tabeller)/)?[A-Za-z0-9][A-Za-z0-9_.-]*")
TAKEN = "filen finns redan: {}"
STRANGE = "säkerhetskopian går inte att läsa: {}"


def pack(folder: Path, target: Path) -> None:
    """Write a folder to a file that only we can read; it has its name once it is whole."""
    if target.exists():
        raise Unrestorable(TAKEN.format(target))
    part = folder.with_name("packad")
    with os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
        with tarfile.open(fileobj=file, mode="w") as tar:
            for path in sorted(each for each in folder.rglob("*") if each.is_file()):
                tar.add(path, path.relative_to(folder).as_posix())
        file.flush()
        os.fsync(file.fileno())
    part.replace(target)


def unpack(source: Path, folder: Path) -> None:
    """Write what is in the file to a folder. Raises Unrestorable for anything that is not ours."""
    try:
        with tarfile.open(source, "r:") as tar:
            for member in tar:
                ours = member.isfile() and OURS.fullmatch(member.name)
                content = tar.extractfile(member) if ours else None
                if content is None:
                    raise Unrestorable(STRANGE.format(member.name))
                path = folder / member.name
                path.parent.mkdir(exist_ok=True)
                with path.open("xb") as file:
                    shutil.copyfileobj(content, file)
    except (OSError, tarfile.TarError) as error:
        raise Unrestorable(STRANGE.format(source)) from error
