"""The exhaustive check of decision tables: holes, overlaps, rules that never apply, codes."""

from itertools import product
from random import Random

import pytest

from engine.bpmn.check import findings
from engine.bpmn.check.tables import MAX_RULES, decision_findings
from engine.bpmn.dmn import read_decision
from engine.decisions import DecisionError, evaluate
from tests.engine.bpmn.rules import dmn
from tests.engine.bpmn.samples import REGISTERS

CODES = {"val": ("ja", "nej", "kanske"), "mer": ("ja", "nej"), "ut": ("a", "b"), "dag": ()}


def said(rules: str, policy: str = "UNIQUE", head: str = "val | mer => ut") -> list[str]:
    table = read_decision("b.dmn", dmn(head, rules, policy).encode())
    return [str(finding) for finding in decision_findings(table, CODES)]


def test_a_table_without_holes_or_overlaps_is_right() -> None:
    assert said('"ja" | "ja" => "a"\n"ja" | not("ja") => "b"\nnot("ja") | - => "b"') == []


@pytest.mark.parametrize("policy", ["UNIQUE", "FIRST", "ANY"])
def test_a_hole_is_shown_with_an_example(policy: str) -> None:
    assert said('not("kanske") | - => "a"', policy) == [
        "b.dmn#b: ingen regel gäller när val är kanske och mer är ja [decision]"
    ]


def test_a_hole_for_what_is_not_set_is_found() -> None:
    (found,) = said('"ja", "nej", "kanske" | - => "a"')

    assert "ingen regel gäller när val är ej satt och mer är ja" in found


@pytest.mark.parametrize("policy", ["COLLECT", "RULE ORDER"])
def test_a_list_may_be_empty_and_its_rules_may_overlap(policy: str) -> None:
    assert said('"ja" | - => "a"\n"ja" | "ja" => "b"', policy) == []


def test_an_overlap_is_shown_with_an_example() -> None:
    assert said('- | - => "a"\n"nej" | - => "a"') == [
        "b.dmn#r2: regel 1 och regel 2 gäller båda när val är nej och mer är ja [decision]"
    ]


def test_rules_of_an_any_table_may_overlap_when_they_agree() -> None:
    assert said('- | - => "a"\n"nej" | - => "a"', "ANY") == []


def test_rules_of_an_any_table_that_disagree_are_shown() -> None:
    (found,) = said('- | - => "a"\n"nej" | "ja" => "b"', "ANY")

    assert "regel 1 och regel 2 ger olika utfall när val är nej och mer är ja" in found


def test_a_rule_in_the_shadow_of_earlier_ones_never_applies() -> None:
    rules = '"ja" | - => "a"\nnot("ja") | - => "b"\n"nej" | "ja" => "a"'

    assert said(rules, "FIRST") == ["b.dmn#r3: regel 3 kan aldrig gälla [decision]"]


def test_a_rule_that_only_what_is_not_set_fulfils_can_apply() -> None:
    assert said('not("ja", "nej", "kanske") | - => "a"', "COLLECT") == []


@pytest.mark.parametrize(
    ("head", "rules", "told"),
    [
        ("vall => ut", '- => "a"', "b.dmn#b: okänd variabel vall"),
        ("val => utt", '- => "a"', "okänd variabel utt"),
        ("dag => ut", '- => "a"', "variabeln dag har inga koder"),
        ("val => dag", '- => "a"', "variabeln dag har inga koder"),
        ("val | val => ut", '- | - => "a"', "variabeln val har två kolumner"),
        ("val => val", '- => "ja"', "variabeln val har två kolumner"),
        ("val => ut", '"jo" => "a"', "b.dmn#r1: regel 1: val har inget värde 'jo'"),
        ("val => ut", 'not("jo") => "a"', "val har inget värde 'jo'"),
        ("val => ut", '- => "c"', "b.dmn#r1: regel 1: ut har inget värde 'c'"),
        ('x("a") => y("b")', '"b" => "b"', "x har inget värde 'b'"),
        ('x("a") => y("b")', '- => "a"', "y har inget värde 'a'"),
        ('val("ja") => ut', '- => "a"', "kolumnens koder för val är inte registrets: ja, nej"),
    ],
)
def test_unknown_variables_and_codes_are_found(head: str, rules: str, told: str) -> None:
    assert told in "\n".join(said(rules, head=head))


def test_a_table_may_declare_what_is_no_routing_variable() -> None:
    assert said('"p" => "k"\nnot("p") => "k"', head='x("p", "q") => y("k")') == []


def test_a_table_too_large_to_try_is_never_called_right() -> None:
    names = [f"v{n}" for n in range(7)]
    head = " | ".join(f'{name}("a","b","c","d","e")' for name in names) + " => ut"
    rows = [" | ".join(f'"{code}"' for _ in names) + ' => "a"' for code in "abcde"]

    assert said("\n".join(rows), head=head) == [
        "b.dmn#b: tabellen är inte helt kontrollerad: för många kombinationer av värden [decision]"
    ]


def test_a_table_of_too_many_rules_is_never_called_right() -> None:
    (found,) = said('- => "a"\n' * (MAX_RULES + 1), head="val => ut")

    assert "inte helt kontrollerad: för många regler" in found


@pytest.mark.parametrize("policy", ["UNIQUE", "FIRST", "ANY"])
def test_what_is_found_is_what_happens(policy: str) -> None:
    """Random tables: a table without findings gives one output for all values, others not."""
    random = Random(policy)  # noqa: S311  a sample, no secret
    cells = ["-", '"ja"', 'not("ja")', '"nej"', 'not("nej")']
    outcomes = set()
    for _ in range(300):
        rows = [(random.choice(cells), random.choice(cells), random.choice("aab"))
                for _ in range(random.randint(1, 4))]  # fmt: skip
        rules = "\n".join(f'{one} | {two} => "{out}"' for one, two, out in rows)
        sound = not [f for f in said(rules, policy) if "kan aldrig gälla" not in f]
        outcomes.add(sound)

        assert sound == _always_one(rules, policy), rules
    assert outcomes == {True, False}


def _always_one(rules: str, policy: str) -> bool:
    table = read_decision("b.dmn", dmn("val | mer => ut", rules, policy).encode())
    for val, mer in product(("ja", "nej", "kanske", None), ("ja", "nej", None)):
        values = {k: v for k, v in (("val", val), ("mer", mer)) if v}
        try:
            if len(evaluate(table, values)) != 1:
                return False
        except DecisionError:
            return False
    return True


def test_the_tables_of_a_process_set_are_checked() -> None:
    found = findings(REGISTERS | {"b.dmn": dmn("val => mer", '"ja" => "nej"')})

    assert [str(f) for f in found] == ["b.dmn#b: ingen regel gäller när val är nej [decision]"]
