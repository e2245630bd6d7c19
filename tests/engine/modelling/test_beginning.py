from dataclasses import replace

import pytest

from engine.bpmn.check import findings
from engine.errors import InvalidAnswers
from engine.modelling.beginning import Wanted, begin, tables_of
from engine.modelling.choices import choices_in
from tests.engine.modelling.small import LIVE

CHOICES = choices_in(LIVE)
TABLE = Wanted("dmn", "Vem ansöker?", reads="val", gives="mer")


@pytest.mark.parametrize(("wanted", "path"), [
    (Wanted("bpmn", "En ny väg", agency="socialtjansten"), "en_ny_vag.bpmn"),
    (Wanted("form", "Läs beslutet", "f99_las"), "forms/f99_las.form"),
    (TABLE, "vem_ansoker.dmn"),
])  # fmt: skip
def test_a_new_file_is_right_and_named_by_rule(wanted: Wanted, path: str) -> None:
    made, text = begin(wanted, CHOICES)

    assert made == path
    assert findings(LIVE | {made: text}) == []


@pytest.mark.parametrize(("wanted", "missing"), [
    (Wanted("", " "), {"slag", "namn"}), (Wanted("bpmn", "X"), {"aktor"}),
    (replace(TABLE, reads="dag", gives="x"), {"laser", "ger"}),
    (Wanted("form", "X", "Ett namn"), {"fil"}), (Wanted("form", "X", "../x"), {"fil"}),
])  # fmt: skip
def test_what_is_left_out_or_against_the_rule_is_told(wanted: Wanted, missing: set[str]) -> None:
    with pytest.raises(InvalidAnswers) as refused:
        begin(wanted, CHOICES)

    assert set(refused.value.problems) == missing


def test_a_table_is_about_variables_with_codes() -> None:
    assert set(tables_of(CHOICES)) == {"val", "mer", "kalla"}
