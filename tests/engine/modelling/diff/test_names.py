from engine.bpmn.definitions import read_process_set
from engine.modelling.diff.names import Names, label, subject
from tests.engine.modelling.diff.rich import RICH

SET = read_process_set(RICH)
LESS = read_process_set({name: RICH[name] for name in RICH if name != "overlamnanden.toml"})
NAMES = Names(SET, LESS)


def test_things_are_called_what_people_call_them() -> None:
    assert NAMES.agency("polismyndigheten") == "Polismyndigheten"
    assert NAMES.deadline("DL-10") == "DL-10 Underställning (7 dagar, LVU 7 §)"
    assert NAMES.variable("val") == "val (”Val”)"
    assert NAMES.message("hej") == "”Hej”"
    assert NAMES.end_state("A1") == "A1 (”Klart”)"
    assert NAMES.process("stod_och_skydd") == "”Processen”"
    assert NAMES.form("f") == "f"


def test_what_is_gone_is_called_what_it_was() -> None:
    assert NAMES.handover("M01") == "M01 Anmälan"


def test_what_nobody_knows_keeps_its_id() -> None:
    for name in (NAMES.agency, NAMES.deadline, NAMES.variable, NAMES.message, NAMES.end_state,
                 NAMES.process, NAMES.form, NAMES.handover):  # fmt: skip
        assert name("okand") == "okand"


def test_only_those_who_sign_in_can_be_asked() -> None:
    assert NAMES.signing_in(["system", None, "polismyndigheten", "polismyndigheten", "x"]) == (
        "polismyndigheten",
    )
    assert NAMES.every_agency() == ("socialtjansten", "polismyndigheten", "regionkoordinator")


def test_an_element_is_named_with_its_agency_at_the_beginning_only() -> None:
    elements = SET.diagrams["stod_och_skydd"].elements

    assert label(elements["b"]) == "steget ”B”"
    assert subject(elements["b"], NAMES) == "Steget ”B” (Polismyndigheten)"
    assert label(elements["j"]) == "vägvalet j"
    assert subject(elements["g"], NAMES) == "Vägvalet ”Vilket?”"
