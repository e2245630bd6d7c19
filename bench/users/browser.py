"""A browser that costs next to nothing itself: one request on each connection, timed."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from bench.servers import HOST

PATIENCE = 30.0
COOKIE = re.compile(r"^Set-Cookie: (skydd=[^;]*)", re.MULTILINE)
WHERE = re.compile(r"^Location: (\S+)", re.MULTILINE)
HIDDEN = re.compile(r'name="(_csrf|_kommando|_utkast)" value="([^"]*)"')
BROKEN = 0
"""The status of an answer that did not come."""
Form = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    head: str = ""
    body: str = ""

    @property
    def place(self) -> str:
        """Return where the answer leads."""
        found = WHERE.search(self.head)
        return found[1] if found else ""

    @property
    def hidden(self) -> dict[str, str]:
        """Return what the first form of the page carries by itself."""
        found: dict[str, str] = {}
        for name, value in HIDDEN.findall(self.body):
            found.setdefault(name, value)
        return found


@dataclass
class Waited:
    """How long each request took, by what it was: (seconds since the beginning, milliseconds)."""

    began: float = field(default_factory=time.monotonic)
    times: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    clashes: int = 0
    """How often a colleague was first."""
    refused: int = 0
    """How often answers did not go together."""

    def note(self, what: str, milliseconds: float, answer: Answer) -> None:
        """Keep how long an answer took, and what was wrong with it."""
        at = time.monotonic() - self.began
        self.times.setdefault(what, []).append((at, milliseconds))
        if answer.status in {404, 409}:
            self.clashes += 1
        elif answer.status == 422:  # noqa: PLR2004
            self.refused += 1
        elif not 200 <= answer.status < 400:  # noqa: PLR2004
            self.errors.append(f"{at:.0f} s: {what} {answer.status}")


@dataclass
class Browser:
    """One person's browser."""

    port: int
    waited: Waited
    cookie: str = ""

    async def ask(self, what: str, path: str, form: Form | None = None) -> Answer:
        """Ask for a page or send a form; note how long it took."""
        start = time.perf_counter()
        try:
            raw = await asyncio.wait_for(self._sent(_request(path, self.cookie, form)), PATIENCE)
        except (OSError, TimeoutError):
            raw = b""
        answer = _read(raw)
        self.waited.note(what, (time.perf_counter() - start) * 1000, answer)
        if found := COOKIE.search(answer.head):
            self.cookie = found[1]
        return answer

    async def _sent(self, request: bytes) -> bytes:
        reader, writer = await asyncio.open_connection(HOST, self.port)
        try:
            writer.write(request)
            return await reader.read(-1)
        finally:
            writer.close()


def _request(path: str, cookie: str, form: Form | None) -> bytes:
    head = f"HTTP/1.1\r\nHost: {HOST}\r\nCookie: {cookie}\r\nConnection: close\r\n"
    if form is None:
        return f"GET {path} {head}\r\n".encode()
    body = urlencode(form, doseq=True)
    kind = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
    return f"POST {path} {head}{kind}\r\n{body}".encode()


def _read(raw: bytes) -> Answer:
    head, _, body = raw.partition(b"\r\n\r\n")
    status = head[9:12]
    text = head.decode("latin-1").replace("\r\n", "\n")
    return Answer(int(status) if status.isdigit() else BROKEN, text, body.decode(errors="replace"))
