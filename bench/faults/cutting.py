"""What PostgreSQL does to those who are connected: restarted at once, and their connections cut."""

from __future__ import annotations

import psycopg
from sqlalchemy import make_url

from bench.databases import Databases

CUT = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = %s AND pid <> pg_backend_pid()"""


def restart(databases: Databases, _: str) -> None:
    """Stop the server without waiting for anybody, as when the machine loses power; start it."""
    databases.restart()


def terminate(databases: Databases, url: str) -> None:
    """Cut every connection to a database."""
    name = make_url(url).database
    with psycopg.connect(databases.server_uri, autocommit=True) as connection:
        connection.execute(CUT, [name])
