"""Rules of retention name forms, values and deadlines that are there, and as they are there."""

import pytest

from engine.bpmn.check import findings
from engine.bpmn.definitions import read_folder
from engine.config import Settings
from tests.engine.db.small import FILES
from tests.engine.retention.kept import RULES, rule


def said(more: str = "", **lines: str) -> str:
    files = FILES | {"gallring.toml": RULES + more}
    return "\n".join(str(each) for each in findings(files) if each.rule == "gallring")


def test_rules_that_fit_have_no_findings() -> None:
    assert said() == ""
    assert said(rule("mer", "[mer.nar]", 'formular = ["f"]', 'variabler.val = ["ja"]')) == ""


@pytest.mark.parametrize(
    ("more", "found"),
    [
        (rule("mer", "[mer.nar]", 'formular = ["g"]'), "formuläret g finns inte"),
        (rule("mer", "[mer.nar]", 'variabler.val = ["x"]'), "variabeln val har inget värde 'x'"),
        (rule("mer", 'frist = "DL-99"', "[mer.nar]", 'formular = ["f"]'), "DL-99 finns inte"),
        (rule("mer", 'frist = "DL-10"', "[mer.nar]", 'formular = ["f"]'), "5 år är inte P7D"),
    ],
)
def test_what_does_not_fit_is_said(more: str, found: str) -> None:
    assert found in said(more)


def test_a_rule_that_is_wrong_keeps_the_set_from_being_published() -> None:
    files = read_folder(Settings().processes)
    wrong = files["gallring.toml"].replace('"f18_barnutredning", ', '"f18_barnutredningen", ')

    found = [str(each) for each in findings(files | {"gallring.toml": wrong})]
    assert found == [
        "gallring.toml#barnutredning: formuläret f18_barnutredningen finns inte [gallring]"
    ]
