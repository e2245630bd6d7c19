"""A duty that a task rests on is in the register, and what stands there is right."""

import pytest

from engine.bpmn.check import findings
from engine.bpmn.check.rules.duty import duty
from engine.bpmn.definitions import read_folder
from engine.config import Settings
from tests.engine.bpmn.check.rules.duties import DUTIES, SOCIAL, resting_on
from tests.engine.bpmn.check.rules.examples import examples, one
from tests.engine.bpmn.samples import user

VALID = {
    "registered": resting_on("SOC-01", SOCIAL),
    "another source": one(user("a", lagrum="LVU 7 §")),
}
INVALID = {
    "not in the register": (
        resting_on("SOC-99", SOCIAL), "ansvaret SOC-99 finns inte i ansvar.toml [duty]"
    ),
    "no register": (one(user("a", ansvar="SOC-01")), "ansvaret SOC-01 finns inte i ansvar.toml"),
}  # fmt: skip

test_examples = examples(duty, VALID, INVALID)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"soc"', '"kungen"', "aktören 'kungen' finns inte"),
        ('"ska"', '"bör"', "okänt slag 'bör'"),
        ("steg", "stag", "SOC-01: posten är felaktig"),
        ('slag = "ska"', 'slag = "ska"\nfarg = "röd"', "okänd nyckel 'farg'"),
    ],
)
def test_a_row_of_the_register_that_is_wrong_is_found(old: str, new: str, message: str) -> None:
    wrong = one(user("a"), **{DUTIES: SOCIAL.replace(old, new)})

    assert message in "\n".join(map(str, findings(wrong)))


def test_the_shipped_register_has_every_duty_of_the_source_text() -> None:
    lines = read_folder(Settings().processes)[DUTIES].splitlines()

    assert sum(line.startswith("[") for line in lines) == 118
