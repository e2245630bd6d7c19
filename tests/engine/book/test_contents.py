"""What the book tells of each process."""

from pathlib import Path

from engine.book.contents import MessageRow, TaskRow, abbreviations, chapters, glossary
from engine.bpmn.definitions import read_folder, read_process_set
from tests.engine.book.small import README, small

PROCESSES = Path(__file__).parents[3] / "processes"


def test_a_chapter_tells_how_the_process_begins_and_what_it_calls() -> None:
    main, called, started, alone = chapters(small())

    assert (main.name, main.begins) == ("Ryggraden", "Börjar när ett ärende öppnas.")
    assert main.calls == (("called", "Anropad"),)
    assert called.begins == "Anropas av Ryggraden."
    assert started.begins == (
        "Börjar av meddelandet ”Hej” från Ryggraden eller som registreras av Socialtjänsten."
    )
    assert alone.begins == ""


def test_a_tasks_limit_in_law_is_kept_apart_from_targets() -> None:
    (group,) = chapters(small())[1].tasks

    assert group.agency == "Polisen"
    assert group.rows == (
        TaskRow("B", "f", "7 dagar (DL-10)", "", "LVU 7 §", "SOC-1, SOC-2"),
    )  # fmt: skip


def test_a_deadline_that_is_used_tells_its_law_and_what_happens() -> None:
    main, called, *_ = chapters(small())
    (row,) = called.deadlines

    assert main.deadlines == ()
    assert (row.id, row.in_law, row.length, row.law) == ("DL-10", True, "7 dagar", "LVU 7 §")
    assert (row.counted_from, row.on_expiry) == ("beslutet", "upphör")


def test_messages_name_their_other_end() -> None:
    main, _, started, _ = chapters(small())

    assert main.messages_out == (MessageRow("Hej", "Meddelande", "Hälsa", "Startad"),)
    assert started.messages_in == (
        MessageRow("Hej", "Meddelande", "", "Ryggraden; registreras av Socialtjänsten"),
    )


def test_the_glossary_and_the_laws_are_read_from_the_text_beside_the_diagrams() -> None:
    assert glossary(README) == [
        {"word": "betänketid", "meaning": "30 dagar att återhämta sig", "law": "UtlL 5:15"},
    ]
    assert abbreviations(README) == [
        {"word": "SoL", "meaning": "socialtjänstlagen (2025:400)"},
        {"word": "UtlL", "meaning": "utlänningslagen (2005:716)"},
        {"word": "RB", "meaning": "rättegångsbalken"},
    ]
    assert glossary("") == abbreviations("") == []


def test_every_task_of_the_real_processes_is_told_once() -> None:
    processes = read_process_set(read_folder(PROCESSES))
    told = sorted(
        (chapter.id, row.name)
        for chapter in chapters(processes)
        for group in chapter.tasks
        for row in group.rows
    )

    assert told == sorted(
        (process, task.name)
        for process, diagram in processes.diagrams.items()
        for task in diagram.of_kind("userTask")
    )
    readme = (PROCESSES / "README.md").read_text(encoding="utf-8")
    assert len(glossary(readme)) > 10
    assert len(abbreviations(readme)) > 4
