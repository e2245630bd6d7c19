"""An agency's own system: a real web server that keeps what it is sent, or behaves badly."""

import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import orjson

from engine.exchange.signing import HEADER, verified


@dataclass
class Receiver:
    """What a receiver has got, and what it answers next."""

    port: int = 0
    answers: list[str] = field(default_factory=list)
    """What to do with the next posts, in order: a status, or `slow`, `drip`, `huge`, `redirect`."""
    got: list[tuple[str, bytes, dict[str, str]]] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}/handelser"

    @property
    def events(self) -> list[dict[str, Any]]:
        return [orjson.loads(body) for _, body, _ in self.got]

    @property
    def kinds(self) -> list[str]:
        return [event["type"].removeprefix("skyddsprocessen.") for event in self.events]

    def signed(self, number: int, secret: str, now: datetime) -> bool:
        """Say whether one that it got was signed with a secret just now."""
        _, body, headers = self.got[number]
        return verified(headers[HEADER], body, secret, now)


@contextmanager
def listening(context: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """Give a receiver that listens on this machine until the end."""
    receiver = Receiver()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(receiver))
    server.daemon_threads = True
    receiver.port = server.server_address[1]
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    serving = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    serving.start()
    try:
        yield receiver
    finally:
        receiver.stopped.set()
        server.shutdown()
        server.server_close()
        serving.join()


def _handler(receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    return type("Handler", (_Handler,), {"receiver": receiver})


class _Handler(BaseHTTPRequestHandler):
    receiver: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        does = self.receiver.answers.pop(0) if self.receiver.answers else "200"
        if does.startswith("2"):
            self.receiver.got.append((self.path, body, dict(self.headers.items())))
        ways = {"slow": self.slow, "drip": self.drip, "huge": self.huge, "redirect": self.redirect}
        try:
            ways.get(does, lambda: self.status(int(does)))()
        except (BrokenPipeError, ConnectionResetError):
            return

    def do_GET(self) -> None:
        raise AssertionError("nobody may follow a redirect")

    def status(self, code: int, **headers: str) -> None:
        self.send_response(code)
        for name, value in {"Content-Length": "0", **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def slow(self) -> None:
        self.receiver.stopped.wait(30)

    def drip(self) -> None:
        while not self.receiver.stopped.is_set():
            self.wfile.write(b"H")
            time.sleep(0.02)

    def huge(self) -> None:
        self.status(200, **{"Content-Length": str(10**12)})
        while not self.receiver.stopped.is_set():
            self.wfile.write(b"x" * 65536)

    def redirect(self) -> None:
        self.status(302, Location=f"http://127.0.0.1:{self.receiver.port}/inne")

    def log_message(self, *_: object) -> None:
        return
