"""Everything that can go wrong, as one tree.

EngineError
├── NotFound        no such case, task or process, or not one this actor may know of
├── NotAllowed      it exists, but lane, role or law says no
│   └── Unwelcome   a provider knows somebody, and nothing of what it says leads in here
├── Conflict        somebody was here first
│   ├── Stale       the process instance changed while we worked on it; the verb may be tried again
│   ├── Outdated    a draft was saved from another page since this one was shown
│   └── Overtaken   a file of the processes was saved by another; carries what they saved
├── InvalidAnswers  one message per field, in the user's language
│   └── NoGround    what the answers would hand over has no legal ground; nothing was sent
├── Expiring        the answers would at once end something by law; to be confirmed first
├── Immovable       a running case cannot go on on another version; carries why
├── Unreadable      a saved state is broken, or written by another version of the program
├── Erased          the key of a compartment has been destroyed: its contents are gone for ever
├── Deviation       a saved case is not what its log leads to
├── Tampered        the log is not as it was written
├── Unsafe          the settings put what is secret at risk; carries all findings at once
├── Unrestorable    a copy cannot be made, or put back here; says why, in Swedish
├── Unavailable     the database is away or has no room left; nothing was written
│   └── Uncertain   it went away as it was told to commit: it may have done so or not
├── Undeliverable   an e-mail was refused for good; trying again will not help
└── ModelError      a file in processes/ is wrong; carries all findings at once
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.model import Expiry, Finding


class EngineError(Exception):
    """What the engine refuses to do."""


class NotFound(EngineError):
    """There is no such thing, or this actor may not know that there is."""


class NotAllowed(EngineError):
    """It exists, but the lane, the role or the law says no."""


class Unwelcome(NotAllowed):
    """A provider knows somebody, and nothing of what it says leads in here; carries why."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Conflict(EngineError):
    """Somebody was here first; the message says who and when, in Swedish."""


class Stale(Conflict):
    """The process instance was saved by somebody else since it was read."""


class Outdated(Conflict):
    """A draft was saved from another page since this one was shown; nothing was overwritten."""


class Overtaken(Conflict):
    """Somebody else has saved the same file; nothing was overwritten, and theirs comes along."""

    def __init__(
        self, message: str, content: str | None, digest: str | None, author: str | None,
        at: datetime | None,
    ) -> None:  # fmt: skip
        super().__init__(message)
        self.content, self.digest, self.author, self.at = content, digest, author, at


class InvalidAnswers(EngineError):
    """The answers of a form do not hold: one Swedish sentence per field key."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("; ".join(problems.values()))
        self.problems = dict(problems)


class NoGround(InvalidAnswers):
    """A hand-over to another agency has no legal ground; it tells which one was stopped."""

    def __init__(self, problems: Mapping[str, str], handover: str, name: str) -> None:
        super().__init__(problems)
        self.handover, self.name = handover, name


class Expiring(EngineError):
    """The answers tell of a time that has already run out; nothing is saved until confirmed."""

    def __init__(self, expiries: Sequence[Expiry]) -> None:
        super().__init__("; ".join(f"{each.effect} ({each.law})" for each in expiries))
        self.expiries = tuple(expiries)


NO_PROCESS, GONE, STUCK, BROKEN = "no_process", "gone", "stuck", "broken"
"""Why a case cannot be moved: its process is gone, its place is, it would never end, it fails."""


class Immovable(EngineError):
    """A running case cannot go on on another version of the processes."""

    def __init__(self, why: str, element: str = "") -> None:
        super().__init__(f"{why} {element}".strip())
        self.why, self.element = why, element


class Unreadable(EngineError):
    """A saved workflow state cannot be read; the log can make it anew."""


class Erased(EngineError):
    """The contents of a compartment are erased (gallring); what happened stays in the log."""


class Deviation(EngineError):
    """A saved case is not what its log leads to; said for each process of it."""


class Tampered(EngineError):
    """An entry of the log was changed, removed or put in, or an anchor does not fit it."""


class Unsafe(EngineError):
    """The settings would put what is secret at risk; it names all of them, in Swedish."""

    def __init__(self, heading: str, found: Sequence[str]) -> None:
        super().__init__("\n  – ".join((heading, *found)))
        self.found = tuple(found)


class Unrestorable(EngineError):
    """A copy cannot be made, or cannot be put back here; nothing was changed."""


class Unavailable(EngineError):
    """The database does not answer, or its disk is full; nothing was written."""


class Uncertain(Unavailable):
    """The database went away as it was told to commit; a command with an id may be asked again."""


class Undeliverable(EngineError):
    """An e-mail was refused for good; what passes is raised as whatever it is."""


class ModelError(EngineError):
    """One or more files of the process set are wrong."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = tuple(findings)
