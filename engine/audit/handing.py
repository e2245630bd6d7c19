"""Hands anchors out, so that whoever has the database has not the only copy of what was signed."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from engine.audit.anchors import Anchor
from engine.audit.verifier import Finding, canonical, is_signed

LOG = logging.getLogger(__name__)
SUBJECT = "Ankare {number} för loggen i Skyddsprocessen"
BODY = """\
Spara det här brevet. Det visar senare om loggen har kapats, skrivits om eller ersatts av en äldre
säkerhetskopia. Det innehåller inga uppgifter om något ärende.

Ankare:     {number}
Tidpunkt:   {at}
Kedjor:     {chains} som har vuxit sedan förra ankaret
Poster:     {entries} sammanlagt
Rot:        {root}
Föregående: {previous}
Nyckel:     {key}
Signatur:   {signature}
"""
GONE = "utlämnat, men finns inte i databasen: den är en äldre säkerhetskopia eller avkapad"
OTHER = "utlämnat med ett annat innehåll än i databasen: loggen är omskriven"


@dataclass(frozen=True)
class Folder:
    """Anchors as files, one each; what is there is never written over."""

    path: Path

    def put(self, anchor: Anchor) -> None:
        """Write an anchor to its file, unless there is one."""
        self.path.mkdir(parents=True, exist_ok=True)
        try:
            with self._file(anchor.number).open("xb") as file:
                file.write(canonical(anchor.shown) + b"\n")
        except FileExistsError:
            return

    def all(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the anchors that were handed out, and their numbers."""
        for file in sorted(self.path.glob("ankare-*.json")):
            yield int(file.stem.partition("-")[2]), json.loads(file.read_bytes())

    def _file(self, number: int) -> Path:
        return self.path / f"ankare-{number:06}.json"


def findings(
    handed: Iterable[tuple[int, dict[str, Any]]], anchors: Sequence[Anchor]
) -> Iterator[Finding]:
    """Yield where the database does not have what was handed out."""
    known = {anchor.number: anchor.shown for anchor in anchors}
    for number, shown in handed:
        if shown != known.get(number):
            forged = not is_signed(shown)
            why = "filen är ändrad" if forged else OTHER if number in known else GONE
            yield "ankare", number, "saknas" if why == GONE else "omskriven", why


@dataclass(frozen=True)
class Letters:
    """Anchors as e-mail: the root, how much it covers, and the signature; nothing of any case."""

    deliver: Callable[[EmailMessage], None]
    sender: str
    receivers: tuple[str, ...]

    def send(self, anchor: Anchor, receiver: str) -> bool:
        """Send an anchor to a receiver; say whether it went."""
        message = EmailMessage()
        message["From"], message["To"] = self.sender, receiver
        message["Subject"] = SUBJECT.format(number=anchor.number)
        message["Date"] = format_datetime(anchor.at)
        place = self.receivers.index(receiver)
        message["Message-ID"] = f"<ankare-{anchor.number}-{place}@skyddsprocessen>"
        message["Auto-Submitted"] = "auto-generated"
        told = {**anchor.statement, "signature": anchor.signature.hex()}
        message.set_content(BODY.format(**told), cte="quoted-printable")
        try:
            self.deliver(message)
        except Exception as error:  # an end: tomorrow's anchor tries again
            LOG.warning("anchor %s was not sent: %s", anchor.number, type(error).__name__)
            return False
        return True
