"""The table of who may read what, and forms that may name nobody: each rule broken once."""

import json

import pytest

from engine.bpmn.check import findings
from tests.engine.bpmn.samples import END, REGISTERS, START, bpmn, user

SENDING = bpmn("p", [START, user("a", meddelande="M01"), END], "start -> a\na -> end")
M01 = (
    '[M01]\nnamn = "Anmälan"\navsandare = ["soc"]\nmottagare = ["polis"]\n'
    'falt = ["val", "skal"]\nsparr = ["28"]\n'
)


def table(polis: str, fields: str = '["val", "skal"]', kind: str = "slag") -> str:
    return (
        f'[{kind}]\nnamn = "Slag"\n[{kind}.falt]\nM01 = {fields}\n'
        f'[{kind}.insyn]\nsoc = "R"\npolis = "{polis}"\n'
    )


def said(polis: str = "R", register: str = M01, form: dict[str, str] | None = None, **more) -> str:
    files = REGISTERS | {"p.bpmn": SENDING, "overlamnanden.toml": register,
                         "insyn.toml": table(polis, **more)}  # fmt: skip
    if form:
        asked = json.loads(files["forms/f.form"])
        asked["components"][1]["properties"] = form
        files["forms/f.form"] = json.dumps(asked)
    return "\n".join(str(each) for each in findings(files) if each.rule != "not-drawn")


@pytest.mark.parametrize("cell", ["R", "R*", "barn*"])
def test_a_hand_over_that_the_table_lets_has_no_findings(cell: str) -> None:
    assert said(cell) == ""


@pytest.mark.parametrize("cell", ["-", "egen"])
def test_nothing_goes_where_the_table_is_closed(cell: str) -> None:
    found = said(cell)

    assert f"polis får inte fältet skal (slag: {cell})" in found
    assert f"polis får inte fältet val (slag: {cell})" in found


@pytest.mark.parametrize("cell", ["S", "S*"])
def test_only_the_state_is_told_and_never_in_free_text(cell: str) -> None:
    found = said(cell)

    assert f"polis får inte fältet skal (slag: {cell})" in found
    assert "fältet val" not in found


def test_free_text_that_names_nobody_may_go_where_nobody_is_named() -> None:
    assert "polis får inte fältet skal (slag: avid)" in said("avid")
    assert said("avid", form={"skydd.avidentifierad": "ja"}) == ""


def test_what_is_refused_by_default_needs_a_decision_in_the_case() -> None:
    assert "polis får inte fältet val (slag: nekas)" in said("nekas")
    assert said("nekas", M01 + "nar = \"val == 'ja'\"\n") == ""


def test_every_answer_that_goes_along_is_of_one_kind() -> None:
    assert "fältet skal hör till 0 slag" in said(fields='["val"]')
    twice = table("R").replace("[slag", "[annat") + table("R")
    files = REGISTERS | {"p.bpmn": SENDING, "overlamnanden.toml": M01, "insyn.toml": twice}
    assert "fältet skal hör till 2 slag" in "\n".join(str(each) for each in findings(files))


def test_the_table_tells_of_nothing_that_is_not_handed_over() -> None:
    assert "insyn.toml#slag: M01 lämnar inte fältet borta" in said(
        fields='["val", "skal", "borta"]'
    )


def test_what_is_protected_is_not_passed_off_as_procedure() -> None:
    assert said(kind="handlaggning") == ""
    assert "fältet skal är skyddat" in said(kind="handlaggning", form={"skydd.skyddad": "ja"})


def test_an_agency_that_may_name_nobody_has_no_free_text_that_could() -> None:
    nameless = REGISTERS["aktorer.toml"].replace("[polis]", "avidentifierat = true\n[polis]")
    files = REGISTERS | {"p.bpmn": SENDING, "overlamnanden.toml": M01, "aktorer.toml": nameless}
    found = "\n".join(str(each) for each in findings(files))
    assert "p.bpmn#a: fältet skal i f kan visa vem någon är [avidentifierad]" in found
    assert "fältet val i f" not in found
