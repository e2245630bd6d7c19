"""A case as moments that can be played: what stood where, who, and was the time kept."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from engine.audit.history import Telling
from engine.audit.moments import Change, History, Sight
from engine.registers import read_registers
from engine.timeline import Timeline
from tests.conftest import MONDAY
from tests.engine.db.small import FILES

TIMELINE = Timeline(read_registers(FILES))


class Models:
    """`p` calls `q` in its element `ca`."""

    def places(self, version: str, process: str, path: str) -> Iterator[tuple[str, str]]:
        for element in path.partition("#")[0].split("/"):
            yield process, element
            process = "q" if element == "ca" else process

    def process_name(self, version: str, process: str) -> str:
        return f"Processen {process}"

    def law(self, version: str, process: str, element: str) -> tuple[str, ...]:
        return (f"SoL {element}",)


def row(sequence: int, kind: str, path: str | None, task: str = "t", **facts: Any) -> Any:
    details = {"path": path, "name": (path or "").rpartition("/")[2].upper()} | facts
    at = MONDAY + timedelta(hours=sequence)
    return {"sequence": sequence, "kind": kind, "at": at, "person": None, "agency": "soc",
            "task_id": task, "instance_id": "i", "details": details}  # fmt: skip


def history(*known: Any, whole: tuple[tuple[int, str | None], ...] = ()) -> History:
    return Telling(TIMELINE, Models(), {"i": ("1-version", "p")}).history(known, whole)


def test_a_step_is_current_then_done_and_a_withdrawn_one_leaves_no_mark() -> None:
    told = history(
        row(1, "task_opened", "a", "1"), row(2, "task_opened", "b", "2"),
        row(3, "task_completed", "a", "1"), row(4, "task_withdrawn", "b", "2"),
    )  # fmt: skip
    (drawing,) = told.drawings

    assert (drawing.name, drawing.version) == ("Processen p", "1-version")
    assert [told.marks(number, drawing.id) for number in range(5)] == [
        {}, {"a": "current"}, {"a": "current", "b": "current"},
        {"b": "current", "a": "done"}, {"a": "done"},
    ]  # fmt: skip


def test_a_call_is_current_for_as_long_as_a_step_in_it_is() -> None:
    told = history(
        row(1, "task_opened", "ca/a", "1"), row(2, "task_opened", "ca/b", "2"),
        row(3, "task_completed", "ca/a", "1"), row(4, "task_completed", "ca/b", "2"),
    )  # fmt: skip
    outer, inner = (drawing.id for drawing in told.drawings)

    assert told.marks(3, outer) == {"ca": "current"}
    assert told.marks(3, inner) == {"b": "current", "a": "done"}
    assert told.marks(4, outer) == {"ca": "done"}


def test_a_loop_is_told_as_visits_of_their_own() -> None:
    told = history(
        row(1, "task_opened", "a#1"), row(2, "task_completed", "a#1"), row(3, "task_opened", "a#2")
    )

    visits = [change.visit for moment in told.moments for change in moment.changes]
    assert visits == [1, 1, 2]


def test_a_step_stands_on_the_drawing_of_the_version_it_was_done_in() -> None:
    told = history(row(1, "task_opened", "a"), row(2, "task_completed", "a", version="2-version"))

    assert [drawing.version for drawing in told.drawings] == ["1-version", "2-version"]
    old, new = (drawing.id for drawing in told.drawings)
    assert told.moments[1].changes == (Change(old, "a", "gone", 1), Change(new, "a", "done", 1))
    assert (told.marks(2, old), told.marks(2, new)) == ({}, {"a": "done"})


def test_what_follows_a_move_stands_on_the_drawing_of_the_new_version() -> None:
    moved = row(2, "case_moved", None, instances=["i"], version="2-version")
    told = history(row(1, "task_opened", "a"), moved, row(3, "task_opened", "b", "2"),
                   row(4, "task_completed", "a"))  # fmt: skip

    old, new = (drawing.id for drawing in told.drawings)
    assert told.marks(3, new) == {"b": "current"}
    assert told.moments[3].changes == (Change(old, "a", "gone", 1), Change(new, "a", "done", 1))


def test_a_time_limit_was_kept_or_missed() -> None:
    due = (MONDAY + timedelta(hours=2)).isoformat()
    told = history(
        row(1, "task_completed", "a", due_at=due), row(2, "task_completed", "a", due_at=due),
        row(3, "task_withdrawn", "a", due_at=due), row(4, "task_completed", "a"),
    )  # fmt: skip

    assert [moment.deadline for moment in told.moments] == ["hallen", "hallen", "missad", None]


def test_what_the_agency_could_see_grows_with_the_moments() -> None:
    told = history(
        row(1, "task_opened", "a", "1"),
        row(2, "received", None, name="Oro", sender="polis", ground="28"),
        row(3, "task_completed", "a", "1"), row(4, "task_opened", "b", "2"),
        row(5, "task_withdrawn", "b", "2"),
    )  # fmt: skip

    assert told.sight(0) == Sight()
    assert told.sight(2) == Sight(("A",), (), ("Oro",))
    assert told.sight(4) == Sight(("B",), ("A",), ("Oro",))
    assert told.sight(5) == Sight((), ("A",), ("Oro",))


def test_a_moment_says_what_and_by_which_law_and_other_entries_change_nothing() -> None:
    first, second = history(row(1, "task_opened", "a"), row(2, "strange", None)).moments

    assert (first.title, first.by, first.law) == ("Ny uppgift: A", "Systemet", ("SoL a",))
    assert (second.title, second.law, second.changes) == ("Händelse i loggen", (), ())


def test_moments_are_counted_so_that_no_gap_tells_of_others() -> None:
    told = history(row(3, "task_opened", "a"), row(9, "task_completed", "a"))

    assert [moment.number for moment in told.moments] == [1, 2]


def test_whoever_reviews_is_shown_that_there_are_other_entries_and_by_a_letter_whose() -> None:
    whole = ((1, "polis"), (2, None), (3, "soc"), (4, "vard"), (5, "polis"))
    told = history(row(3, "task_opened", "a"), whole=whole)

    assert [(m.number, m.by, m.known, m.at is None) for m in told.moments] == [
        (1, "Aktör A", False, True), (2, "Systemet", False, True), (3, "Systemet", True, False),
        (4, "Aktör B", False, True), (5, "Aktör A", False, True),
    ]  # fmt: skip


def test_more_actors_than_letters_go_on_by_numbers() -> None:
    told = history(whole=tuple((number, f"a{number}") for number in range(28)))

    assert [moment.by for moment in told.moments[25:]] == ["Aktör Z", "Aktör 27", "Aktör 28"]
