"""From duty to scenario and back, on a small set."""

import pytest

from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.proof.recording import Recording, Scenario
from engine.proof.trace import as_numbers, gone, rows
from tests.engine.bpmn.samples import END, START, bpmn, files, user

DUTY = '[{}]\naktor = "soc"\nsteg = "1"\ntext = "Ser"\nslag = "ska"\n'
DUTIES = "".join(map(DUTY.format, ("SOC-01", "SOC-02", "SOC-03", "SOC-04"))) + 'darfor = "Stående"'
TEXT = bpmn(
    "p",
    [START, user("a", ansvar="SOC-01", lagrum="SoL 20:1; LVU 7 §", frist="DL-10"),
     user("b", ansvar="SOC-01 SOC-02"), END],
    "start -> a\na -> b\nb -> end",
)  # fmt: skip
RAN = Recording("v", "f", (Scenario("p", "Ett", passed=("p/start", "p/a")),))


@pytest.fixture
def processes() -> ProcessSet:
    return read_process_set(files(p=TEXT) | {"ansvar.toml": DUTIES})


def test_a_row_has_all_that_fulfils_the_duty(processes: ProcessSet) -> None:
    row = rows(processes, RAN)[0]

    assert (row.id, row.agency, row.step, row.text, row.kind) == (
        "SOC-01", "Socialtjänsten", "1", "Ser", "ska",
    )  # fmt: skip
    assert (row.elements, row.tasks, row.forms) == (("p/a", "p/b"), ("A", "B"), ("f",))
    assert row.law == ("SoL 20:1", "LVU 7 §")
    assert row.scenarios == ("p: Ett",)
    assert row.gap() is None


def test_the_law_of_a_deadline_stands_in_for_an_element_without_one() -> None:
    text = TEXT.replace("SoL 20:1; LVU 7 §", "")
    read = read_process_set(files(p=text) | {"ansvar.toml": DUTIES})

    assert rows(read, None)[0].law == ("LVU 7 §",)


def test_a_duty_that_no_scenario_executes_is_a_gap(processes: ProcessSet) -> None:
    assert rows(processes, RAN)[1].gap() == "SOC-02: inget scenario utför p/b"
    assert rows(processes, None)[0].gap() == "SOC-01: inget scenario utför p/a eller p/b"


def test_a_duty_without_an_element_needs_a_reason(processes: ProcessSet) -> None:
    third, fourth = rows(processes, RAN)[2:]

    assert "inget element fullgör ansvaret" in str(third.gap())
    assert (fourth.gap(), fourth.reason) == (None, "Stående")


def test_the_figures_for_machines_count_what_is_covered(processes: ProcessSet) -> None:
    found = rows(processes, RAN)
    told = as_numbers(found, ["lucka"])

    assert list(told) == ["covered", "total", "gaps", "rows"]
    assert (told["covered"], told["total"], told["gaps"]) == (2, 4, ["lucka"])
    assert told["rows"][0]["elements"] == ("p/a", "p/b")  # type: ignore[index]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ('Så har ingen uppgiften "C"', "f: ingen uppgift heter ”C”"),
        ('När Socialtjänsten slutför "A" med', None),
        ('När Socialtjänsten registrerar händelsen "Försvunnen"', None),
        ('Så frågar formuläret efter "Dag"', None),
        ('När Socialtjänsten slutför "<uppgift>"', None),
        ("Så pågår r_s", "f: processen r_s finns inte"),
        ("Så har r_s inte startats", "f: processen r_s finns inte"),
        ("Scenario: Ett\n  Scenario: Ett", "f: 2 scenarier heter ”Ett”"),
    ],
)
def test_a_feature_that_speaks_of_what_is_gone_is_found(
    processes: ProcessSet, step: str, told: str | None
) -> None:
    assert list(gone(processes, {"f": f"  {step}\n"})) == ([told] if told else [])
