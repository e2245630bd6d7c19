"""Posts an event to a checked address, and learns no more of the answer than its status."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from engine.errors import Undeliverable
from engine.exchange.guard import Guard, Target

PATIENCE = 10.0
"""Seconds that a whole call may take, however slowly a receiver drips its answer."""
PER_STEP = 5.0
"""Seconds to wait for the next byte."""
SUCCESS, REDIRECTION = range(200, 300), range(300, 400)
GONE, BUSY, BROKEN = 410, 429, 500


class Refused(Exception):
    """A receiver did not take the event; `retry` says whether trying again may help."""

    def __init__(self, cause: str, status: int | None = None, *, retry: bool = True) -> None:
        super().__init__(cause)
        self.cause, self.status, self.retry = cause, status, retry

    @property
    def unwell(self) -> bool:
        """Say whether the receiver takes in nothing now: it is not about this one event."""
        return self.status is None or self.status == BUSY or self.status >= BROKEN


@dataclass(frozen=True)
class Carrier:
    """Carries events over HTTP: no proxy, no redirect, no cookie, no password of the machine's."""

    guard: Guard
    authorities: str = ""
    """A file with the certificates that are trusted; those of the public if there is none."""
    patience: float = PATIENCE

    def __call__(self, url: str, body: bytes, headers: Mapping[str, str]) -> None:
        """Post a body. Raises Refused with a cause in Swedish; nothing of the answer is in it."""
        try:
            target = self.guard.target(url)
        except Undeliverable as error:
            raise Refused(str(error)) from error
        with _session(target, self.authorities) as (session, opened), _limit(opened, self.patience):
            status = _status(session, url, body, headers)
        if status not in SUCCESS:
            raise _refused(status)


def _status(
    session: requests.Session, url: str, body: bytes, headers: Mapping[str, str]
) -> int:  # fmt: skip
    try:
        with session.post(
            url,
            data=body,
            headers=dict(headers),
            timeout=PER_STEP,
            allow_redirects=False,
            stream=True,
        ) as answer:  # fmt: skip  streamed: the body is never read
            return answer.status_code
    except requests.exceptions.SSLError as error:
        raise Refused("Certifikatet kunde inte godkännas.") from error
    except requests.exceptions.ConnectTimeout as error:
        raise Refused("Gick inte att nå.") from error
    except requests.exceptions.Timeout as error:
        raise Refused("Svarade inte i tid.") from error
    except (requests.exceptions.RequestException, OSError, ValueError) as error:
        raise Refused("Gick inte att nå, eller avbröt svaret.") from error


def _refused(status: int) -> Refused:
    if status in REDIRECTION:
        return Refused(f"Svarade med en omdirigering ({status}). De följs inte.", status)
    if status == GONE:
        return Refused("Svarade att mottagaren är borta (410).", status, retry=False)
    return Refused(f"Svarade med felkoden {status}.", status)


@contextmanager
def _session(
    target: Target, authorities: str
) -> Iterator[tuple[requests.Session, list[socket.socket]]]:
    """Give a session that calls the checked address, and handles to the sockets it opens."""
    opened: list[socket.socket] = []
    with requests.Session() as session:
        session.trust_env = False
        session.verify = authorities or True
        adapter = _Pinned(target, opened)
        session.mount("https://", adapter)
        session.mount("http://", adapter)
        try:
            yield session, opened
        finally:
            for each in opened:
                each.close()


@contextmanager
def _limit(opened: list[socket.socket], seconds: float) -> Iterator[None]:
    """Cut the line when the time is up, whatever is waited for."""
    watch = threading.Timer(seconds, _cut, [opened])
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
        watch.join()


def _cut(opened: list[socket.socket]) -> None:
    for each in opened:
        try:
            each.shutdown(socket.SHUT_RDWR)
        except OSError:
            continue  # the other side was first


class _Pinned(HTTPAdapter):
    """Connects to one address whatever the name leads to meanwhile; the certificate is the name's.

    There is nothing between the check and the call in which the name could lead elsewhere.
    """

    def __init__(self, target: Target, opened: list[socket.socket]) -> None:
        self._target, self._opened = target, opened
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Make pools whose connections go where they may."""
        super().init_poolmanager(*args, **kwargs)
        dial = self._dial
        pools = {
            "http": _pool(HTTPConnectionPool, _connection(HTTPConnection, dial)),
            "https": _pool(HTTPSConnectionPool, _connection(HTTPSConnection, dial)),
        }
        self.poolmanager.pool_classes_by_scheme = pools

    def _dial(self, timeout: Any) -> socket.socket:
        wait = timeout if isinstance(timeout, (int, float)) else PER_STEP
        line = socket.create_connection((self._target.address, self._target.port), wait)
        self._opened.append(line.dup())
        return line


def _connection(base: type[Any], dial: Callable[[Any], socket.socket]) -> type[Any]:
    def new(self: Any) -> socket.socket:
        return dial(self.timeout)

    return type(base.__name__, (base,), {"_new_conn": new})


def _pool(base: type[Any], connection: type[Any]) -> type[Any]:
    return type(base.__name__, (base,), {"ConnectionCls": connection})
