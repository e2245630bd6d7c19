"""Every task rests on a source that exists and is its agency's own: each broken once."""

import pytest

from engine.bpmn.check import findings
from engine.bpmn.definitions import read_folder
from engine.config import Settings
from tests.engine.bpmn.samples import END, START, bpmn, extras, files, node, said, user

SOCIAL = '[SOC-01]\naktor = "soc"\nsteg = "1"\ntext = "Ser"\nslag = "ska"\n'
POLICE = '[POL-01]\naktor = "polis"\nsteg = "1"\ntext = "Tar emot"\nslag = "ska"\n'
ROW = "start -> a\na -> end"


def one(task: str) -> str:
    return bpmn("p", [START, task, END], ROW)


def with_duty(text: str, **processes: str) -> str:
    return "\n".join(map(str, findings(files(**processes) | {"ansvar.toml": text})))


@pytest.mark.parametrize(
    "source", [{"ansvar": "SOC-01"}, {"lagrum": "LVU 7 §"}, {"kalla": "Manualen steg 4"}]
)
def test_any_one_source_is_enough(source: dict[str, str]) -> None:
    told = with_duty(SOCIAL, p=one(user("a", **{"kalla": "", **source})))

    assert "[source]" not in told
    assert "[duty]" not in told


def test_a_task_that_nothing_asks_for_is_found() -> None:
    assert "p.bpmn#a: källa saknas" in said(one(user("a", kalla="")))


def test_a_call_that_nothing_asks_for_is_found() -> None:
    assert "p.bpmn#a: källa saknas" in said(one(node("callActivity", "a", calledElement="q")))


def test_a_duty_that_does_not_exist_is_found() -> None:
    assert "ansvaret SOC-99 finns inte i ansvar.toml" in said(one(user("a", ansvar="SOC-99")))


def test_a_duty_in_a_set_without_a_register_is_found_and_does_not_stop_the_check() -> None:
    told = findings(files(p=one(user("a", ansvar="SOC-01"))))

    assert "duty" in {finding.rule for finding in told}


def test_a_duty_of_another_agency_is_found() -> None:
    told = with_duty(POLICE, p=one(user("a", ansvar="POL-01")))

    assert "ansvaret POL-01 är inte socs utan poliss [duty]" in told


def test_a_duty_may_be_shared_between_agencies() -> None:
    assert "[duty]" not in with_duty(
        POLICE + "gemensam = true\n", p=one(user("a", ansvar="POL-01"))
    )


def test_a_call_may_name_the_duty_of_an_agency_in_the_process_called() -> None:
    call = node("callActivity", "a", calledElement="q").replace(
        "{flows}", extras({"ansvar": "POL-01"}) + "{flows}"
    )
    inside = bpmn("q", [START, user("a"), END], ROW, lane="polis")
    outer = bpmn("r", [START, node("callActivity", "a", calledElement="p"), END], ROW)

    assert "[duty]" not in with_duty(POLICE, p=one(call), q=inside)
    assert "[duty]" in with_duty(POLICE, p=one(call), q=inside.replace("lane_polis", "lane_soc"))
    nested = outer.replace(
        "<bpmn:incoming>start_a", extras({"ansvar": "POL-01"}) + "<bpmn:incoming>start_a"
    )
    assert "r.bpmn#a: ansvaret" not in with_duty(POLICE, p=one(call), q=inside, r=nested)


def test_a_duty_with_a_reason_to_have_no_task_has_no_task() -> None:
    text = SOCIAL + 'darfor = "Stående uppdrag"\n'

    assert "ansvar.toml#SOC-01: ansvaret har både" in with_duty(
        text, p=one(user("a", ansvar="SOC-01"))
    )
    assert "ansvar.toml" not in with_duty(text, p=one(user("a")))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"soc"', '"kungen"', "aktören 'kungen' finns inte"),
        ('"ska"', '"bör"', "okänt slag 'bör'"),
        ("steg", "stag", "SOC-01: posten är felaktig"),
        ('slag = "ska"', 'slag = "ska"\nfarg = "röd"', "okänd nyckel 'farg'"),
    ],
)
def test_a_row_of_the_register_that_is_wrong_is_found(old: str, new: str, message: str) -> None:
    assert message in with_duty(SOCIAL.replace(old, new), p=one(user("a")))


def test_the_shipped_register_has_every_duty_of_the_source_text() -> None:
    lines = read_folder(Settings().processes)["ansvar.toml"].splitlines()

    assert sum(line.startswith("[") for line in lines) == 118
