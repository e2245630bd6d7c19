"""The compiled schema says "nothing is wrong" exactly when the one that explains says so."""

from pathlib import Path
from random import Random

import pytest

from engine.config import Settings
from engine.forms import Form, read_form

FORMS = sorted((Settings().processes / "forms").glob("*.form"))
ODD = ("", "x" * 5000, "2026-02-30", "2026-02-28", -1, 10**9, 1.5, True, [], ["ja", "ja"], ["?"])


def answers(form: Form, draws: Random) -> dict[str, object]:
    """Return answers of which some are right, some odd and some missing."""
    found: dict[str, object] = {"okänd": 1} if draws.random() < 0.05 else {}
    for field in form.fields:
        codes = [option.value for option in field.options]
        right: list[object] = [*codes, "text", "2026-03-02", 1, codes[:1]]
        if draws.random() < 0.9:
            found[field.key] = draws.choice(ODD if draws.random() < 0.1 else right)
    return found


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_the_quick_verdict_is_the_thorough_one(file: Path) -> None:
    form = read_form(file.name, file.read_text(encoding="utf-8"))
    draws = Random(file.stem)  # noqa: S311  a test, no secret
    for _ in range(40):
        data = answers(form, draws)
        thorough = not list(form._validator.iter_errors(data))

        assert form._quick.is_valid(data) == thorough, data
