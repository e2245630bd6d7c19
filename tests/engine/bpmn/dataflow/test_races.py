"""Which elements set the same variable in any order."""

from engine.bpmn.dataflow.proof import shown_races
from engine.bpmn.dataflow.races import Race
from tests.engine.bpmn.dataflow.small import asks, form, question, whole
from tests.engine.bpmn.samples import END, START, extras, node
from tests.engine.bpmn.soundness.played import BLOCK, JOIN, SPLIT, A, B, late

MER = form(question("mer"))
READ = (
    "start -> s\ns -> a\ns -> b\na -> j\nb -> j\nj -> x\n"
    "x -> stop : val == 'ja' and mer == 'ja'\nx -> end : default"
)
GATES = [SPLIT, JOIN, node("exclusiveGateway", "x")]
STOP = END.replace('"end"', '"stop"')


def found(nodes: list[str], flows: str, more: dict[str, str] | None = None) -> list[Race]:
    known = whole(nodes, flows, more)
    return [shown.what for shown in shown_races(known, known.processes.diagrams["p"])
            if isinstance(shown.what, Race)]  # fmt: skip


def sets(id_: str, value: str) -> str:
    """Return an event that says what it sets."""
    return node("intermediateThrowEvent", id_, extras({"satter": f"mer={value}"}))


def test_two_tasks_of_two_branches_that_ask_the_same_do() -> None:
    assert found([START, *GATES, A, B, END, STOP], READ) == [Race("a", "b", ("val",))]
    assert found([START, *GATES, A, asks("b"), END, STOP], READ, MER) == []
    assert found([START, A, B, END], "start -> a\na -> b\nb -> end") == []


def test_what_nothing_reads_later_may_be_either() -> None:
    assert found([START, SPLIT, A, B, JOIN, END], BLOCK) == []


def test_two_events_that_say_the_same_do_not() -> None:
    def told(one: str, other: str) -> list[Race]:
        return found([START, *GATES, sets("a", one), sets("b", other), END, STOP], READ)

    assert told("ja", "ja") == []
    assert told("ja", "nej") == [Race("a", "b", ("mer",))]


def test_an_event_on_a_task_that_is_done_cannot_come_any_more() -> None:
    says = extras({"satter": "val=ja"})
    reminds = late("t", "a", cancelActivity="false").replace("{flows}", says + "{flows}")
    flows = "start -> a\na -> b\nb -> end\nt -> stop"
    nodes = [START, A, B, END, STOP, reminds]

    assert found(nodes, flows) == []


def test_branches_of_which_only_one_is_ever_gone_do_not() -> None:
    flows = (
        "start -> u\nu -> s\ns -> x\ns -> y\nx -> a : mer == 'ja'\nx -> m : default\na -> m\n"
        "y -> b : {} == 'nej'\ny -> n : default\nb -> n\nm -> j\nn -> j\nj -> z\n"
        "z -> end : val == 'ja'\nz -> stop : default"
    )
    gates = [node("exclusiveGateway", each) for each in "xymnz"]
    nodes = [START, asks("u"), SPLIT, *gates, A, B, JOIN, END, STOP]
    more = MER | form(question("mer"), question("val"))

    assert found(nodes, flows.format("mer"), more) == []
    assert found(nodes, flows.format("val"), more) == [Race("a", "b", ("val",))]
