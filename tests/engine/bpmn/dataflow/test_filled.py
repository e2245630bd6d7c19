"""What a form may set, held against what the form itself accepts."""

from itertools import product

from engine.bpmn.dataflow.filled import MOST, ways
from engine.errors import InvalidAnswers
from engine.forms import Form, read_form
from tests.conftest import MONDAY
from tests.engine.bpmn.dataflow.small import form, question


def read(*questions: dict[str, object]) -> Form:
    ((name, text),) = form(*questions).items()
    return read_form(name, text)


def accepted(filled: Form) -> set[frozenset[str]]:
    """Return the sets of variables that the form accepts answers to, whatever is typed."""
    found = set()
    for values in product(*[("ja", "nej", "")] * len(filled.fields)):
        raw = {f.key: [v] for f, v in zip(filled.fields, values, strict=True) if v}
        try:
            found.add(frozenset(filled.accept(raw, MONDAY.date()).variables))
        except InvalidAnswers:
            continue
    return found


def test_a_question_that_must_be_answered_is_always_set() -> None:
    assert ways(read(question("val"))) == ({"val": ("ja", "nej")},)


def test_a_hidden_question_is_set_when_the_answer_above_it_shows_it() -> None:
    filled = read(question("val"), question("mer", hide='val != "ja"'))

    assert ways(filled) == ({"val": ("ja",), "mer": ("ja", "nej")}, {"val": ("nej",)})


def test_a_hidden_question_that_hides_another_is_an_answer_that_is_not_there() -> None:
    filled = read(
        question("val"),
        question("", key="mitt", hide='val != "ja"'),
        question("mer", hide='mitt = "nej"'),
    )

    assert {frozenset(way) for way in ways(filled)} == accepted(filled)


def test_two_questions_of_which_one_is_always_asked_set_a_variable_for_certain() -> None:
    filled = read(
        question("val", key="ett"),
        question("mer", key="tva", hide='ett = "ja"'),
        question("mer", key="tre", hide='ett != "ja"'),
    )

    assert {frozenset(way) for way in ways(filled)} == {frozenset({"val", "mer"})}
    assert accepted(filled) == {frozenset({"val", "mer"})}


def test_with_too_many_combinations_nothing_hidden_is_sure() -> None:
    controls = [question("", key=f"k{n}") for n in range(9)]
    hidden = [question("mer" if n else "val", key=f"h{n}", hide=f'k{n} = "ja"') for n in range(9)]

    assert MOST < 2**9
    assert ways(read(*controls, *hidden))[0] == {}
