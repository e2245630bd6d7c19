"""A form that is stopped halfway, sent twice or overtaken: nothing typed is lost."""

import html
import re

import pytest

from engine.bootstrap import Engine
from engine.demo import PASSWORD
from tests.web.clerks import Clerks
from tests.web.conftest import Browser
from tests.web.shown_forms import Shown, forms
from web.security import limiter

OURS = {"Origin": "http://localhost"}
CONTACT = {"roll": "tolk", "namn": "Tolkcentralen", "kontaktvag": "Ring aldrig hem."}
ERRAND = {"rubrik": "Ring skolan", "beskrivning": "Fråga bara om närvaron."}


@pytest.fixture
def clerks(engine_on_both: Engine) -> Clerks:
    clerks = Clerks(engine_on_both)
    limiter.reset()
    return clerks


@pytest.fixture
def task(clerks: Clerks) -> str:
    return f"/uppgift/{clerks.desk.tasks('socialtjansten')[0].id}"


def stopped(clerks: Clerks, path: str, typed: dict[str, str]) -> tuple[Browser, Shown]:
    """Send a form when the session is over, sign in, and return the page that comes next."""
    client = clerks.app.test_client()
    assert isinstance(client, Browser)
    asked = client.post(path, data=typed, headers=OURS)
    assert asked.status_code == 401
    assert "Det du hade skrivit finns kvar på den här sidan" in asked.text
    (form,) = forms("/logga-in", asked.text)
    sent = {name: each.values[0] for name, each in form.controls.items() if name != "_csrf"}
    went_on = client.send("/logga-in", **sent | {"namn": "soc", "losenord": PASSWORD})
    if went_on.status_code == 303:
        return client, Shown("", went_on.location, "get")
    for text in typed.values():
        assert re.fullmatch(r"[a-z0-9_]*", text) or html.escape(text) in went_on.text
    return client, next(each for each in forms("/logga-in", went_on.text) if each.action == path)


def send_again(client: Browser, form: Shown) -> int:
    typed = {name: each.values[0] for name, each in form.controls.items()}
    return client.post(form.action, data=typed).status_code


@pytest.mark.parametrize(
    ("place", "typed"),
    [("kontakt", CONTACT), ("egen-uppgift", ERRAND), ("jav", {"skal": "Granne."})],
)
def test_a_session_that_ended_while_somebody_wrote_about_a_case_loses_nothing(
    clerks: Clerks, place: str, typed: dict[str, str]
) -> None:
    client, form = stopped(clerks, f"{clerks.case}/{place}", typed)

    assert send_again(client, form) == 303
    kinds = [entry.kind for entry in clerks.desk.log()]
    assert kinds[-1] in {"contact_added", "errand_added", "disqualified"}


@pytest.mark.parametrize(
    ("act", "typed"),
    [
        ("kommentar", {"_kommentar": "Ring god man."}),
        ("ge", {"_kollega": "soc.chef", "_skal": "Hinner inte."}),
        ("bevaka", {"_bevaka-day": "24", "_bevaka-month": "12", "_bevaka-year": "2026"}),
    ],
)
def test_a_session_that_ended_beside_a_task_loses_nothing(
    clerks: Clerks, task: str, act: str, typed: dict[str, str]
) -> None:
    client, form = stopped(clerks, f"{task}/{act}", typed)

    assert send_again(client, form) == 303
    kinds = {entry.kind for entry in clerks.desk.log()}
    assert kinds & {"comment_written", "task_assigned", "follow_up_set"}


def test_answers_become_a_draft_and_a_comment_beside_them_is_sent_with_one_press(
    clerks: Clerks, task: str
) -> None:
    field = forms(task, clerks.at("soc").get(task).text)
    name = next(n for form in field for n in form.texts if not n.startswith("_"))
    typed = {name: "Hon är rädd.", "_kommentar": "Ring god man.", "_utkast": "0", "_oppet": "1"}
    client = clerks.app.test_client()
    asked = client.post(task, data=typed, headers=OURS)
    (form,) = forms("/logga-in", asked.text)
    sent = {key: each.values[0] for key, each in form.controls.items() if key != "_csrf"}
    page = client.send("/logga-in", **sent | {"namn": "soc", "losenord": PASSWORD})
    assert "Svaren är sparade som utkast." in page.text
    again = next(f for f in forms("", page.text) if f.action == f"{task}/kommentar")

    assert send_again(client, again) == 303
    shown = client.get(task).text
    assert "Hon är rädd." in shown
    assert "Ring god man." in shown


def test_a_form_from_another_site_is_not_kept(clerks: Clerks) -> None:
    client = clerks.app.test_client()
    answer = client.post(f"{clerks.case}/kontakt", data=CONTACT, headers={"Origin": "http://a.se"})

    assert answer.status_code == 303
    assert "Tolkcentralen" not in client.get("/logga-in").text


def test_a_comment_sent_twice_is_one_and_another_after_the_back_button_is_two(
    clerks: Clerks, task: str
) -> None:
    soc = clerks.at("soc")
    for text in ("Ring.", "Ring.", "Ring igen."):
        assert soc.send(f"{task}/kommentar", _kommentar=text, _kommando="ett").status_code == 303

    assert [entry.kind for entry in clerks.desk.log()].count("comment_written") == 2


@pytest.mark.parametrize(
    ("place", "typed", "key"), [("kontakt", CONTACT, "namn"), ("egen-uppgift", ERRAND, "rubrik")]
)
def test_what_is_kept_beside_a_case_is_kept_once_however_often_it_is_sent(
    clerks: Clerks, place: str, typed: dict[str, str], key: str
) -> None:
    soc = clerks.at("soc")
    for text in ("Ett", "Ett", "Två"):
        sent = typed | {key: text, "_kommando": "ett"}
        assert soc.send(f"{clerks.case}/{place}", **sent).status_code == 303

    kinds = [entry.kind for entry in clerks.desk.log()]
    assert kinds.count("contact_added") + kinds.count("errand_added") == 2


def test_what_was_typed_is_shown_when_a_colleague_has_closed_the_case(
    clerks: Clerks, task: str
) -> None:
    soc, chef = clerks.at("soc"), clerks.desk.person("Socialtjänsten", "chef")
    clerks.engine.casework.close_case(chef, clerks.desk.case_id, "A1", "Öppnat av misstag.")
    for path, typed in (
        (f"{clerks.case}/egen-uppgift", ERRAND),
        (f"{task}/kommentar", {"_kommentar": "Ring god man."}),
        (f"{task}/ge", {"_kollega": "soc.chef", "_skal": "Hinner inte."}),
        (task, {"motivering": "Hon är rädd.", "_handling": "slutfor"}),
    ):
        answer = soc.send(path, **typed)
        assert answer.status_code == 409, path
        assert "Det du hade skrivit" in answer.text
        texts = [text for key, text in typed.items() if key not in {"_kollega", "_handling"}]
        assert [text for text in texts if html.escape(text) not in answer.text] == [], path


def test_one_word_from_an_old_page_is_shown_too(clerks: Clerks) -> None:
    soc = clerks.at("soc")
    soc.token = "old"  # noqa: S105
    answer = soc.send(f"{clerks.case}/kontakt", **CONTACT)

    assert answer.status_code == 400
    assert "Tolkcentralen</p>" in answer.text
