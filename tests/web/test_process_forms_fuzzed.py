"""Every form of the processes, in a task of a real case: nothing sent breaks it or is lost."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, note, settings

from engine.bootstrap import Engine
from tests.engine.db.small import FILES, Office
from tests.web.any_input import posts
from tests.web.conftest import Browser
from tests.web.seated import sit
from tests.web.shown_forms import forms
from tests.web.test_every_form_fuzzed import require_told, send
from web import create_app
from web.security import limiter

FOLDER = Path(__file__).parents[2] / "processes" / "forms"
EXAMPLES = settings(
    max_examples=2, derandomize=True, deadline=None, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    return Office(engine_on_both)


@pytest.fixture
def soc(office: Office) -> Browser:
    app = create_app(office.engine)
    app.test_client_class = Browser
    limiter.reset()
    client = app.test_client()
    sit(client, "soc")
    client.get("/arenden/nytt")
    return client


def test_every_form_of_the_processes_takes_whatever_is_sent(soc: Browser, office: Office) -> None:
    """Half of the forms on each kind of database, so that it takes half the time."""
    files = sorted(FOLDER.glob("*.form"))
    assert len(files) > 200
    for file in files[office.engine.database.dialect.name == "sqlite" :: 2]:
        text = file.read_text(encoding="utf-8").replace(f'"{file.stem}"', '"f"')
        office.publish(FILES | {"forms/f.form": text})
        fuzz(soc, office, file.stem)


def fuzz(client: Browser, office: Office, name: str) -> None:
    """Keep what is sent as a draft, and then send it as an answer."""
    page = f"/uppgift/{office.task(office.open(), 'b').id}"
    found = forms(page, client.get(page).text)
    form = next(each for each in found if each.action == each.page)
    saved = next(each for each in found if each.action == f"{each.page}/utkast")

    @EXAMPLES
    @given(posts(form))
    def sent(typed: dict[str, list[str]]) -> None:
        nonlocal form, saved
        note(name)
        kept = typed | {"_utkast": ["0"], "_oppet": ["1"], "_handling": ["slutfor"]}
        draft = send(client, saved, kept)
        require_told(draft, saved, kept)
        kept["_utkast"] = [str(draft.json.get("version", 0) if draft.json else 0)]
        answer = send(client, form, kept)
        require_told(answer, form, kept)
        if answer.status_code == 303:
            fresh = office.task(office.open(), "b").id
            saved, form = (each.about(form.page[9:], fresh) for each in (saved, form))

    sent()
