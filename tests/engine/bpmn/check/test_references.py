"""References that lead nowhere: each broken once."""

import pytest

from engine.bpmn.check import findings
from tests.engine.bpmn.rules import dmn
from tests.engine.bpmn.samples import (
    END,
    START,
    bpmn,
    files,
    found,
    message,
    node,
    rule,
    said,
    timer,
    user,
)


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
        ({"godkannande": "kung"}, "Socialtjänsten har ingen roll kung"),
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


def test_messages_must_be_registered_and_of_the_right_kind() -> None:
    throw = node("intermediateThrowEvent", "x", message("message", "hej"))
    text = bpmn("p", [START, throw, END], "start -> x\nx -> end")

    assert found(text) == []
    assert "finns inte i registret över meddelanden" in said(
        text.replace('name="hej"', 'name="ho"')
    )
    assert "slut är inte ett meddelande" in said(text.replace('name="hej"', 'name="slut"'))


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


def asking(decision: str, *tables: str) -> str:
    """Return what is said of a process that asks a table, with these tables in the set."""
    text = bpmn("p", [START, rule("r", decision), END], "start -> r\nr -> end")
    named = {f"b{n or ''}": table for n, table in enumerate(tables)}
    told = (f for f in findings(files(p=text, **named)) if f.rule != "not-drawn")
    return "\n".join(map(str, told))


def test_a_rule_task_asks_a_table_that_exists() -> None:
    assert asking("b", dmn("val => mer", '- => "ja"')) == ""
    assert "p.bpmn#r: beslutstabellen c finns inte" in asking("c")
    assert "regeluppgiften saknar beslutstabell (skydd.beslut)" in asking("")


@pytest.mark.parametrize("policy", ["COLLECT", "RULE ORDER"])
def test_a_rule_task_may_not_ask_a_table_that_gives_a_list(policy: str) -> None:
    told = asking("b", dmn("val => mer", '- => "ja"', policy))

    assert f"b ger en lista ({policy}), en variabel har bara en kod" in told


@pytest.mark.parametrize("head", ['x("a") => mer', 'val => x("a")'])
def test_a_rule_task_may_not_ask_a_table_of_other_things_than_variables(head: str) -> None:
    told = asking("b", dmn(head, '- => "ja"' if head.endswith("mer") else '- => "a"'))

    assert "b har x, som inte är en vägvalsvariabel" in told


def test_only_a_rule_task_asks_a_table() -> None:
    told = said(bpmn("p", [START, user("a", beslut="b"), END], "start -> a\na -> end"))

    assert "egenskapen skydd.beslut hör inte hemma på ett element av slaget userTask" in told
