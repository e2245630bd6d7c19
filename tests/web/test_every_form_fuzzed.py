"""Every form of every page takes whatever is sent: it is done, or said why not, and never lost."""

import html
import time
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from engine.bootstrap import Engine
from tests.web.any_input import ODD, WORDS, posts
from tests.web.conftest import Browser
from tests.web.crawled import Crawled
from tests.web.fuzzed_place import FuzzedPlace
from tests.web.shown_forms import Shown
from web import create_app
from web.security import limiter

OK = 200
FINE = {OK, 303, 404, 409, 422}
PATIENCE = 10
"""Seconds for one answer, on a busy machine."""
ASKED = {
    "/arende/{}": ("flik", "diagram"), "/fordelning": ("hos",), "/logga-in": ("till", "namn"),
    "/": ("visa", "efter", "nya"),
}  # fmt: skip
"""What pages read from their address beside the fields of a form."""
COUNT = 4
EXAMPLES = settings(
    max_examples=COUNT, derandomize=True, deadline=None, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


ELSEWHERE = {
    *("modelling", "publishing", "steps", "moving", "modeller", "retention", "analysis"),
    *("rehearsals", "account", "accounts", "exchange", "incidents", "happenings", "files", "api"),
}
"""Modules whose pages are another place's: see test_owners_forms_fuzzed, test_exchange_fuzzed, and
signin/."""
STAY = {"auth.stay", "auth.show_code", "auth.resume"}
"""Posted by the script of every page, or on the way in: see signin/."""


@pytest.fixture
def place(engine_on_both: Engine) -> Iterator[FuzzedPlace]:
    app = create_app(engine_on_both)
    app.test_client_class = Browser
    limiter.reset()
    return FuzzedPlace(engine_on_both, app)


def test_every_form_of_every_page_takes_whatever_is_sent(place: FuzzedPlace) -> None:
    """One long walk, half of the forms on each kind of database: making the place takes long."""
    found = place.shown()
    posted_to = {r.endpoint for r in place.app.url_map.iter_rules() if "POST" in (r.methods or ())}
    ours = {each for each in posted_to - STAY if each.partition(".")[0] not in ELSEWHERE}
    missing = {f"POST {endpoint}" for endpoint in ours} - found.keys()
    assert missing == set(), "no page of tests/web/fuzzed_place.py shows a form for these"
    half = place.engine.database.dialect.name == "sqlite"
    for route, (person, form) in list(found.items())[half::2]:
        fuzz(place, route, person, form)


def fuzz(place: Crawled, route: str, person: str, form: Shown) -> None:
    """Send one form many times, filled in by chance."""
    client, now = place.at(person), form

    @EXAMPLES
    @given(posts(form))
    def sent(typed: dict[str, list[str]]) -> None:
        nonlocal client, now
        limiter.reset()
        note(f"{route} {now.action}")
        answer = send(client, now, typed)
        require_told(answer, now, typed)
        if answer.status_code == 303:
            client = place.at(person)
            now = now if client.get(now.page).status_code == OK else place.renewed(now)

    sent()


def send(client: Browser, form: Shown, typed: dict[str, list[str]]) -> TestResponse:
    """Send a form as a browser does, and fail if that takes too long."""
    began = time.monotonic()
    if form.method == "get":
        answer = client.get(form.action, query_string=typed)
    else:
        data: dict[str, Any] = dict(typed)
        for each in form.controls.values():
            if each.kind == "file":
                data[each.name] = (BytesIO("".join(typed[each.name]).encode()), "a\u202etxt.exe")
        answer = client.send(form.action, **data)
    assert time.monotonic() - began < PATIENCE
    return answer


def require_told(answer: TestResponse, form: Shown, typed: dict[str, list[str]]) -> None:
    """Require that nothing broke, and that what was refused is said and kept."""
    assert answer.status_code in FINE | ({400, 401} if answer.is_json else set())
    if answer.status_code == 422:
        assert "govuk-error-summary" in answer.text or "<h1" in answer.text
    if answer.status_code in {409, 422} and not answer.is_json:
        shown = html.unescape(answer.text)
        assert [word for word in words(form, typed) if word not in shown] == []


def words(form: Shown, typed: dict[str, list[str]]) -> list[str]:
    """Return what somebody had written in the form, and must find again."""
    if typed.get("_oppet", ["1"])[:1] != ["1"]:  # the page says that its questions were closed
        return []
    written = [name for name in form.texts if name in typed and not name.startswith("_bevaka")]
    first = (typed[name][:1] for name in written)
    return [text for values in first for text in values if text.startswith("Ord ")]


@pytest.mark.parametrize("page", ["/", "/arende/{}", "/fordelning", "/logga-in"])
def test_every_page_takes_whatever_stands_in_its_address(place: FuzzedPlace, page: str) -> None:
    client = place.at("soc.chef")
    said = st.one_of(st.sampled_from(ODD), WORDS, st.text(max_size=40))

    @EXAMPLES
    @given(st.fixed_dictionaries(dict.fromkeys(ASKED[page], said)))
    def sent(typed: dict[str, str]) -> None:
        answer = client.get(page.format(place.desk.case_id), query_string=typed)
        assert answer.status_code in {OK, 302, 303, 404}

    sent()
