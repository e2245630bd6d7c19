"""Every rule of `skydd check`, each broken once."""

import pytest

from engine.bpmn.check import findings
from engine.model import Finding
from tests.engine.bpmn.samples import (
    REGISTERS,
    bpmn,
    drawn,
    files,
    message,
    node,
    straight,
    timer,
    user,
)

START, END = node("startEvent", "start"), node("endEvent", "end")
CHOICE = "gw -> a : val == 'ja'\ngw -> b : default\na -> gw2\nb -> gw2\ngw2 -> end"


def found(text: str, process: str = "p") -> list[Finding]:
    """Return the findings; that the sample is not drawn is not one of them here."""
    everything = findings(files(**{process: text}))
    return [finding for finding in everything if finding.rule != "not-drawn"]


def said(text: str, process: str = "p") -> str:
    return "\n".join(map(str, found(text, process)))


def choice(first: str, second: str = "default") -> str:
    nodes = [START, user("q"), node("exclusiveGateway", "gw"), user("a"), user("b"),
             node("exclusiveGateway", "gw2"), END]  # fmt: skip
    flows = f"start -> q\nq -> gw\ngw -> a : {first}\ngw -> b : {second}\n"
    flows += "a -> gw2\nb -> gw2\ngw2 -> end"
    return bpmn("p", nodes, flows)


def test_a_right_and_drawn_process_has_no_findings() -> None:
    assert findings(files(p=drawn(straight("a", "b")))) == []
    assert "not-drawn" in {finding.rule for finding in findings(files(p=straight("a")))}


def test_a_right_choice_has_no_findings() -> None:
    assert found(choice("val == 'ja'")) == []


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("__import__('os').system('true') == 0", "otillåtet i ett villkor"),
        ("vla == 'ja'", "okänd variabel vla; menade du val?"),
        ("val == 'jo'", "variabeln val har inget värde 'jo'"),
        ("", "villkoret är tomt"),
    ],
)
def test_a_condition_outside_the_language_is_found(condition: str, message: str) -> None:
    text = choice(condition or " ").replace("<bpmn:conditionExpression />", "")

    assert message in said(text) or "villkoret saknas" in said(text)


def test_two_conditions_that_can_both_hold_are_found_with_an_example() -> None:
    nodes = [START, user("q"), node("exclusiveGateway", "gw"), user("a"), user("b"), user("c"),
             node("exclusiveGateway", "gw2"), END]  # fmt: skip
    flows = (
        "start -> q\nq -> gw\ngw -> a : val == 'ja'\ngw -> b : mer == 'ja'\ngw -> c : default\n"
        "a -> gw2\nb -> gw2\nc -> gw2\ngw2 -> end"
    )

    assert "gäller båda när mer är ja och val är ja" in said(bpmn("p", nodes, flows))


def test_a_choice_without_a_default_is_found() -> None:
    assert "saknar standardflöde" in said(choice("val == 'ja'", "val == 'nej'"))


@pytest.mark.parametrize(
    ("element", "message"),
    [
        ('<bpmn:scriptTask id="x"><bpmn:script>1</bpmn:script></bpmn:scriptTask>', "scriptTask"),
        ('<bpmn:serviceTask id="x" />', "serviceTask"),
        ('<bpmn:subProcess id="x" />', "subProcess"),
        ('<bpmn:inclusiveGateway id="x" />', "inclusiveGateway"),
        ('<bpmn:complexGateway id="x" />', "complexGateway"),
        ('<bpmn:dataStoreReference id="x" />', "dataStoreReference"),
        ('<bpmn:businessRuleTask id="x" />', "businessRuleTask"),
        ('<bpmn:sendTask id="x" />', "sendTask"),
        ('<bpmn:transaction id="x" />', "transaction"),
        ('<bpmn:sequenceflow id="x" />', "sequenceflow"),
    ],
)
def test_an_element_that_is_not_on_the_list_is_refused(element: str, message: str) -> None:
    text = straight("a").replace("</bpmn:process>", f"{element}</bpmn:process>")

    assert f"elementet {message} stöds inte" in said(text)


@pytest.mark.parametrize(
    "inside",
    [
        "<spiffworkflow:preScript>x = 1</spiffworkflow:preScript>",
        "<spiffworkflow:postScript>x = 1</spiffworkflow:postScript>",
        "<spiffworkflow:serviceTaskOperator />",
        "<spiffworkflow:messagePayload>open('x')</spiffworkflow:messagePayload>",
    ],
)
def test_code_in_extensions_is_refused(inside: str) -> None:
    text = straight("a").replace("<bpmn:extensionElements>", f"<bpmn:extensionElements>{inside}", 1)

    assert "tillåts inte" in said(text)


def test_multi_instance_and_compensation_are_refused() -> None:
    loop = "<bpmn:multiInstanceLoopCharacteristics />"

    assert "multiInstanceLoopCharacteristics stöds inte" in said(
        straight("a").replace("</bpmn:userTask>", f"{loop}</bpmn:userTask>")
    )
    assert "kompensation stöds inte" in said(
        straight("a").replace('name="A"', 'name="A" isForCompensation="true"')
    )


