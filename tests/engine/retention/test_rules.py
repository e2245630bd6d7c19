"""The rules of retention are read, and a set in which something has no rule is refused."""

import pytest

from engine.errors import ModelError
from engine.registers import read_registers
from engine.retention.rules import CONTENTS, FACTS, of_agency, of_log, read_rules
from tests.engine.db.small import FILES
from tests.engine.retention.kept import FOR_EVER, LOG, RULES, rule

REGISTERS = read_registers(FILES)


def said(text: str) -> str:
    with pytest.raises(ModelError) as refused:
        read_rules({"gallring.toml": text}, REGISTERS)
    return str(refused.value)


def test_the_rules_of_each_agency_and_of_the_log_are_read() -> None:
    rules = read_rules({"gallring.toml": RULES}, REGISTERS)
    (soc,), (log,) = of_agency(rules, "socialtjansten"), of_log(rules)

    assert (soc.id, soc.law, soc.years, soc.kept) == ("personakt", "Lag personakt", 5, False)
    assert soc.contents == frozenset(CONTENTS)
    assert (log.contents, log.agencies) == (frozenset({FACTS}), frozenset())
    assert rules["bevaras"].kept


def test_a_set_without_the_file_has_no_rules() -> None:
    assert read_rules({}, REGISTERS) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (RULES.replace('utfall = "gallras"', 'utfall = "slangs"', 1), "okänt utfall 'slangs'"),
        (RULES.replace("ar = 5", "ar = 0", 1), "ar är ett helt tal"),
        (RULES.replace("sista_anteckning", "fullmåne", 1), "raknas_fran är något av"),
        (RULES.replace('lagrum = "Lag brott"', 'lagrum = " "'), "lagrum är tomt"),
        (RULES.replace('lagrum = "Lag brott"\n', ""), "posten är felaktig: ”lagrum” saknas"),
        (RULES + 'hur = "x"\n', "okänd nyckel 'hur'"),
        (RULES + rule("till", "[till.nar]", "mane = 1"), "okänt villkor 'mane'"),
        (RULES + rule("till", agencies='["ingen"]'), "aktören 'ingen' finns inte"),
        (RULES.replace('"svar", ', '"svar", "brev", ', 1), "innehållet 'brev' finns inte"),
        (RULES + rule("till", "[till.nar.variabler]", 'x = ["ja"]'), "variabeln 'x' finns inte"),
        (RULES.replace(LOG, LOG + 'aktorer = ["socialtjansten"]\n'), "aktorer hör till allt utom"),
        (RULES.replace(FOR_EVER, ""), "svar hos migrationsverket har 0 regler"),
        (RULES.replace(LOG, ""), "loggfakta har 0 regler"),
        (RULES + rule("till"), "bilagor hos socialtjansten har 2 regler"),
        ("[", "filen kan inte läsas"),
    ],
)
def test_what_is_wrong_is_said(text: str, found: str) -> None:
    assert found in said(text)


def test_a_rule_with_a_condition_adds_to_the_plain_one() -> None:
    more = rule("barn", "[barn.nar]", 'formular = ["f"]', "fodd_dag = [5]", years=30)
    rules = read_rules({"gallring.toml": RULES + more}, REGISTERS)

    assert [each.id for each in of_agency(rules, "socialtjansten")] == ["personakt", "barn"]
    assert (rules["barn"].when.forms, rules["barn"].when.birthdays) == ({"f"}, {5})
