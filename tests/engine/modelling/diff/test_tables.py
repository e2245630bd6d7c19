from engine.bpmn.definitions import read_process_set
from engine.modelling.diff import compare
from tests.engine.modelling.diff.rich import DMN, HANDOVERS, RICH, changed, only, said

FIRST = RICH[DMN][RICH[DMN].index('<rule id="r1">') : RICH[DMN].index('<rule id="r2">')]


def test_a_rule_that_comes_or_goes_is_told() -> None:
    new = FIRST.replace('"r1"', '"r0"').replace("a1", "a0").replace("b1", "b0")

    assert str(only(changed(DMN, FIRST, FIRST + new))) == (
        "Beslutstabellen ”Vägen”: ny regel r0: ja → ja."
    )
    assert str(only(changed(DMN, FIRST, ""))) == (
        "Beslutstabellen ”Vägen”: regeln r1: ja → ja är borta."
    )


def test_the_order_of_rules_matters_where_the_first_one_decides() -> None:
    rest = RICH[DMN][RICH[DMN].index('<rule id="r2">') : RICH[DMN].index("</decisionTable>")]
    turned = changed(DMN, FIRST + rest, rest + FIRST)

    assert said(turned) == [("table", "Beslutstabellen ”Vägen”: reglerna står i annan ordning.")]


def test_cells_are_said_in_words() -> None:
    change = only(changed(DMN, "<text>-</text>", '<text>not("ja", "nej")</text>'))

    assert "villkoret är nu inte ja eller nej (tidigare vad som helst)" in str(change)


def test_a_table_that_opens_handovers_concerns_their_parties() -> None:
    opens = {HANDOVERS: RICH[HANDOVERS].replace('["28"]', '["utlamnandegrund"]'),
             "utlamnandegrund.dmn": RICH[DMN].replace('"vag"', '"utlamnandegrund"')}  # fmt: skip
    set_ = RICH | opens
    other = opens["utlamnandegrund.dmn"].replace('<text>"nej"</text>', '<text>"ja"</text>')

    (change,) = compare(
        read_process_set(set_), read_process_set(set_ | {"utlamnandegrund.dmn": other})
    ).changes
    assert change.agencies == ("polismyndigheten", "socialtjansten")
