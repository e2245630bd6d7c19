"""Each sort of real change, with the kind and the sentence that it gives: exactly that one."""

from tests.engine.modelling.diff.rich import DMN, FORM, HANDOVERS, KINDS, MAIN, changed, in_task

LANE_B = "<bpmn:flowNodeRef>b</bpmn:flowNodeRef>"
LANE_N = "<bpmn:flowNodeRef>n</bpmn:flowNodeRef>\n        "


def one(*, name: str, value: str, task: str = "b") -> dict[str, str]:
    """Give a step one more property."""
    last = '<spiffworkflow:property name="skydd.kalla" value="X1"/>'
    new = f'{last}<spiffworkflow:property name="skydd.{name}" value="{value}"/>'
    return in_task(task, last, new)


CASES = {
    "renamed": in_task("b", 'name="B"', 'name="Beslut"'),
    "lane": changed(MAIN, LANE_N, "") | {
        MAIN: changed(MAIN, LANE_N, "")[MAIN].replace(LANE_B, LANE_B + LANE_N)},
    "form": in_task("b", 'value="f"', 'value="f9"'),
    "deadline": in_task("late", 'value="DL-10"', 'value="DL-01"'),
    "deadline of a task": one(name="frist", value="DL-01"),
    "counted from": one(name="fran", value="dag"),
    "timer": in_task("late", "P7D", "P14D"),
    "role": one(name="roll", value="chef"),
    "approval": one(name="godkannande", value="chef"),
    "handover": one(name="meddelande", value="M01"),
    "law": in_task("b", "LVU 7 §", "LVU 8 §"),
    "duty": one(name="ansvar", value="SOC-01"),
    "source": in_task("b", 'value="X1"', 'value="X2"'),
    "end state": in_task("end", 'value="A1"', 'value="A2"'),
    "guidance": in_task("b", "<bpmn:extensionElements>",
                        "<bpmn:documentation>Gör så.</bpmn:documentation><bpmn:extensionElements>"),
    "interrupting": in_task("late", ' cancelActivity="false"', ""),
    "host": in_task("late", 'attachedToRef="b"', 'attachedToRef="a"'),
    "condition": changed(MAIN, "val == 'ja'", "val == 'nej'"),
    "default": in_task("g", ' default="g_j"', ""),
    "flow": changed(MAIN, '<bpmn:sequenceFlow id="n_end2" sourceRef="n" targetRef="end2"/>', ""),
    "new flow": changed(MAIN, '<bpmn:sequenceFlow id="n_end2"',
                        '<bpmn:sequenceFlow id="x" sourceRef="a" targetRef="j"/>'
                        '<bpmn:sequenceFlow id="n_end2"'),
    "flow's name": changed(MAIN, 'sourceRef="a" targetRef="g"', 'sourceRef="a" targetRef="g" '
                           'name="klart"'),
    "lane's name": changed(MAIN, 'name="Polisen"', 'name="Polismyndigheten"'),
    "process's name": changed(MAIN, 'name="Processen"', 'name="Skyddet"'),
    "pool's name": changed(MAIN, 'name="P"', 'name="Poolen"'),
    "description": changed(MAIN, "<bpmn:laneSet ",
                           "<bpmn:documentation>Om allt.</bpmn:documentation><bpmn:laneSet "),
    "signal": changed(MAIN, '<bpmn:timerEventDefinition>', '<bpmn:signalEventDefinition '
                      'signalRef="signal_slut"/><bpmn:timerEventDefinition>'),
    "question's label": changed(FORM, '"label": "Skäl"', '"label": "Varför"'),
    "question's help": changed(FORM, '"label": "Skäl"', '"label": "Skäl", "description": "Kort."'),
    "required": changed(FORM, '"label": "Skäl"', '"label": "Skäl", "validate": {"required": true}'),
    "new answer": changed(FORM, '{"label": "Nej"', '{"label": "Kanske", "value": "kanske"}, '
                          '{"label": "Nej"'),
    "answer's words": changed(FORM, '{"label": "Nej"', '{"label": "Aldrig"'),
    "answers' order": changed(FORM, '{"label": "Ja", "value": "ja"}, {"label": "Nej", "value": '
                              '"nej"}', '{"label": "Nej", "value": "nej"}, {"label": "Ja", '
                              '"value": "ja"}'),
    "routing": changed(FORM, '"skydd.variabel": "val"', '"skydd.variabel": "mer"'),
    "protected": changed(FORM, '"label": "Skäl"', '"label": "Skäl", "properties": '
                         '{"skydd.skyddad": "ja"}'),
    "deidentified": changed(FORM, '"label": "Skäl"', '"label": "Skäl", "properties": '
                            '{"skydd.avidentifierad": "ja"}'),
    "limits": changed(FORM, '"label": "Skäl"', '"label": "Skäl", "validate": {"minLength": 5}'),
    "hidden": changed(FORM, '"label": "Skäl"', '"label": "Skäl", "conditional": {"hide": '
                      '"=val = \\"nej\\""}'),
    "new question": changed(FORM, '{"type": "textarea"', '{"type": "number", "id": "n", "key": '
                            '"antal", "label": "Antal"}, {"type": "textarea"'),
    "question gone": changed(FORM, ', {"type": "textarea", "id": "c2", "key": "skal", "label": '
                             '"Skäl"}', ""),
    "text": changed(FORM, "Läs detta.", "Läs noga."),
    "text moved": changed(FORM, '{"type": "text", "id": "t1", "text": "Läs detta."}, '
                          '{"type": "textarea", "id": "c2", "key": "skal", "label": "Skäl"}',
                          '{"type": "textarea", "id": "c2", "key": "skal", "label": "Skäl"}, '
                          '{"type": "text", "id": "t1", "text": "Läs detta."}'),
    "length of a limit": changed("frister.toml", 'langd = "P7D"', 'langd = "P8D"'),
    "law of a limit": changed("frister.toml", 'lagrum = "LVU 7 §"', 'lagrum = "LVU 8 §"'),
    "name of a limit": changed("frister.toml", '"Underställning"', '"Underställ"'),
    "limit moves": changed("frister.toml", "flyttas = true", "flyttas = false"),
    "limit's ground": changed("frister.toml", 'slag = "rattsverkan"\ngrund = "lag"',
                              'slag = "rattsverkan"\ngrund = "program"'),
    "limit's effect": changed("frister.toml", 'slag = "rattsverkan"', 'slag = "overtradelse"'),
    "reminder": changed("frister.toml", '["P3D"]', '["P3D", "P5D"]'),
    "limit's end": changed("frister.toml", '"upphör"', '"faller"'),
    "message's fields": changed("meddelanden.toml", 'falt = ["val"]', 'falt = ["val", "mer"]'),
    "message's sender": changed("meddelanden.toml", '["socialtjansten"]',
                                '["socialtjansten", "polismyndigheten"]'),
    "message's name": changed("meddelanden.toml", '"Hej"', '"Hejsan"'),
    "message's sort": changed("meddelanden.toml", 'slag = "meddelande"', 'slag = "signal"'),
    "variable's codes": changed("variabler.toml", ', "kanske"]', "]"),
    "variable's name": changed("variabler.toml", 'namn = "Mer"', 'namn = "Mera"'),
    "end state's name": changed("sluttillstand.toml", '"Klart"', '"Färdigt"'),
    "agency's role": changed("aktorer.toml", 'roller = ["chef"]', 'roller = ["chef", "jour"]'),
    "agency's name": changed("aktorer.toml", '"Polismyndigheten"', '"Polisen"'),
    "agency signs in": changed("aktorer.toml", 'roller = ["chef"]', "loggar_in = false\n"
                               'roller = ["chef"]'),
    "duty's text": changed("ansvar.toml", '"Upptäcker"', '"Ser"'),
    "duty's sort": changed("ansvar.toml", '"ska"', '"kan"'),
    "handed over": changed(HANDOVERS, '["skal"]', '["skal", "val"]'),
    "receiver": changed(HANDOVERS, '["socialtjansten"]', '["socialtjansten", "regionkoordinator"]'),
    "ground": changed(HANDOVERS, 'sparr = ["28"]', 'sparr = ["28", "27"]'),
    "handover's condition": changed(HANDOVERS, "sparr", "nar = \"val == 'ja'\"\nsparr"),
    "handover's law": changed(HANDOVERS, '"SoL 19:1"', '"SoL 19:2"'),
    "cell": changed(KINDS, 'polismyndigheten = "R"', 'polismyndigheten = "S"'),
    "kind's answers": changed(KINDS, 'M01 = ["skal"]', 'M01 = ["skal", "val"]'),
    "rule": changed(DMN, '<text>"ja"</text></inputEntry>', '<text>"nej"</text></inputEntry>'),
    "outcome": changed(DMN, '<text>"nej"</text></outputEntry>', '<text>"ja"</text></outputEntry>'),
    "rule's law": changed(DMN, "SoL 19:1: Så", "SoL 19:2: Så"),
    "rule's note": changed(DMN, "Så är det.", "Så blev det."),
    "policy": changed(DMN, 'hitPolicy="FIRST"', 'hitPolicy="ANY"'),
}  # fmt: skip
