"""The closed list of what a diagram may contain."""

from engine.bpmn.check.rules.element import element
from tests.engine.bpmn.check.rules.examples import changed, drawn, examples, one
from tests.engine.bpmn.samples import END, START, files, message, node, straight, timer, user

STRAIGHT = files(p=straight("a"))
FOREIGN = {
    "scriptTask": '<bpmn:scriptTask id="x"><bpmn:script>1</bpmn:script></bpmn:scriptTask>',
    **{name: f'<bpmn:{name} id="x" />' for name in (
        "serviceTask", "subProcess", "inclusiveGateway", "complexGateway", "dataStoreReference",
        "sendTask", "transaction", "sequenceflow",
    )},
}  # fmt: skip
CODE = {
    "a script before": "<spiffworkflow:preScript>x = 1</spiffworkflow:preScript>",
    "a script after": "<spiffworkflow:postScript>x = 1</spiffworkflow:postScript>",
    "a service": "<spiffworkflow:serviceTaskOperator />",
    "a payload": "<spiffworkflow:messagePayload>open('x')</spiffworkflow:messagePayload>",
}
OTHERWISE = {  # events that would run otherwise than they are drawn
    "linkEventDefinition": "intermediateThrowEvent",
    "compensateEventDefinition": "intermediateThrowEvent",
    "escalationEventDefinition": "intermediateThrowEvent",
    "conditionalEventDefinition": "intermediateCatchEvent",
}
LOOP = "<bpmn:multiInstanceLoopCharacteristics />"
CHOICE = drawn(
    [START, user("q"), node("exclusiveGateway", "x"), END, node("endEvent", "no")],
    "start -> q\nq -> x\nx -> end : val == 'ja'\nx -> no : default",
)

VALID = {
    "tasks in a row": STRAIGHT,
    "an event between": one(node("intermediateCatchEvent", "x", message("message", "hej"))),
    "a condition": CHOICE,
}
INVALID = {
    **{
        name: (changed(STRAIGHT, "</bpmn:process>", f"{text}</bpmn:process>"),
               f"elementet {name} stöds inte")
        for name, text in FOREIGN.items()
    },
    **{
        name: (changed(STRAIGHT, "<bpmn:extensionElements>", f"<bpmn:extensionElements>{inside}"),
               "tillåts inte")
        for name, inside in CODE.items()
    },
    **{
        name: (one(node(tag, "x", f"<bpmn:{name} />")), f"elementet {name} stöds inte")
        for name, tag in OTHERWISE.items()
    },
    "a task for each of a list": (
        changed(STRAIGHT, "</bpmn:userTask>", f"{LOOP}</bpmn:userTask>"),
        "multiInstanceLoopCharacteristics stöds inte",
    ),
    "compensation": (
        changed(STRAIGHT, 'name="A"', 'name="A" isForCompensation="true"'),
        "p.bpmn#a: kompensation stöds inte",
    ),
    "a timer that goes round": (
        one(node("intermediateCatchEvent", "x", timer("R/P7D", "timeCycle"))),
        "timeCycle stöds inte",
    ),
    "a condition in a language of its own": (
        changed(CHOICE, "<bpmn:conditionExpression", '<bpmn:conditionExpression language="python"'),
        "p.bpmn#x_end: villkor får inte ange språk",
    ),
}  # fmt: skip

test_examples = examples(element, VALID, INVALID)
