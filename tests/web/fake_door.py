"""The door of the fake engine: everybody has the same password, and nobody is put out by time."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from engine.entrance.account import Account, Source
from engine.entrance.ownaccount import WRONG_CODE
from engine.entrance.sittings import Present, Sitting, Way
from engine.model import Actor
from tests.conftest import MONDAY

PASSWORD = "skydd"  # noqa: S105
HALF_A_DAY = 12 * 3600


@dataclass
class FakeDoor:
    people: Sequence[Actor]
    agencies: dict[str, str]
    open_: dict[str, Sitting] = field(default_factory=dict)
    longest: int = 2 * HALF_A_DAY
    """How many seconds everybody may stay at all."""

    def sign_in(self, name: str, password: str) -> Actor | None:
        found = next((each for each in self.people if each.id == name), None)
        return found if password == PASSWORD else None

    def open(self, person: Actor, way: Way, browser: str) -> str:
        token = f"token-{len(self.open_)}-{person.id}"
        self.open_[token] = Sitting(token, person.id, MONDAY, MONDAY, browser, way)
        return token

    def reader(self, token: str, *, counts: bool = True) -> Present | None:
        sitting = self.open_.get(token)
        if sitting is None:
            return None
        person = next(each for each in self.people if each.id == sitting.person)
        return Present(person, self.agencies[person.agency], token, sitting.way, False, False,
                       HALF_A_DAY, self.longest)  # fmt: skip

    def sittings(self, person: str) -> Sequence[Sitting]:
        return [each for each in self.open_.values() if each.person == person]

    def end(self, person: str, *, only: str | None = None, but: str | None = None) -> int:
        ended = [each.id for each in self.sittings(person)
                 if only in (None, each.id) and each.id != but]  # fmt: skip
        for each in ended:
            del self.open_[each]
        return len(ended)

    def showed_both(self, sitting: str) -> None:
        self.open_[sitting] = replace(self.open_[sitting], way=Way.BOTH)

    def demo_people(self) -> Sequence[Actor]:
        return self.people


@dataclass
class FakeOwnAccount:
    factors: dict[str, str] = field(default_factory=dict)
    """Whoever has an authenticator, and the one code that it shows."""

    def has_factor(self, actor: Actor) -> bool:
        return actor.id in self.factors

    def codes_left(self, actor: Actor) -> int:
        return 10

    def code_problem(self, person: str, code: str) -> str | None:
        return None if self.factors.get(person) == code else WRONG_CODE


@dataclass
class FakeAdministering:
    engine: Any

    def accounts(self, by: Actor) -> Sequence[Account]:
        return [Account(each, Source.DEMO) for each in self.engine.people()]
