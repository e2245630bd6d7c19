"""The register of hand-overs against the diagrams: each rule broken once."""

import json

from engine.bpmn.check import findings
from tests.engine.bpmn.samples import END, REGISTERS, START, bpmn, user

M01 = {
    "namn": "Anmälan", "avsandare": ["soc"], "mottagare": ["polis"], "falt": ["skal"],
    "sparr": ["28"],
}  # fmt: skip
SENDING = bpmn("p", [START, user("a", meddelande="M01"), END], "start -> a\na -> end")
SILENT = bpmn("p", [START, user("a"), END], "start -> a\na -> end")


def said(diagram: str = SENDING, **settings: object) -> str:
    given = {key: value for key, value in {**M01, **settings}.items() if value is not None}
    register = "[M01]\n" + "".join(f"{k} = {json.dumps(v)}\n" for k, v in given.items())
    found = findings(REGISTERS | {"overlamnanden.toml": register, "p.bpmn": diagram})
    return "\n".join(str(each) for each in found if each.rule != "not-drawn")


def test_a_register_that_fits_its_diagrams_has_no_findings() -> None:
    assert said() == ""
    assert said(nar="val == 'ja'", samtycke="val", sparr=["SAMTYCKE"]) == ""


def test_a_task_that_names_no_hand_over_of_the_register_is_found() -> None:
    unknown = SENDING.replace('"M01"', '"M01 M99"')

    assert "p.bpmn#a: överlämnandet M99 finns inte i overlamnanden.toml" in said(unknown)


def test_a_lane_that_may_not_send_it_is_found() -> None:
    assert "p.bpmn#a: soc är inte en av avsändarna av M01" in said(avsandare=["polis"])
    assert said(avsandare=["alla"]) == ""


def test_what_nobody_sends_is_found_unless_it_says_why() -> None:
    assert "ingen uppgift lämnar över det" in said(SILENT)
    assert said(SILENT, avvaktar="Diagrammet är inte ritat") == ""
    assert said(SILENT, handelse="hej") == ""


def test_what_is_sent_does_not_say_that_it_waits() -> None:
    assert "avvaktar står kvar" in said(avvaktar="Diagrammet är inte ritat")


def test_a_field_that_no_sending_form_asks_is_found() -> None:
    assert "fältet adress frågas inte" in said(falt=["skal", "adress"])


def test_a_condition_or_a_consent_on_something_unknown_is_found() -> None:
    assert "okänd variabel vall; menade du val?" in said(nar="vall == 'ja'")
    assert "variabeln val har inget värde 'jo'" in said(nar="val == 'jo'")
    assert "samtycket lov är varken en variabel eller en fråga" in said(samtycke="lov")


def test_a_form_may_offer_only_grounds_that_exist() -> None:
    form = json.loads(REGISTERS["forms/f.form"])
    form["components"].append(
        {"type": "select", "id": "g", "key": "rattslig_grund", "label": "Grund",
         "values": [{"label": "Lagen", "value": "77"}]}
    )  # fmt: skip
    register = "[M01]\n" + "".join(f"{k} = {json.dumps(v)}\n" for k, v in M01.items())
    files = {"overlamnanden.toml": register, "p.bpmn": SENDING, "forms/f.form": json.dumps(form)}

    assert "formulärens grund '77' finns inte" in "\n".join(map(str, findings(REGISTERS | files)))


def test_what_goes_without_a_name_carries_no_text_that_could_hold_one() -> None:
    assert "fältet skal är inte avidentifierat" in said(sparr=["AVID"])
    assert said(sparr=["AVID"], falt=["val"]) == ""


def test_a_gate_by_a_table_that_is_not_there_is_found() -> None:
    assert "beslutstabellen utlamnandegrund finns inte" in said(sparr=["utlamnandegrund"])
