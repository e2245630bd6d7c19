"""What pages show of the process models."""

import pytest

from engine.bootstrap import Engine
from engine.bpmn.definitions import read_process_set
from engine.bpmn.models import ProcessModels
from engine.caseviews import Place
from engine.errors import NotFound
from tests.engine.bpmn.samples import REGISTERS, bpmn, drawn, message, node, straight, user

START, END = node("startEvent", "start"), node("endEvent", "end")
CALL = node("callActivity", "ca", name="Q", calledElement="q")
CALLED = user("a", lagrum="SoL 19:1; LVU 7 §;", ansvar="AN-1 AN-2").replace(
    "<bpmn:extensionElements>",
    "<bpmn:documentation>Fråga först.</bpmn:documentation><bpmn:extensionElements>",
)
STARTED = straight("b").replace('"p"', '"r"').replace(
    '<bpmn:startEvent id="start">', f'<bpmn:startEvent id="start">{message("message", "hej")}'
)  # fmt: skip
FILES = REGISTERS | {
    "p.bpmn": bpmn("p", [START, CALL, user("z"), END], "start -> ca\nca -> z\nz -> end"),
    "q.bpmn": drawn(bpmn("q", [START, CALLED, END], "start -> a\na -> end")),
    "r.bpmn": STARTED,
}


@pytest.fixture(scope="module")
def models() -> ProcessModels:
    published = {"v1": read_process_set(FILES)}
    return ProcessModels(lambda version: published[version])


def test_names_guidance_law_and_duties_come_from_the_drawing(models: ProcessModels) -> None:
    assert models.process_name("v1", "q") == "Processen"
    assert models.guidance("v1", "q", "a") == "Fråga först."
    assert models.law("v1", "q", "a") == ("SoL 19:1", "LVU 7 §")
    assert models.responsibilities("v1", "q", "a") == ("AN-1", "AN-2")


def test_what_a_drawing_does_not_say_is_empty(models: ProcessModels) -> None:
    assert models.guidance("v1", "p", "z") is None
    assert models.law("v1", "p", "z") == ()
    assert models.responsibilities("v1", "p", "z") == ()


def test_a_drawing_is_the_file_as_it_was_published(models: ProcessModels) -> None:
    assert models.drawing("v1", "q") == FILES["q.bpmn"]
    with pytest.raises(NotFound):
        models.drawing("v1", "x")


def test_a_picture_is_the_drawing_with_its_marks(models: ProcessModels) -> None:
    svg = models.picture("v1", "q", {"a": "current"})

    assert '<g id="a" class="bpmn-userTask current">' in svg


def test_a_form_that_is_none_of_the_sets_is_none(models: ProcessModels) -> None:
    form = models.form("v1", "f")

    assert form is not None
    assert form.id == "f"
    assert models.form("v1", "stangning") is None


def test_a_deadline_is_found_by_its_id(models: ProcessModels) -> None:
    deadline = models.deadline("v1", "DL-10")

    assert deadline is not None
    assert deadline.name == "Underställning"
    assert models.deadline("v1", "DL-99") is None
    assert models.deadline("v1", None) is None


@pytest.mark.parametrize(
    ("path", "places"),
    [
        ("z#1", [("p", "z")]),
        ("z", [("p", "z")]),
        ("ca/a#2", [("p", "ca"), ("q", "a")]),
    ],
)
def test_a_path_is_marked_in_every_drawing_on_the_way(
    models: ProcessModels, path: str, places: list[tuple[str, str]]
) -> None:
    assert list(models.places("v1", "p", path)) == places


def test_registers_and_starts_are_those_of_the_version(models: ProcessModels) -> None:
    assert models.registers("v1").agencies["soc"].name == "Socialtjänsten"
    assert models.starts("v1", "hej") == "r"
    assert models.starts("v1", "slut") is None


def test_the_step_of_an_element_is_that_of_its_duties_else_of_its_diagram(engine: Engine) -> None:
    version, models = engine.publications.current() or "", engine.counting.catalogue

    assert models.step(version, "identifiering", "ut_registrera_mig") == "1"
    assert models.step(version, "forundersokning", "start_forundersokning") == "5"
    assert models.step(version, "fyller_18", "start_bevaka") == "0"


def test_the_deadlines_of_tasks_are_those_of_the_agencys_lanes(engine: Engine) -> None:
    version, models = engine.publications.current() or "", engine.counting.catalogue
    own, all_ = (models.task_deadlines(version, who) for who in ("migrationsverket", ""))

    assert set(own) < set(all_)
    assert [each.id for each in all_] == sorted(each.id for each in all_)
    assert models.task_deadlines(version, "utrikesdepartementet") == ()


def test_the_tasks_of_an_agency_stand_with_their_steps_of_the_manual(models: ProcessModels) -> None:
    (lane,) = {each.agency for each in read_process_set(FILES).diagram("q").elements.values()
               if each.kind == "userTask"}  # fmt: skip
    found = {(s.process, s.element): s.steps for s in models.steps("v1", lane or "")}

    assert found.keys() >= {("p", "z"), ("q", "a"), ("r", "b")}
    assert models.steps("v1", "ingen") == ()
    assert found["p", "z"] == frozenset()


def test_a_target_is_never_among_the_limits_in_law(models: ProcessModels) -> None:
    assert models.statutory("v1") == {"DL-10"}


def test_a_duty_from_the_second_step_to_the_fourth_belongs_to_three() -> None:
    duty = '[AN-1]\naktor = "soc"\nsteg = "{}"\ntext = "x"\nslag = "ska"\n'
    for steps, told in (("2-4", {"2", "3", "4"}), ("6", {"6"}), ("0", set())):
        agency = next(iter(read_process_set(FILES).registers.agencies))
        duties = {"ansvar.toml": duty.format(steps).replace("soc", agency)}
        drawn_ = read_process_set(FILES | duties).steps
        found = {s.element: s.steps for lines in drawn_.values() for s in lines}
        assert found["a"] == told


def test_a_path_leads_to_an_element_with_its_lane_its_name_and_its_law(
    models: ProcessModels,
) -> None:
    assert models.place("v1", "p", "ca/a#1") == Place("soc", "A", ("SoL 19:1", "LVU 7 §"))


HEARS = node("intermediateCatchEvent", "m", message("message", "hej"))
ALONE = bpmn("p", [START, HEARS, user("a"), END], "start -> m\nm -> a\na -> end")
TOO = node("boundaryEvent", "b", message("message", "hej"), attachedToRef="z")
CALLING = bpmn("p", [START, HEARS, CALL, END], "start -> m\nm -> ca\nca -> end")
OTHER = bpmn("q", [START, HEARS, END], "start -> m\nm -> end", lane="polis")


@pytest.mark.parametrize(
    ("files", "agency"),
    [
        ({"p.bpmn": ALONE}, "soc"),
        ({"p.bpmn": CALLING, "q.bpmn": drawn(OTHER)}, None),
        ({"p.bpmn": bpmn("p", [START, HEARS, user("z"), TOO, END, node("endEvent", "e")],
                         "start -> m\nm -> z\nz -> end\nb -> e")}, None),
    ],
    ids=["one lane", "two lanes", "a boundary event too"],
)  # fmt: skip
def test_who_waits_for_a_message_is_told_only_when_it_can_be_nobody_else(
    files: dict[str, str], agency: str | None
) -> None:
    published = read_process_set(REGISTERS | files)
    models = ProcessModels(lambda version: published)

    assert models.waits_alone("v1", "p", "hej") == agency
    assert models.waits_alone("v1", "p", "slut") is None
