"""What is certain in a set of processes that call each other and send messages."""

from engine.bpmn.dataflow.whole import Whole
from engine.bpmn.definitions import MAIN, ProcessSet, read_process_set
from tests.engine.bpmn.dataflow.small import asks, certain, form, question
from tests.engine.bpmn.samples import END, START, bpmn, files, message, node
from tests.engine.bpmn.soundness.played import A, B, xor

CALL = node("callActivity", "c", calledElement="q", name="C")
SENDS = node("intermediateThrowEvent", "s", message("message", "hej"))
BY_MESSAGE = node("startEvent", "start", message("message", "hej"))


def read(more: dict[str, str] | None = None, **texts: str) -> ProcessSet:
    return read_process_set(files(**texts) | (more or {}))


def one(process: str, nodes: list[str], flows: str) -> str:
    return bpmn(process, nodes, flows)


def test_what_is_called_begins_with_what_every_caller_has_set() -> None:
    inside = one("q", [START, B, END], "start -> b\nb -> end")
    after = one("p", [START, A, CALL, END], "start -> a\na -> c\nc -> end")
    at_once = one("r", [START, CALL, END], "start -> c\nc -> end")

    assert certain(Whole(read(p=after, q=inside)), "b", "q") == {"val"}
    assert certain(Whole(read(p=after, q=inside, r=at_once)), "b", "q") == set()


def test_a_call_has_set_what_every_end_of_it_is_sure_of() -> None:
    more = form(question("mer"))
    inside = one("q", [START, asks("u"), END], "start -> u\nu -> end")
    caller = one("p", [START, CALL, B, END], "start -> c\nc -> b\nb -> end")

    assert certain(Whole(read(more, p=caller, q=inside)), "b") == {"mer"}


def test_an_end_that_says_how_it_went_is_understood_by_the_caller() -> None:
    done = END.replace('id="end"', 'id="done"').replace("{flows}", SAID.format("ja") + "{flows}")
    not_done = END.replace("{flows}", SAID.format("nej") + "{flows}")
    flows = "start -> x\nx -> a : dag == '2026-01-01'\nx -> end : default\na -> done"
    inside = one("q", [BEGUN, xor("x"), A, done, not_done], flows)
    chosen = "start -> c\nc -> x\nx -> b : mer == 'ja'\nx -> end : default\nb -> other"
    other = END.replace('"end"', '"other"')
    caller = one("p", [BEGUN, CALL, xor("x"), B, END, other], chosen)
    known = Whole(read({"meddelanden.toml": WITH_DAY}, p=caller, q=inside))

    assert certain(known, "x") >= {"mer"}
    assert "val" not in certain(known, "x")
    assert "val" in certain(known, "b")


SAID = (
    "<bpmn:extensionElements><spiffworkflow:properties>"
    '<spiffworkflow:property name="skydd.satter" value="mer={}" />'
    "</spiffworkflow:properties></bpmn:extensionElements>"
)
BEGUN = START
WITH_DAY = files()["meddelanden.toml"].replace("falt = []", 'falt = ["dag"]\ntill_alla = true')


def test_two_calls_of_one_process_are_each_told_all_that_either_may_bring() -> None:
    first = CALL.replace('"c"', '"c1"')
    inside = one("q", [START, xor("x"), A, xor("m"), END], INSIDE)
    flows = "start -> b\nb -> c\nc -> d\nd -> c1\nc1 -> end"
    known = Whole(read(p=one("p", [START, B, CALL, asks("d", "f"), first, END], flows), q=inside))

    assert certain(known, "end") == {"val"}
    assert certain(known, "x", "q") == {"val"}


INSIDE = "start -> x\nx -> a : val == 'ja'\nx -> m : default\na -> m\nm -> end"


def test_a_message_takes_with_it_what_its_sender_has_set() -> None:
    started = one("q", [BY_MESSAGE, B, END], "start -> b\nb -> end")
    late = one("p", [START, A, SENDS, END], "start -> a\na -> s\ns -> end")
    early = one("p", [START, SENDS, A, END], "start -> s\ns -> a\na -> end")

    assert certain(Whole(read(p=late, q=started)), "b", "q") == {"val"}
    assert certain(Whole(read(p=early, q=started)), "b", "q") == set()


def test_a_message_that_only_people_register_is_taken_to_have_its_fields() -> None:
    started = one("q", [BY_MESSAGE, B, END], "start -> b\nb -> end")

    assert certain(Whole(read(q=started)), "b", "q") == {"val"}


def test_a_case_is_opened_with_who_noticed() -> None:
    text = one(MAIN, [START, B, END], "start -> b\nb -> end")
    variables = files()["variabler.toml"].replace("[mer]", "[kalla]")
    known = Whole(read({"variabler.toml": variables}, **{MAIN: text}))

    assert certain(known, "b", MAIN) == {"kalla"}


def test_who_begins_a_process_without_a_variable_is_known() -> None:
    inside = one("q", [START, B, END], "start -> b\nb -> end")
    known = Whole(read(p=one("p", [START, CALL, END], "start -> c\nc -> end"), q=inside))

    assert [(of.process, id_) for of, id_ in known.without("q", "val")] == [("p", "c")]
    assert known.without("p", "val") == []
