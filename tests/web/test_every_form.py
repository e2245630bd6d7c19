"""Every form of the processes can be shown, sent empty and sent back."""

from pathlib import Path

import pytest

from engine.forms import read_form

FILES = sorted((Path(__file__).parents[2] / "processes" / "forms").glob("*.form"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_form_can_be_shown_and_comes_back_when_it_lacks_answers(ada, engine, file):
    engine.form = read_form(file.name, file.read_text(encoding="utf-8"))
    shown = ada.get("/uppgift/u1")
    sent = ada.send("/uppgift/u1", _handling="slutfor")

    assert shown.status_code == 200
    for field in engine.form.fields:
        assert f'id="{field.key}"' in shown.text
    required = any(field.required and not field.hidden_when for field in engine.form.fields)
    assert sent.status_code == (422 if required else 303)
