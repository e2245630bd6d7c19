"""The check of a whole process set."""

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
