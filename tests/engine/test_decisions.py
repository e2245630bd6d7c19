"""Decision tables: what a cell accepts, and what each hit policy gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.decisions import (
    ANYTHING,
    Cell,
    Clause,
    DecisionError,
    DecisionTable,
    Rule,
    applying,
    evaluate,
    parse_cell,
    parse_codes,
)


def table(policy: str, *rows: tuple[str, str, str]) -> DecisionTable:
    """Return a table of two inputs and one output, a row for each rule."""
    rules = [
        Rule(f"r{n}", (parse_cell(one), parse_cell(two)), (gives,))
        for n, (one, two, gives) in enumerate(rows, start=1)
    ]
    inputs, outputs = (Clause("alder"), Clause("hem")), (Clause("vag"),)
    return DecisionTable("b", "B", policy, inputs, outputs, tuple(rules))


OVERLAPPING = [('"barn"', "-", "a"), ("-", '"sverige"', "b"), ("-", "-", "a")]
BOTH = {"alder": "barn", "hem": "sverige"}


def given_by(policy: str, values: dict[str, str]) -> list[str]:
    return [output["vag"] for output in evaluate(table(policy, *OVERLAPPING), values)]


@pytest.mark.parametrize(
    ("text", "value", "accepts"),
    [
        ("-", "barn", True),
        ("-", None, True),
        ("", None, True),
        ('"barn"', "barn", True),
        ('"barn"', "vuxen", False),
        ('"barn"', None, False),
        (' "barn" ,\n"oklar"', "oklar", True),
        ('"barn","oklar"', "vuxen", False),
        ('not("barn")', "barn", False),
        ('not("barn")', "vuxen", True),
        ('not("barn")', None, True),
        ('not ( "barn", "oklar" )', "oklar", False),
    ],
)
def test_a_cell_accepts_a_value_or_not(text: str, value: str | None, accepts: bool) -> None:
    assert parse_cell(text).accepts(value) is accepts


REFUSED = [
    "barn", "'barn'", '"barn', '"barn" "vuxen"', '"barn",', '""', '"a b"', "1", "[1..5]", "< 3",
    "?", "null", "true", "not()", "not(-)", 'not(not("a"))', 'not("a"', "not", '"a" or "b"',
    '? == "a"', "__import__('os')", 'open("x")', '"a".upper()', "(lambda: 1)()", "--",
    '"' + "a" * 2000 + '"', '"å"', '"a"\x00',
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED, ids=range(len(REFUSED)))
def test_anything_else_in_a_cell_is_refused(text: str) -> None:
    with pytest.raises(DecisionError, match="får stå i en cell"):
        parse_cell(text)


@given(st.text(alphabet='"abå-,() not\n', max_size=30))
def test_any_text_is_either_a_cell_or_refused(text: str) -> None:
    try:
        cell = parse_cell(text)
    except DecisionError:
        return

    assert isinstance(cell, Cell)
    assert cell.accepts(None) is cell.negated


def test_codes_are_read_in_order() -> None:
    assert parse_codes(' "b" , "a"') == ("b", "a")


def test_a_dash_accepts_what_is_not_set() -> None:
    assert ANYTHING.accepts(None)


def test_unique_gives_the_only_rule_that_applies() -> None:
    assert given_by("UNIQUE", {"alder": "vuxen", "hem": "annat_land"}) == ["a"]


def test_unique_refuses_two_rules_that_apply() -> None:
    with pytest.raises(DecisionError, match="flera regler gäller: r1, r2, r3"):
        given_by("UNIQUE", BOTH)


def test_first_gives_the_first_rule_that_applies() -> None:
    assert given_by("FIRST", BOTH) == ["a"]
    assert given_by("FIRST", {"hem": "sverige"}) == ["b"]


def test_any_gives_the_output_that_all_agree_on() -> None:
    assert given_by("ANY", {"alder": "barn"}) == ["a"]


def test_any_refuses_rules_that_disagree() -> None:
    with pytest.raises(DecisionError, match="flera regler gäller"):
        given_by("ANY", BOTH)


@pytest.mark.parametrize("policy", ["COLLECT", "RULE ORDER"])
def test_a_list_has_every_rule_that_applies_in_order_with_equal_outputs(policy: str) -> None:
    assert given_by(policy, BOTH) == ["a", "b", "a"]


@pytest.mark.parametrize("policy", ["UNIQUE", "FIRST", "ANY", "COLLECT", "RULE ORDER"])
def test_nothing_is_given_when_no_rule_applies(policy: str) -> None:
    assert evaluate(table(policy, ('"barn"', "-", "a")), {"alder": "vuxen"}) == []


def test_a_rule_that_applies_tells_its_law_and_its_outputs() -> None:
    rule = Rule("r", (ANYTHING,), ("a", "c"), "LVU 6 §", "behörig")
    two = DecisionTable("b", "B", "UNIQUE", (Clause("x"),), (Clause("y"), Clause("z")), (rule,))

    assert [(r.law, r.note) for r in applying(two, {})] == [("LVU 6 §", "behörig")]
    assert evaluate(two, {}) == [{"y": "a", "z": "c"}]
    assert two.file == "b.dmn"
