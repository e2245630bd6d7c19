"""The verbs of auditing: make an anchor and hand it out, check the chains, export one of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from engine.audit import handing
from engine.audit.anchors import Anchor, Signer
from engine.audit.bundle import Bundle, told_of
from engine.audit.handing import Folder, Letters
from engine.audit.tree import Head
from engine.audit.verifier import Entry, Finding, check_anchors, check_chain
from engine.errors import NotFound, Tampered
from engine.model import Actor
from engine.ports import Clock, Noting

Chain = tuple[str, Iterator[Entry]]


class AnchorBook(Protocol):
    """Where anchors are kept; see `engine.db.anchoring`."""

    def add(self, sign: Callable[[Sequence[Head], int, Anchor | None], Anchor]) -> Anchor: ...  # noqa: D102
    def all(self) -> Sequence[Anchor]: ...  # noqa: D102
    def unsent(self, receiver: str) -> Sequence[Anchor]: ...  # noqa: D102
    def sent(self, anchor: Anchor, receiver: str, at: datetime) -> None: ...  # noqa: D102


class Chains(Protocol):
    """Where the chains are read as they are stored; see `engine.db.evidence`."""

    def size(self) -> int: ...  # noqa: D102
    def chains(self, streams: Collection[str] | None = None) -> Iterator[Chain]: ...  # noqa: D102
    def contents(self, cases: Collection[str] | None = None) -> Iterator[Finding]: ...  # noqa: D102
    def case_id(self, number: str) -> str | None: ...  # noqa: D102
    def of_agency(self, actor: Actor) -> Mapping[str, str]: ...  # noqa: D102
    def blind(self, entry: Entry) -> Entry: ...  # noqa: D102
    def known_to(self, actor: Actor, case_id: str) -> Set[int]: ...  # noqa: D102
    def processes(self, case_id: str) -> Mapping[str, Mapping[str, str]]: ...  # noqa: D102
    def facts(self, case_id: str, numbers: Set[int]) -> Mapping[int, Any]: ...  # noqa: D102
    def keys(self, case_id: str, numbers: Set[int]) -> Mapping[int, str]: ...  # noqa: D102


@dataclass(frozen=True)
class Verdict:
    """What a check came to."""

    chains: int
    entries: int
    anchors: int
    beyond: int
    """Entries that are newer than every anchor: nothing outside shows yet that they are there."""
    findings: tuple[Finding, ...]
    newest: datetime | None
    """When the newest anchor was made."""


@dataclass(frozen=True)
class Audit:
    """What auditors, and the worker, do with the log. Every look is noted, too."""

    book: AnchorBook
    evidence: Chains
    trail: Noting
    signer: Signer
    folder: Folder
    letters: Letters
    clock: Clock

    def anchor(self, by: Actor | str) -> Anchor:
        """Sign the heads of all chains that have grown, and hand the anchor out."""
        now = self.clock.now()
        made = self.book.add(lambda heads, grown, last: self.signer.sign(heads, grown, last, now))
        self.trail.note("anchored", by, number=made.number)
        self.hand_out()
        return made

    def hand_out(self) -> None:
        """Write to the folder and send by e-mail what has not been handed out yet."""
        for anchor in self.book.all():
            self.folder.put(anchor)
        for receiver in self.letters.receivers:
            for anchor in self.book.unsent(receiver):
                if not self.letters.send(anchor, receiver):
                    break
                self.book.sent(anchor, receiver, self.clock.now())

    def anchors(self) -> Sequence[Anchor]:
        """Return all anchors, the newest first."""
        return [*reversed(self.book.all())]

    def verify(
        self, by: Actor | str, streams: Collection[str] | None = None, keys: Iterable[str] = (),
        around: Callable[[Iterator[Chain]], Iterable[Chain]] = iter,
    ) -> Verdict:  # fmt: skip
        """Check every chain, or some, against themselves, the anchors and the answers of forms.

        `keys` are public keys that were in use before; `around` watches the chains go by.
        """
        handed = list(self.folder.all())  # first: what is handed out must be in what is read later
        anchors = self.book.all()
        trusted = {self.signer.public, *keys}
        found = [*check_anchors([anchor.shown for anchor in anchors], trusted)]
        found += [("ankare", anchor.number, "falskt", "roten är inte den över kedjornas huvuden")
                  for anchor in anchors if not anchor.is_rooted]  # fmt: skip
        found += handing.findings(handed, anchors)
        marks = _marks(anchors)
        chains = entries = beyond = 0
        for name, chain in around(self.evidence.chains(streams)):
            counted = _Counted(chain)
            mine = marks.pop(name, {})
            found += check_chain(name, counted, mine)
            chains, entries = chains + 1, entries + counted.number
            beyond += max(0, counted.number - max(mine, default=0))
        for name in marks if streams is None else marks.keys() & streams:
            found += check_chain(name, (), marks[name])
        found += self.evidence.contents(streams)
        newest = anchors[-1].at if anchors else None
        only = next(iter(streams)) if streams and len(streams) == 1 else None
        self.trail.note("verified", by, None, only, findings=len(found), entries=entries)
        return Verdict(chains, entries, len(anchors), beyond, tuple(found), newest)

    def require_whole(self, by: str) -> None:
        """Check everything. Raises Tampered with how much is wrong, and where it begins."""
        if wrong := self.verify(by).findings:
            stream, place, what, _ = wrong[0]
            raise Tampered(f"{len(wrong)}: {stream} {place} {what}")

    def verify_own(self, actor: Actor) -> tuple[Verdict, Mapping[str, str]]:
        """Check what is the agency's: its cases, its trail, and the anchors.

        Returns the names of the chains, too: the number of a case, or nothing for the trail.
        """
        names = self.evidence.of_agency(actor)
        return self.verify(actor, names.keys()), names

    def case_id(self, number: str) -> str:
        """Return the id of a case by its number, or raise NotFound."""
        found = self.evidence.case_id(number)
        if found is None:
            raise NotFound(f"inget ärende heter {number}")
        return found

    def bundle(self, by: Actor | str, number: str, *, told: bool = False) -> Bundle:
        """Return a case's chain for somebody who will check it elsewhere.

        For a person it has what the agency may know, and of the rest only hashes: so the chain can
        be checked all the same. Raises NotFound where the agency takes no part.

        With `told` the facts of what the person may know are in the open, too, signed, and with the
        keys of just those entries: the key of the log would open the entries of others as well, and
        is never handed out.
        """
        case_id = self.case_id(number)
        known = self.evidence.known_to(by, case_id) if isinstance(by, Actor) else None
        if known is not None and not known:
            self.trail.note("denied", by, "audit.export", case_id)
            raise NotFound(f"case {number}")
        entries = [
            each if known is None or each["sequence"] in known else self.evidence.blind(each)
            for _, chain in self.evidence.chains([case_id]) for each in chain
        ]  # fmt: skip
        self.trail.note("exported", by, "audit.export", case_id, entries=len(entries), told=told)
        about = {"number": number, "key": self.signer.public,
                 "exported": self.clock.now().isoformat(timespec="seconds")}  # fmt: skip
        open_ = known if told and known else set()
        facts, keys = self.evidence.facts(case_id, open_), self.evidence.keys(case_id, open_)
        told_facts = told_of(case_id, entries, facts, self.signer) if facts else None
        processes = self.evidence.processes(case_id)
        return Bundle(case_id, about, entries, self.book.all(), processes, told_facts, keys)


class _Counted:
    """Counts what passes."""

    def __init__(self, chain: Iterator[Entry]) -> None:
        self._chain = chain
        self.number = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._chain:
            self.number += 1
            yield entry


def _marks(anchors: Sequence[Anchor]) -> dict[str, dict[int, tuple[str, int]]]:
    marks: dict[str, dict[int, tuple[str, int]]] = {}
    for anchor in anchors:
        for head in anchor.heads:
            marks.setdefault(head.stream, {})[head.sequence] = (head.digest, anchor.number)
    return marks