@pytest.mark.parametrize(
    ("definition", "tag"),
    [
        ("<bpmn:linkEventDefinition />", "intermediateThrowEvent"),
        ("<bpmn:compensateEventDefinition />", "intermediateThrowEvent"),
        ("<bpmn:escalationEventDefinition />", "intermediateThrowEvent"),
        ("<bpmn:conditionalEventDefinition />", "intermediateCatchEvent"),
    ],
)
def test_events_that_would_run_otherwise_than_drawn_are_refused(definition: str, tag: str) -> None:
    nodes = [START, node(tag, "x", definition), END]

    assert "stöds inte" in said(bpmn("p", nodes, "start -> x\nx -> end"))


def test_a_signal_end_event_is_refused_because_nothing_would_be_sent() -> None:
    nodes = [START, node("endEvent", "end", message("signal", "slut"))]

    assert "får inte ha utlösaren signal" in said(bpmn("p", nodes, "start -> end"))


def test_a_cycle_timer_is_refused() -> None:
    nodes = [START, node("intermediateCatchEvent", "x", timer("R/P7D", "timeCycle")), END]

    assert "timeCycle stöds inte" in said(bpmn("p", nodes, "start -> x\nx -> end"))


@pytest.mark.parametrize("text", ['"P7D"', "-P7D", "P", "", "P1Y2M", "1 vecka", "__import__('os')"])
def test_a_timer_that_is_not_plain_iso_is_found(text: str) -> None:
    nodes = [START, node("intermediateCatchEvent", "x", timer(text)), END]

    assert "[timer]" in said(bpmn("p", nodes, "start -> x\nx -> end"))


def test_a_date_timer_must_name_a_date_variable() -> None:
    nodes = [START, node("intermediateCatchEvent", "x", timer("val", "timeDate")), END]

    assert "timeDate ska vara namnet på en datumvariabel" in said(
        bpmn("p", nodes, "start -> x\nx -> end")
    )


def test_a_length_that_is_not_the_deadlines_is_found() -> None:
    boundary = node("boundaryEvent", "t", timer("P8D"), attachedToRef="a").replace(
        "{flows}", '<bpmn:extensionElements><spiffworkflow:properties><spiffworkflow:property '
        'name="skydd.frist" value="DL-10" /></spiffworkflow:properties>'
        "</bpmn:extensionElements>{flows}",
    )  # fmt: skip
    nodes = [START, user("a"), boundary, END, node("endEvent", "late")]

    assert "längden P8D är inte fristens längd P7D" in said(
        bpmn("p", nodes, "start -> a\na -> end\nt -> late")
    )


@pytest.mark.parametrize(
    ("properties", "message"),
    [
        ({"form": "saknas"}, "formuläret saknas finns inte"),
        ({"form": ""}, "uppgiften saknar formulär"),
        ({"frist": "DL-99"}, "fristen DL-99 finns inte"),
        ({"fran": "val"}, "skydd.fran ska vara en datumvariabel"),
        ({"roll": "kung"}, "Socialtjänsten har ingen roll kung"),
        ({"farg": "röd"}, "egenskapen skydd.farg hör inte hemma"),
        ({"satter": "val=ja"}, "egenskapen skydd.satter hör inte hemma"),
    ],
)
def test_a_setting_that_leads_nowhere_is_found(properties: dict[str, str], message: str) -> None:
    nodes = [START, user("a", **properties), END]

    assert message in said(bpmn("p", nodes, "start -> a\na -> end"))


def test_an_end_may_only_set_a_value_that_exists() -> None:
    end = node("endEvent", "end").replace(
        "{flows}", '<bpmn:extensionElements><spiffworkflow:properties><spiffworkflow:property '
        'name="skydd.satter" value="val=jo vikt=1" /><spiffworkflow:property '
        'name="skydd.slutstatus" value="A77" /></spiffworkflow:properties>'
        "</bpmn:extensionElements>{flows}",
    )  # fmt: skip

    text = said(bpmn("p", [START, end], "start -> end"))

    assert "värdet 'jo' finns inte för variabeln val" in text
    assert "okänd variabel vikt" in text
    assert "okänt sluttillstånd A77" in text


def test_a_lane_must_be_an_agency_of_the_register() -> None:
    text = bpmn("p", [START, user("a"), END], "start -> a\na -> end", lane="tull")

    assert "banan lane_tull finns inte i registret" in said(text)


def test_an_agency_that_does_not_sign_in_has_no_tasks() -> None:
    text = bpmn("p", [START, user("a"), END], "start -> a\na -> end", lane="system")

    assert "loggar inte in" in said(text)


def test_an_element_outside_every_lane_is_found() -> None:
    text = straight("a").replace("<bpmn:flowNodeRef>a</bpmn:flowNodeRef>", "")

    assert "ligger inte i någon bana" in said(text)


