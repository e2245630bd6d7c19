"""Where a run of the tests keeps its files: in memory if it has room, and gone when it is over."""

import os
import shutil
import tempfile
from pathlib import Path

SERVER = "SKYDD_TEST_POSTGRESQL"
BESIDE = "SKYDD_TEST_BESIDE"
ROOM = 2**31


def memory() -> Path | None:
    """Return where files are kept in memory, if it has room: a database is 300 small files."""
    shared = Path("/dev/shm")  # noqa: S108
    roomy = os.access(shared, os.W_OK) and shutil.disk_usage(shared).free > ROOM
    return shared if roomy else None


def make() -> None:
    """Make the folders of a run. Workers find them by their environment."""
    os.environ[SERVER] = tempfile.mkdtemp(prefix="skydd-postgresql-", dir=memory())
    os.environ[BESIDE] = tempfile.mkdtemp(prefix="skydd-beside-", dir=memory())
    if memory():  # each test's own folder, too: a database in a file waits for a disk
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(memory()))


def server() -> Path:
    """Return the folder of the PostgreSQL that all tests share."""
    return Path(os.environ[SERVER])


def beside() -> Path:
    """Return where that is kept which is to lie apart from a database, such as its keys."""
    return Path(os.environ.get(BESIDE, tempfile.gettempdir()))


def clear() -> None:
    """Remove the folders of the run."""
    for name in (SERVER, BESIDE):
        shutil.rmtree(os.environ.pop(name), ignore_errors=True)
