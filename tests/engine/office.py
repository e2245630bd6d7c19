"""Who works in the unit tests of the verbs, and what they see of the store in dictionaries."""

from engine.model import Actor, Task
from tests.engine.fakes import MemoryStore

ADA = Actor("ada", "Ada Ek", "socialtjansten", frozenset({"handlaggare"}))
SIV = Actor("siv", "Siv Berg", "socialtjansten", frozenset({"handlaggare", "chef"}))
BO = Actor("bo", "Bo Lind", "polisen", frozenset({"handlaggare", "chef"}))
GOOD = {"fara": ["ja"], "skal": ["Såg det själv."]}
ROW = ("task socialtjansten anmal", "send hej", "task socialtjansten avgor chef", "end A1")


def open_task(store: MemoryStore) -> Task:
    """Return the one task that is open."""
    (task,) = [task for instance in store.kept.instances.values() for task in instance.tasks]
    return task


def log(store: MemoryStore) -> list[str]:
    """Return the kinds of the log entries, in order."""
    return [entry.kind for entry in store.kept.log]
