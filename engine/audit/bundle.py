"""A chain to take away: its entries as stored, the anchors, and the program that checks them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.audit import verifier
from engine.audit.anchors import Anchor
from engine.audit.tree import path
from engine.audit.verifier import Entry, canonical

READ_ME = """\
Loggen för ärende {number}, utlämnad {exported}.

poster.jsonl   posterna som de är lagrade, en på varje rad; sakuppgifterna är krypterade
ankare.json    signerade rötter, med bevis för att loggens poster ingår i dem
om.json        ärendets nummer, den publika nyckeln och processfilernas kontrollsummor
verifier.py    programmet som prövar loggen

Pröva så här, med Python och paketet cryptography:

    python verifier.py {file} --key {key}

Jämför nyckeln med den som du har fått på annat sätt, till exempel i ett brev med ett ankare.
Programmet säger om någon post är ändrad, borttagen, infogad eller avkapad, och var.
"""


@dataclass(frozen=True)
class Bundle:
    """A chain with all that is needed to check it."""

    stream: str
    about: Mapping[str, Any]
    entries: Sequence[Entry]
    anchors: Sequence[Anchor]

    @property
    def name(self) -> str:
        """Return what the file is called."""
        return f"logg-{self.about['number']}.zip"

    @property
    def content(self) -> bytes:
        """Return it as a ZIP file."""
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
            for name, content in self.files():
                file.writestr(name, content)
        return written.getvalue()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files."""
        told = {"stream": self.stream, **self.about}
        yield "LÄS MIG.txt", READ_ME.format(**told, file=self.name).encode()
        yield "om.json", canonical(told)
        yield "poster.jsonl", b"".join(canonical(entry) + b"\n" for entry in self.entries)
        yield "ankare.json", canonical([self._shown(anchor) for anchor in self.anchors])
        yield "verifier.py", Path(verifier.__file__).read_bytes()

    def _shown(self, anchor: Anchor) -> dict[str, Any]:
        """Return an anchor with the proof that it covers this chain, if it does."""
        mine = next((head for head in anchor.heads if head.stream == self.stream), None)
        if mine is None:
            return {**anchor.shown, "proof": None}
        proof = {"sequence": mine.sequence, "digest": mine.digest,
                 "path": path(anchor.heads, mine)}  # fmt: skip
        return {**anchor.shown, "proof": proof}
