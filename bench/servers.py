"""Web processes as `skydd serve` starts them, and a client that costs next to nothing itself."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from bench.office import KEY, PASSWORD, Office
from engine.config import ROOT

HOST = "127.0.0.1"
PATIENCE = 60.0


@dataclass(frozen=True)
class Session:
    """Somebody who is signed in: a cookie and the token that forms carry."""

    cookie: str
    token: str


@dataclass(frozen=True)
class Server:
    """A running web server."""

    port: int
    process: subprocess.Popen[bytes]

    def ask(self, request: bytes) -> bytes:
        """Send a request on a connection of its own and return the whole answer."""
        with socket.create_connection((HOST, self.port), PATIENCE) as connection:
            connection.sendall(request)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def resident_kb(self) -> int:
        """Return the resident memory of the web process (the master's only child)."""
        pid = self.process.pid
        child = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()[0]
        status = Path(f"/proc/{child}/status").read_text()
        return int(re.findall(r"VmRSS:\s+(\d+)", status)[0])


@contextmanager
def serving(office: Office, workers: int) -> Iterator[Server]:
    """Serve the office's database with this many web processes."""
    with serving_at(office.url, workers) as server:
        yield server


@contextmanager
def serving_at(url: str, workers: int) -> Iterator[Server]:
    """Serve the database at a URL with this many web processes."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    command = ["gunicorn", "--bind", f"{HOST}:{port}", "--workers", str(workers),
               "--no-control-socket", "--log-level", "error", "web:create_app()"]  # fmt: skip
    process = program(url, *command)
    try:
        server = Server(port, process)
        wait_for(server)
        yield server
    finally:
        process.terminate()
        process.wait()


def program(url: str, *module: str) -> subprocess.Popen[bytes]:
    """Start `python -m <module>` on the database at a URL."""
    settings = {"SKYDD_DATABASE_URL": url, "SKYDD_SECRET_KEY": KEY,
                "SKYDD_SECOND_FACTOR": "optional"}  # fmt: skip
    command = [sys.executable, "-m", *module]
    return subprocess.Popen(command, cwd=ROOT, env=os.environ | settings)  # noqa: S603


def sign_in(server: Server, person: str) -> Session:
    """Sign in as a browser does: read the page, post it with its token, read the token again."""
    page = server.ask(_get("/logga-in", ""))
    form = {"namn": [person], "losenord": [PASSWORD], "_csrf": [_token(page)]}
    entered = server.ask(post("/logga-in", Session(_cookie(page), ""), form))
    page = server.ask(_get("/", _cookie(entered)))
    return Session(_cookie(page), _token(page))


def answer(session: Session, task_id: str, typed: Mapping[str, Sequence[str]]) -> bytes:
    """Return the request that completes a task."""
    form = {**typed, "_handling": ["slutfor"], "_csrf": [session.token]}
    return post(f"/uppgift/{task_id}", session, form)


def post(path: str, session: Session, form: Mapping[str, Sequence[str]]) -> bytes:
    """Return a form post."""
    body = urlencode(form, doseq=True).encode()
    head = (f"POST {path} HTTP/1.1\r\nHost: {HOST}\r\nCookie: {session.cookie}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n"
            f"Content-Length: {len(body)}\r\n\r\n")  # fmt: skip
    return head.encode() + body


def require_redirect(response: bytes) -> None:
    """Raise unless the server answered with the redirect that follows a completed task."""
    status = response.partition(b"\r\n")[0]
    if b" 303 " not in status:
        raise RuntimeError(f"the server answered {status.decode()}")


def _get(path: str, cookie: str) -> bytes:
    return (f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nCookie: {cookie}\r\n"
            "Connection: close\r\n\r\n").encode()  # fmt: skip


def _token(page: bytes) -> str:
    found = re.search(r'name="_csrf"[^>]*value="([^"]+)"', page.decode())
    if found is None:
        raise RuntimeError("there is no form on the page")
    return found[1]


def _cookie(response: bytes) -> str:
    found = re.search(r"Set-Cookie: (skydd=[^;]+)", response.decode())
    if found is None:
        raise RuntimeError("no session was given")
    return found[1]


def wait_for(server: Server) -> None:
    """Wait until the server answers."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            server.ask(_get("/logga-in", ""))
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server does not answer")
