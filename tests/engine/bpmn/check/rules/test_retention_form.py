"""A rule of retention names forms that are there."""

from engine.bpmn.check import findings
from engine.bpmn.check.rules.retention_form import retention_form
from engine.bpmn.definitions import read_folder
from engine.config import Settings
from tests.engine.bpmn.check.rules.examples import examples
from tests.engine.bpmn.check.rules.kept import kept
from tests.engine.retention.kept import rule

VALID = {
    "no form": kept(),
    "a form and a value": kept(
        rule("mer", "[mer.nar]", 'formular = ["f"]', 'variabler.val = ["ja"]')
    ),
}
INVALID = {
    "a form that is not": (
        kept(rule("mer", "[mer.nar]", 'formular = ["g"]')),
        "gallring.toml#mer: formuläret g finns inte [gallring]",
    )
}

test_examples = examples(retention_form, VALID, INVALID)


def test_rules_that_fit_are_right_by_every_rule_of_retention() -> None:
    for of in VALID.values():
        assert "gallring" not in {each.rule for each in findings(of)}


def test_a_rule_that_is_wrong_keeps_the_set_from_being_published() -> None:
    files = read_folder(Settings().processes)
    wrong = files["gallring.toml"].replace('"f18_barnutredning", ', '"f18_barnutredningen", ')

    found = [str(each) for each in findings(files | {"gallring.toml": wrong})]
    assert found == [
        "gallring.toml#barnutredning: formuläret f18_barnutredningen finns inte [gallring]"
    ]
