"""A chain to take away: its entries as stored, the anchors, and the program that checks them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from engine.audit import opener, verifier
from engine.audit.anchors import Anchor, Signer
from engine.audit.tree import path
from engine.audit.verifier import Entry, canonical

READ_ME = """\
Loggen för ärende {number}, utlämnad {exported}.

poster.jsonl   posterna som de är lagrade, en på varje rad; sakuppgifterna är krypterade
ankare.json    signerade rötter, med bevis för att loggens poster ingår i dem
om.json        ärendets nummer, den publika nyckeln och processfilernas kontrollsummor
processer/     processfilerna, i varje version som ärendet har följt
verifier.py    programmet som prövar loggen
{more}
Pröva så här, med Python och paketet cryptography:

    python verifier.py {file} --key {key}

Jämför nyckeln med den som du har fått på annat sätt, till exempel i ett brev med ett ankare.
Programmet säger om någon post är ändrad, borttagen, infogad eller avkapad, och var.
"""
TOLD = """\
fakta.json     sakuppgifterna i klartext för de poster som mottagaren får läsa, signerade med
               samma nyckel som ankarna; varje uppgift är bunden till sin posts kontrollsumma
nycklar.json   nycklar som öppnar just de posterna och inga andra: så syns det att de krypterade
               uppgifterna i kedjan säger detsamma som fakta.json
oppna.py       programmet som prövar båda: python oppna.py {file} --key {key}
"""
ALONE = b"from engine.audit.verifier import", b"from verifier import"
"""What the second program imports where nothing of ours is installed."""


def told_of(
    stream: str, entries: Sequence[Entry], facts: Mapping[int, Any], signer: Signer
) -> dict[str, Any]:
    """Return facts in the open, each bound to its entry by the digest, all of them signed."""
    known = [{"sequence": entry["sequence"], "digest": entry["digest"],
              "facts": facts[entry["sequence"]]}
             for entry in entries if entry["sequence"] in facts]  # fmt: skip
    statement = {"stream": stream, "key": signer.public, "entries": known}
    return {"statement": statement, "signature": signer.signature(canonical(statement))}


@dataclass(frozen=True)
class Bundle:
    """A chain with all that is needed to check it."""

    stream: str
    about: Mapping[str, Any]
    entries: Sequence[Entry]
    anchors: Sequence[Anchor]
    processes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Version → the files of it."""
    told: Mapping[str, Any] | None = None
    """Facts in the open; see `told_of`."""
    keys: Mapping[int, str] = field(default_factory=dict)
    """Number of an entry → the key, as hex, that opens what is sealed in it and nothing else."""

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
        sums = {version: {name: sha256(text.encode()).hexdigest() for name, text in files.items()}
                for version, files in self.processes.items()}  # fmt: skip
        about = {"stream": self.stream, "processes": sums, **self.about}
        named = {**about, "file": self.name}
        more = TOLD.format(**named) if self.told else ""
        yield "LÄS MIG.txt", READ_ME.format(**named, more=more).encode()
        yield "om.json", canonical(about)
        yield "poster.jsonl", b"".join(canonical(entry) + b"\n" for entry in self.entries)
        yield "ankare.json", canonical([self._shown(anchor) for anchor in self.anchors])
        yield "verifier.py", Path(verifier.__file__).read_bytes()
        if self.told:
            yield "fakta.json", canonical(self.told)
            yield "nycklar.json", canonical({str(each): key for each, key in self.keys.items()})
            yield "oppna.py", Path(opener.__file__).read_bytes().replace(*ALONE)
        for version, files in self.processes.items():
            for name, text in files.items():
                yield f"processer/{version[:12]}/{name}", text.encode()

    def _shown(self, anchor: Anchor) -> dict[str, Any]:
        """Return an anchor with the proof that it covers this chain, if it does."""
        mine = next((head for head in anchor.heads if head.stream == self.stream), None)
        if mine is None:
            return {**anchor.shown, "proof": None}
        proof = {"sequence": mine.sequence, "digest": mine.digest,
                 "path": path(anchor.heads, mine)}  # fmt: skip
        return {**anchor.shown, "proof": proof}
