"""Readings and the marking of a case, for the fake engine: kept, and nothing more."""

from dataclasses import dataclass, field

from engine.model import Actor
from engine.secrecy.protected import MARKINGS, Marking


@dataclass
class FakeTrail:
    """Remembers what was noted."""

    kept: list[str] = field(default_factory=list)

    def note(self, kind: str, *_: object, **__: object) -> None:
        self.kept.append(kind)


@dataclass
class FakeReadings:
    """Remembers what was read; `code` is how every case is marked."""

    kept: list[tuple[str, str, str]] = field(default_factory=list)
    code: str = ""

    def note(self, actor: Actor, case_id: str, what: str) -> None:
        self.kept.append((actor.id, case_id, what))

    def case_of(self, task_id: str) -> str:
        return "c1"

    def marking(self, actor: Actor, case_id: str) -> tuple[str, Marking] | None:
        return (self.code, MARKINGS[self.code]) if self.code else None


class FakeRetained:
    """No case is erased here."""

    def erased(self, actor: Actor, case_id: str) -> None:
        return None
