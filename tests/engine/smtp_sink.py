"""A mail server for tests: it speaks enough of RFC 5321 to take an e-mail, or to refuse it."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, cast


class Sink(socketserver.ThreadingTCPServer):
    """Keeps what it is sent; `refusals` are replies to RCPT, one for each attempt."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Session)
        self.letters: list[tuple[str, EmailMessage]] = []
        self.refusals: list[str] = []
        self.extensions = ["PIPELINING"]

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class Session(socketserver.StreamRequestHandler):
    """One connection."""

    def handle(self) -> None:
        self.receiver = ""
        self.say("220 sink")
        while line := self.rfile.readline():
            said = line.decode().strip()
            if said.upper() == "QUIT":
                self.say("221 bye")
                return
            self.say(self.answer(said, said.split()[0].upper()))

    def answer(self, said: str, verb: str) -> str:
        sink = cast(Sink, self.server)
        if verb == "EHLO":
            return "\r\n".join([*(f"250-{each}" for each in sink.extensions), "250 HELP"])
        if verb == "RCPT":
            if sink.refusals:
                return sink.refusals.pop(0)
            self.receiver = said.partition(":")[2].split()[0].strip("<>")
        if verb == "DATA":
            self.say("354 go on")
            sink.letters.append((self.receiver, self.letter()))
        return "250 ok"

    def letter(self) -> EmailMessage:
        lines = []
        while (line := self.rfile.readline()).rstrip() != b".":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        parsed: Any = message_from_bytes(b"".join(lines), policy=policy.default)
        return cast(EmailMessage, parsed)

    def say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def listening() -> Iterator[Sink]:
    """Run a mail server for as long as the block lasts."""
    with Sink() as sink:
        thread = threading.Thread(target=sink.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield sink
        sink.shutdown()
        thread.join()
