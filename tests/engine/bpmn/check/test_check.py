"""The check of a whole process set."""

import re

import pytest

from engine.bpmn.check import findings
from tests.engine.bpmn.samples import REGISTERS, drawn, files, straight


def test_a_right_and_drawn_process_has_no_findings() -> None:
    assert findings(files(p=drawn(straight("a", "b")))) == []
    assert "not-drawn" in {finding.rule for finding in findings(files(p=straight("a")))}


def test_two_processes_with_one_id_are_found() -> None:
    both = files(p=straight("a"), q=straight("a"))

    assert "processen p finns redan i p.bpmn" in "\n".join(map(str, findings(both)))


def test_two_processes_in_one_file_are_found() -> None:
    text = straight("a").replace(
        "</bpmn:definitions>", '<bpmn:process id="q" /></bpmn:definitions>'
    )

    assert "filen har 2 processer" in "\n".join(map(str, findings(REGISTERS | {"p.bpmn": text})))


def test_all_faults_of_all_files_come_at_once() -> None:
    broken = files(p=straight("a")) | {"q.bpmn": "<x", "forms/g.form": "{", "frister.toml": "["}

    places = {finding.file for finding in findings(broken)}

    assert {"q.bpmn", "forms/g.form", "frister.toml"} <= places


@pytest.mark.parametrize("declared", ['<bpmn:message name="x" />', '<bpmn:signal name="x" />'])
def test_what_only_the_engine_cannot_read_is_found_before_it_is_published(declared: str) -> None:
    text = drawn(straight("a"))
    nested = text.replace('name="hej"/>', f'name="hej">{declared}</bpmn:message>')
    assert nested != text

    (found,) = findings(files(p=nested))
    assert (found.file, found.rule) == ("p.bpmn", "engine")


@pytest.mark.parametrize("place", ["", "Bana", "NaN", "1e999"])
@pytest.mark.parametrize("name", ["x", "width"])
def test_a_drawing_with_what_is_no_measure_is_refused(place: str, name: str) -> None:
    text = drawn(straight("a"))
    start = text.index("BPMNShape")
    head, tail = text[:start], text[start:]
    broken = head + re.sub(rf'{name}="[^"]*"', f'{name}="{place}"', tail, count=1)
    found = [str(each) for each in findings(files(p=broken)) if each.rule == "xml"]

    assert f"ritningens {name} är inte ett mått" in "\n".join(found)


def test_a_process_without_an_id_is_refused() -> None:
    text = straight("a").replace('<bpmn:process id="p"', "<bpmn:process")

    assert "processen saknar id" in "\n".join(map(str, findings(files(p=text))))
