"""The rules on variables together: when they are asked, and that what ships is right."""

from pathlib import Path

from engine.bpmn.check.data import data_findings
from engine.bpmn.definitions import read_folder, read_process_set
from tests.engine.bpmn.dataflow.small import set_of
from tests.engine.bpmn.samples import END, START, bpmn, files, node
from tests.engine.bpmn.soundness.played import A, B, xor

OTHER = END.replace('"end"', '"other"')
NODES = [START, A, xor("x"), B, END, OTHER]
FLOWS = "start -> a\na -> x\nx -> b : mer == 'ja'\nx -> end : default\nb -> other"


def test_nothing_is_said_of_the_shipped_set(processes_folder: Path) -> None:
    assert data_findings(read_process_set(read_folder(processes_folder))) == []


def test_a_choice_that_counts_on_what_is_unset_is_read_from_the_register() -> None:
    register = {"osatta.toml": '["p.x"]\nmer = "Ingen har svarat: nej."\n'}

    assert [f.rule for f in data_findings(set_of(NODES, FLOWS))] == ["unset"]
    assert data_findings(set_of(NODES, FLOWS, register)) == []
    assert [f.rule for f in data_findings(set_of(NODES, FLOWS, {"osatta.toml": "["}))] == [
        "register"
    ]


def test_nothing_is_said_while_a_diagram_cannot_be_played() -> None:
    assert data_findings(set_of(NODES, FLOWS.replace("-> other", "-> nowhere"))) == []


def test_nothing_is_said_while_processes_call_each_other_in_a_circle() -> None:
    def calling(process: str, called: str) -> str:
        call = node("callActivity", "c", calledElement=called, name="C")
        return bpmn(process, [START, call, END], "start -> c\nc -> end")

    assert data_findings(read_process_set(files(p=calling("p", "q"), q=calling("q", "p")))) == []
