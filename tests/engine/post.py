"""A case in a store in dictionaries, and what is on its way in it."""

from engine.casework import MAIN
from engine.messages import Messages
from engine.model import Case, Instance, Message
from tests.conftest import MONDAY, MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.rowed import Rows

ROWS = {
    MAIN: ("task socialtjansten anmal", "end A1"),
    "lyssnar": ("wait hej", "task polisen svara"),
    "avbryts": ("wait slut",),
    "startas": ("task polisen utred",),
    "svarar": ("wait hej", "send slut"),
    "slutar": ("wait hej", "end A2"),
}


class Post:
    """A case in a store in dictionaries, and what is on its way in it."""

    def __init__(self, store: MemoryStore, clock: MovedClock, **starts: str) -> None:
        self.store = store
        self.rows = Rows(ROWS, **starts)
        self.messages = Messages(store, self.rows, clock)
        store.kept.cases["c"] = Case("c", "2026-00001", "v1", MONDAY, "socialtjansten")
        self.run(MAIN)

    def run(self, process: str, name: str = "", **variables: str) -> None:
        new = Instance(name or process, "c", process, "v1", variables=variables)
        self.store.kept.instances[new.id] = self.rows.start(new, MONDAY).instance

    def send(self, name: str, kind: str = "meddelande", **payload: str) -> None:
        number = len(self.store.kept.outbox)
        self.store.kept.outbox.append(Message(f"m{number}", "c", name, kind, payload))

    def pending(self) -> list[str]:
        return [message.name for message in self.store.kept.outbox]

    def tasks(self) -> list[str]:
        instances = self.store.kept.instances.values()
        return [task.name for instance in instances for task in instance.tasks]