def test_messages_must_be_registered_and_of_the_right_kind() -> None:
    throw = node("intermediateThrowEvent", "x", message("message", "hej"))
    text = bpmn("p", [START, throw, END], "start -> x\nx -> end")

    assert found(text) == []
    assert "finns inte i registret över meddelanden" in said(
        text.replace('name="hej"', 'name="ho"')
    )
    assert "slut är inte ett meddelande" in said(text.replace('name="hej"', 'name="slut"'))


def test_the_process_id_is_the_name_of_the_file() -> None:
    assert "det ska vara filens namn" in said(straight("a"), process="q")


def test_two_processes_with_one_id_are_found() -> None:
    both = files(p=straight("a"), q=straight("a"))

    assert "processen p finns redan i p.bpmn" in "\n".join(map(str, findings(both)))


def test_two_processes_in_one_file_are_found() -> None:
    text = straight("a").replace(
        "</bpmn:definitions>", '<bpmn:process id="q" /></bpmn:definitions>'
    )

    assert "filen har 2 processer" in "\n".join(map(str, findings(REGISTERS | {"p.bpmn": text})))


def test_a_double_id_is_found() -> None:
    text = straight("a", "b").replace('id="message_hej"', 'id="a"')

    assert "id:t a finns 2 gånger" in "\n".join(map(str, findings(REGISTERS | {"p.bpmn": text})))


def test_an_implicit_split_and_an_implicit_merge_are_found() -> None:
    nodes = [START, user("a"), user("b"), user("c"), END]
    text = said(bpmn("p", nodes, "start -> a\na -> b\na -> c\nb -> end\nc -> end"))

    assert "a: 2 flöden går ut" in text
    assert "end: 2 flöden går in" in text


def test_an_unreachable_element_and_a_dead_end_are_found() -> None:
    nodes = [START, user("a"), user("b"), user("c"), END]
    text = said(bpmn("p", nodes, "start -> a\na -> end\nb -> c\nc -> b"))

    assert "b: elementet kan inte nås från starten" in text


PARALLEL = [START, node("parallelGateway", "s"), user("a"), user("b")]


def test_a_deadlock_is_found() -> None:
    nodes = [START, node("exclusiveGateway", "x"), user("a"), user("b"),
             node("parallelGateway", "j"), END]  # fmt: skip
    flows = "start -> x\nx -> a : val == 'ja'\nx -> b : default\na -> j\nb -> j\nj -> end"

    assert "processen kan fastna vid j" in said(bpmn("p", nodes, flows))


def test_two_branches_that_meet_without_a_join_are_found() -> None:
    nodes = [*PARALLEL, node("exclusiveGateway", "m"), user("c"), END]
    flows = "start -> s\ns -> a\ns -> b\na -> m\nb -> m\nm -> c\nc -> end"

    assert "två grenar kan mötas vid end" in said(bpmn("p", nodes, flows))


def test_a_join_in_a_loop_is_refused() -> None:
    nodes = [START, node("exclusiveGateway", "m"), node("parallelGateway", "s"), user("a"),
             user("b"), node("parallelGateway", "j"), node("exclusiveGateway", "x"),
             END]  # fmt: skip
    flows = (
        "start -> m\nm -> s\ns -> a\ns -> b\na -> j\nb -> j\nj -> x\n"
        "x -> m : val == 'ja'\nx -> end : default"
    )

    assert "får inte ligga i en slinga" in said(bpmn("p", nodes, flows))


def test_an_event_gateway_leads_to_catching_events_only() -> None:
    nodes = [START, node("eventBasedGateway", "e"), user("a"), user("b"),
             node("exclusiveGateway", "m"), END]  # fmt: skip
    flows = "start -> e\ne -> a\ne -> b\na -> m\nb -> m\nm -> end"

    assert "får bara fångande händelser komma" in said(bpmn("p", nodes, flows))


def test_a_called_process_must_exist_and_not_wait_for_a_message() -> None:
    call = node("callActivity", "c", name="C", calledElement="q")
    caller = bpmn("p", [START, call, END], "start -> c\nc -> end")
    called = bpmn(
        "q", [node("startEvent", "start", message("message", "hej")), END], "start -> end"
    )

    assert "den anropade processen 'q' finns inte" in said(caller)
    both = "\n".join(map(str, findings(files(p=caller, q=called))))
    assert "q startas av ett meddelande och kan inte anropas" in both


def test_a_process_that_calls_itself_is_found() -> None:
    call = node("callActivity", "c", name="C", calledElement="p")

    text = bpmn("p", [START, call, END], "start -> c\nc -> end")

    assert "processen anropar sig själv" in said(text)


def test_all_faults_of_all_files_come_at_once() -> None:
    broken = files(p=straight("a")) | {"q.bpmn": "<x", "forms/g.form": "{", "frister.toml": "["}

    places = {finding.file for finding in findings(broken)}

    assert {"q.bpmn", "forms/g.form", "frister.toml"} <= places
