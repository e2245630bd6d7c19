from xml.etree import ElementTree as ET

from engine.analysis.courses import Seen, seen_often, xes
from engine.analysis.tally import COURSE, HOURS, Course
from engine.audit.xes import NAMESPACE
from engine.bpmn.definitions import read_process_set
from tests.engine.modelling.small import LIVE

MAIN = "stod_och_skydd"
OFTEN, RARE = Course("v", MAIN, ("a", "b")), Course("v", MAIN, ("b",))
ELSEWHERE = Course("v", "other", ("a",))
NS = {"x": NAMESPACE.rstrip("/") + "/"}


def sums(course: Course, number: int, *hours: int) -> dict[tuple[str, str, str, str], int]:
    each = {(course.process, HOURS, course.key, str(n)): told for n, told in enumerate(hours)}
    return {(course.process, COURSE, course.key, ""): number} | each


def test_a_course_is_told_once_five_cases_took_it_with_average_days() -> None:
    known = {each.key: each for each in (OFTEN, RARE, ELSEWHERE)}
    told = sums(OFTEN, 7, 7 * 50, 7 * 40) | sums(RARE, 4, 9) | sums(ELSEWHERE, 9, 9)

    assert seen_often(known, told, MAIN) == (Seen(("a", "b"), (2, 2), 5),)


def test_as_xes_it_has_as_many_traces_all_alike_and_no_day_of_ours() -> None:
    diagram = read_process_set(LIVE).diagram(MAIN)
    content = xes("Processen", diagram, {"socialtjansten": "Socialtjänsten"},
                  [Seen(("a", "b"), (1, 8), 30), Seen(("a",), (10,), 5)])  # fmt: skip
    root = ET.fromstring(content)  # noqa: S314
    traces = root.findall(f"{{{NAMESPACE}}}trace")
    told = [[each.get("value") for each in event] for event in traces[0][2:]]

    assert len(traces) == 35
    assert told == [
        ["A", "complete", "Socialtjänsten", "2000-01-02T00:00:00+00:00"],
        ["B", "complete", "polismyndigheten", "2000-01-09T00:01:00+00:00"],
    ]
    assert b"2026" not in content
