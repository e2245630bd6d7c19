"""Rows with timers in them, for the tests of what time does."""

from engine.casework import MAIN
from engine.model import Instance
from tests.conftest import MONDAY
from tests.engine.fakes import MemoryStore
from tests.engine.rowed import Rows

ROWS = {
    MAIN: ("timer gatt_ut", "send hej", "task socialtjansten folj_upp"),
    "kedja": ("timer en", "timer tva", "end A1"),
    "paminns": ("task socialtjansten skriv",),
}


def run(store: MemoryStore, process: str) -> Instance:
    """Start a process in case "c" of the store."""
    instance = Rows(ROWS).start(Instance("i", "c", process, "v1"), MONDAY).instance
    store.kept.instances["i"] = instance
    return instance
