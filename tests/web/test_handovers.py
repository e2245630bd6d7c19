"""The page of a task tells what it hands over."""

from dataclasses import replace

from engine.views import HandoverLine
from tests.web.fake_engine import SUSPICION, FakeEngine

LINE = HandoverLine(
    "Orosanmälan", ("Socialtjänsten",), ("Vad har hänt?",), "SoL 19:1",
    (("Görs en anmälan?", "Ja"),), "OSL 10:28 – uppgiftsskyldighet i lag", (), None,
)  # fmt: skip


def task_text(ada, monkeypatch, line):
    shown = FakeEngine.task_page
    monkeypatch.setattr(
        FakeEngine, "task_page", lambda *a: replace(shown(*a), handovers=(line,) if line else ())
    )
    return ada.get(f"/uppgift/{SUSPICION.id}").text


def test_a_task_that_hands_nothing_over_says_nothing_of_it(ada, monkeypatch):
    text = task_text(ada, monkeypatch, None)

    assert "Det här lämnar er myndighet" not in text
    assert "läses bara där</li>" in text


def test_a_task_tells_what_to_whom_when_and_on_which_ground(ada, monkeypatch):
    text = task_text(ada, monkeypatch, LINE)

    assert "Det här lämnar er myndighet" in text
    for told in ("Orosanmälan", "SoL 19:1", "OSL 10:28", "<li>Vad har hänt?</li>"):
        assert told in text
    assert "”Görs en anmälan?” besvaras Ja" in text
    assert "utom det som lämnas ut enligt ovan" in text
    assert text.index("Det här lämnar er myndighet") < text.index("Slutför uppgiften")


def test_a_task_tells_which_consent_it_needs(ada, monkeypatch):
    needs = replace(LINE, ground=None, consent="Säger personen ja?")

    assert "Kräver samtycke: Säger personen ja?" in task_text(ada, monkeypatch, needs)


def test_a_task_lists_the_grounds_that_its_form_asks_for(ada, monkeypatch):
    asks = replace(LINE, ground=None, choices=("OSL 10:23 – brott", "OSL 10:15 a – avvägning"))
    text = task_text(ada, monkeypatch, asks)

    assert "Du väljer i formuläret. Öppna just nu: OSL 10:23 – brott; OSL 10:15 a" in text


def test_a_task_without_any_ground_says_so(ada, monkeypatch):
    text = task_text(ada, monkeypatch, replace(LINE, ground=None))

    assert "uppgifterna får inte lämnas" in text
