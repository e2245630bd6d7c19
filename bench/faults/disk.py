"""A disk of its own, so small that it can be filled: a tmpfs, which needs root on Linux."""

from __future__ import annotations

import errno
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = "96m"
BLOCK = b"\0" * 4096


@contextmanager
def small() -> Iterator[Path]:
    """Give a folder on a disk of its own."""
    folder = tempfile.mkdtemp(prefix="skydd-small-disk-")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "skydd", folder]
    subprocess.run(mount, check=True)  # noqa: S603
    try:
        yield Path(folder)
    finally:
        subprocess.run(["umount", "-l", folder], check=False)  # noqa: S603, S607
        Path(folder).rmdir()


@contextmanager
def filled(folder: Path) -> Iterator[None]:
    """Leave no room at all; give it back afterwards."""
    ballast = folder / "ballast"
    try:
        with ballast.open("ab", buffering=0) as file:
            while True:
                file.write(BLOCK)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
    try:
        yield
    finally:
        ballast.unlink()
