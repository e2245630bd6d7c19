"""Every form of every page and of the processes, filled in by chance, far longer than the tests."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, given, seed, settings

from bench.fuzz.place import engine_at, small_office
from bench.fuzz.tally import WARM, Tally
from bench.run import KINDS, Run
from tests.engine.db.small import FILES, Office
from tests.web.any_input import posts
from tests.web.conftest import Browser
from tests.web.crawled import Crawled
from tests.web.fuzzed_place import FuzzedPlace
from tests.web.seated import sit
from tests.web.shown_forms import Shown, forms
from tests.web.test_every_form_fuzzed import OK, require_told, send
from tests.web.test_owners_forms_fuzzed import BY_SCRIPT, Archive, OwnersPlace
from tests.web.test_process_forms_fuzzed import FOLDER
from web import create_app
from web.security import limiter

OF_PAGES = 0.5
"""The share of the inputs that goes to the forms of pages; the rest to those of processes."""
AT_ONCE = 25
"""How many inputs a form gets before it is the next one's turn."""
DONE = 303


def fuzz(run: Run, tally: Tally, number: int) -> None:
    """Send forms until there have been enough, half on each kind of database.

    A short round through everything comes first: what grows after it grows for no good reason.
    """
    draws = random.Random(f"forms {number}")  # noqa: S311  no secret
    for begin, end in pairwise((0, int(tally.wanted * WARM), tally.wanted)):
        for part, kind in enumerate(KINDS, 1):
            _all_of(run, kind, tally, begin + (end - begin) * part // len(KINDS), draws)


def _all_of(run: Run, kind: str, tally: Tally, until: int, draws: random.Random) -> None:
    pages = tally.count + int((until - tally.count) * OF_PAGES)
    for make in (FuzzedPlace, OwnersPlace, Archive):
        if tally.count < pages:
            share = pages if make is Archive else tally.count + (pages - tally.count) // 2
            with engine_at(run.url(kind)) as engine:
                app = create_app(engine)
                app.test_client_class = Browser
                _pages(make(engine, app), tally, share, draws)
    with small_office(run.url(kind)) as office:
        _processes(office, tally, until, draws)


def _pages(place: Crawled, tally: Tally, until: int, draws: random.Random) -> None:
    found = place.shown()
    routes = sorted(route for route in found if route not in BY_SCRIPT)
    while tally.count < until:
        route = draws.choice(routes)
        person, form = found[route]
        _one_form(place, tally, route, person, form, draws)


def _one_form(
    place: Crawled, tally: Tally, route: str, person: str, form: Shown, draws: random.Random
) -> None:
    client, now = place.at(person), form

    def send_it(typed: dict[str, list[str]]) -> None:
        nonlocal client, now
        answer = send(client, now, typed)
        tally.outcomes[str(answer.status_code)] += 1
        require_told(answer, now, typed)
        if answer.status_code == DONE:
            client = place.at(person)
            now = now if client.get(now.page).status_code == OK else place.renewed(now)

    _often(tally, route, form, send_it, draws)


def _processes(office: Office, tally: Tally, until: int, draws: random.Random) -> None:
    app = create_app(office.engine)
    app.test_client_class = Browser
    client = app.test_client()
    sit(client, "soc")
    client.get("/arenden/nytt")
    files = sorted(FOLDER.glob("*.form"))
    while tally.count < until:
        file = draws.choice(files)
        text = file.read_text(encoding="utf-8").replace(f'"{file.stem}"', '"f"')
        office.publish(FILES | {"forms/f.form": text})
        _of_process(client, office, file.stem, tally, draws)


def _of_process(
    client: Browser, office: Office, name: str, tally: Tally, draws: random.Random
) -> None:
    page = f"/uppgift/{office.task(office.open(), 'b').id}"
    form = next(f for f in forms(page, client.get(page).text) if f.action == f.page)

    def send_it(typed: dict[str, list[str]]) -> None:
        nonlocal form
        kept = typed | {"_utkast": ["0"], "_oppet": ["1"], "_handling": ["slutfor"]}
        answer = send(client, form, kept)
        tally.outcomes[str(answer.status_code)] += 1
        require_told(answer, form, kept)
        if answer.status_code == DONE:
            form = form.about(form.page[9:], office.task(office.open(), "b").id)

    _often(tally, name, form, send_it, draws)


def _often(
    tally: Tally, name: str, form: Shown, send_it: Callable[[dict[str, list[str]]], None],
    draws: random.Random,
) -> None:  # fmt: skip
    @seed(draws.randrange(2**32))
    @settings(max_examples=AT_ONCE, deadline=None, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(posts(form))
    def sent(typed: dict[str, list[str]]) -> None:
        limiter.reset()
        with tally.one(f"{name}: {typed}"):
            send_it(typed)

    sent()
