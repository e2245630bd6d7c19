"""Reading a DMN file: what a table says, and everything that is refused."""

import pytest

from engine.bpmn.dmn import read_decision
from engine.decisions import Cell, Clause, Rule
from engine.errors import ModelError
from tests.engine.bpmn.rules import dmn

GOOD = dmn(
    'val | x("a", "b") => mer | y("c")',
    '"ja" | not("a") => "nej" | "c" : UtlL 5:15: så här: därför\n - | => "ja" | "c" : bara en not',
)


def refusal(text: str | bytes, file: str = "b.dmn") -> str:
    with pytest.raises(ModelError) as caught:
        read_decision(file, text if isinstance(text, bytes) else text.encode())
    assert {finding.file for finding in caught.value.findings} == {file}
    return "\n".join(map(str, caught.value.findings))


def test_a_table_is_read() -> None:
    table = read_decision("b.dmn", GOOD.encode())

    assert (table.id, table.name, table.hit_policy) == ("b", "Beslutet", "UNIQUE")
    assert table.inputs == (Clause("val"), Clause("x", ("a", "b")))
    assert table.outputs == (Clause("mer"), Clause("y", ("c",)))
    assert table.rules[0] == Rule(
        "r1", (Cell(("ja",)), Cell(("a",), negated=True)), ("nej", "c"),
        "UtlL 5:15", "så här: därför",
    )  # fmt: skip
    assert (table.rules[1].law, table.rules[1].note) == ("", "bara en not")


def test_without_a_hit_policy_a_table_is_unique() -> None:
    text = GOOD.replace(' hitPolicy="UNIQUE"', "")

    assert read_decision("b.dmn", text.encode()).hit_policy == "UNIQUE"


def test_a_rule_without_an_id_is_named_by_its_number() -> None:
    text = GOOD.replace(' id="r2"', "")

    assert read_decision("b.dmn", text.encode()).rules[1].id == "regel_2"


@pytest.mark.parametrize("policy", ["FIRST", "ANY", "COLLECT", "RULE ORDER"])
def test_every_hit_policy_of_ours_is_read(policy: str) -> None:
    text = GOOD.replace("UNIQUE", policy)

    assert read_decision("b.dmn", text.encode()).hit_policy == policy


@pytest.mark.parametrize("policy", ["PRIORITY", "OUTPUT ORDER", "NONSENSE", "unique"])
def test_every_other_hit_policy_is_refused(policy: str) -> None:
    said = refusal(GOOD.replace("UNIQUE", policy))

    assert f"b.dmn#b: träffregeln {policy} stöds inte, bara UNIQUE, FIRST, ANY" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"UNIQUE"', '"COLLECT" aggregation="SUM"', "#t: aggregation på decisionTable stöds inte"),
        ("<decisionTable", '<informationRequirement id="i"/><decisionTable',
         "#i: elementet informationRequirement stöds inte i decision"),
        ("<decision ", '<inputData id="i"/><decision ', "elementet inputData stöds inte"),
        ("<decision ", '<x xmlns="other" id="i"/><decision ', "elementet x stöds inte"),
        ("<decision ", "<?php x ?><decision ", "stöds inte i definitions"),
        ("<text>val</text>", '<text>val</text><importedValues id="i"/>', "importedValues"),
        ("<inputEntry>", '<inputEntry expressionLanguage="python">',
         "#r1: expressionLanguage på inputEntry stöds inte"),
        ('<decision id="b"', '<decision id="c"', "#c: beslutets id är 'c', det ska vara filens"),
        (' name="Beslutet"', "", "#b: beslutet saknar namn"),
        ("</decision>", '</decision><decision id="c" name="C"/>', "filen har 2 beslut"),
        ("</decisionTable>", '</decisionTable><decisionTable id="u"/>', "ha en beslutstabell"),
        ('id="r2"', 'id="r1"', "#r1: id:t r1 finns 2 gånger"),
        ("<text>val</text>", "<text>val.x</text>", "namnet på en variabel, inte 'val.x'"),
        ("<text>val</text>", "<text/>", "namnet på en variabel, inte ''"),
        ('name="mer"', 'name="Mer"', "namnet på en variabel, inte 'Mer'"),
        ('typeRef="string"', 'typeRef="number"', "typ är 'number', den ska vara string"),
        ("<inputEntry><text>-</text></inputEntry>", "", "#r2: regel 2 har inte en cell för varje"),
        ('<text>"ja"</text>', "<text>open(1)</text>", "#r1: regel 1: bara -,"),
        ('<text>"nej"</text>', "<text>-</text>", "#r1: bara -,"),
        ('<text>"nej"</text>', '<text>"ja", "nej"</text>', 'ett utfall är en kod, inte "ja"'),
        ('<text>"nej"</text>', "<text/>", "#r1: bara -,"),
        ("20191111/MODEL", "20180521/MODEL", "inte en beslutstabell i DMN 1.3"),
    ],
)  # fmt: skip
def test_what_a_table_cannot_mean_to_us_is_refused(old: str, new: str, said: str) -> None:
    assert said in refusal(GOOD.replace(old, new, 1))


@pytest.mark.parametrize(("tag", "word"), [("input", "indata"), ("output", "utfall")])
def test_a_table_without_columns_or_rules_is_refused(tag: str, word: str) -> None:
    before, _, rest = GOOD.partition(f"<{tag} ")
    text = before + rest.rpartition(f"</{tag}>")[2]

    assert f"tabellen saknar {word}" in refusal(text)


def test_a_table_without_rules_is_refused() -> None:
    text = GOOD.partition("<rule ")[0] + GOOD.rpartition("</rule>")[2]

    assert "tabellen saknar regler" in refusal(text)


def test_everything_that_is_wrong_is_told_at_once() -> None:
    said = refusal(GOOD.replace('"ja"', "ja").replace('name="mer"', 'name="MER"'))

    assert len(said.splitlines()) > 2


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (b"", "inte giltig XML"),
        (b"<definitions/>", "inte en beslutstabell"),
        (GOOD.encode() + b" " * 5_000_000, "större än 5 MB"),
        (b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + GOOD.encode(), "dokumenttyp"),
        (b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r>&b;</r>', "dokumenttyp"),
        ('<?xml version="1.0" encoding="UTF-16"?>\n<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'
         .encode("utf-16"), "dokumenttyp"),
    ],
)  # fmt: skip
def test_broken_huge_and_hostile_files_are_refused(xml: bytes, said: str) -> None:
    assert said in refusal(xml)
