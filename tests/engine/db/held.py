"""One case with one instance, a task and two timers, as nouns."""

from dataclasses import replace

from engine.model import Record, Task, Timer
from tests.conftest import MONDAY

TASK = Task("t", "c", "i", "a#1", "p", "a", "A", "soc", "f", MONDAY)
OTHER = replace(TASK, id="u", path="b#1", element="b", agency="polis")
TIMER = Timer("i", "w#1", MONDAY, "DL-10")
REMINDER = Timer("i", "a#1@P3D", MONDAY, "DL-10", "t")
RECORD = Record("r", "c", "t", "soc", "f", {"skal": "x"}, MONDAY, "ada")
