"""Every form of process owners takes whatever is sent: it is done, or said why not."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from flask import Flask

from engine.bootstrap import Engine
from tests.engine.modelling.small import FORM, LIVE, MAIN, Owners, main
from tests.web.conftest import Browser
from tests.web.shown_forms import Shown, forms
from tests.web.test_every_form_fuzzed import OWNED, fuzz
from web import create_app
from web.security import limiter

PEOPLE = ("agare", "agare2", "soc.chef", "polis.chef")
BY_SCRIPT = {"POST modeller.tidy"}
"""Posted by the editor only."""
LATER = {"POST moving.choose", "POST moving.undo", "POST moving.decide"}
"""Shown when cases have been tried or moved; see test_moving."""


@dataclass
class OwnersPlace:
    """Drafts and a proposal of the small set, made anew at will."""

    engine: Engine
    app: Flask
    owners: Owners = field(init=False)

    def __post_init__(self) -> None:
        self.owners = Owners(self.engine)

    def at(self, person: str) -> Browser:
        """Return somebody's browser."""
        client = self.app.test_client()
        assert isinstance(client, Browser)
        with client.session_transaction() as session:
            session["_user_id"] = person
        client.get("/versioner", follow_redirects=True)
        return client

    def shown(self) -> dict[str, tuple[str, Shown]]:
        """Return for each route that a form leads to: (person, form)."""
        found: dict[str, tuple[str, Shown]] = {}
        for address in self._addresses():
            for person in PEOPLE:
                answer = self.at(person).get(address)
                for form in forms(address, answer.text if answer.mimetype == "text/html" else ""):
                    found.setdefault(self._route(form), (person, form))
        return found

    def renewed(self, form: Shown) -> Shown:
        """Return the form as it is; what it was about may be gone, and it says so."""
        return form

    def _route(self, form: Shown) -> str:
        path, method = form.action.partition("?")[0].partition("#")[0], form.method.upper()
        endpoint, _ = self.app.url_map.bind("").match(path, method)
        return f"{method} {endpoint}"

    def _addresses(self) -> Iterator[str]:
        draft = self.owners.draft(main=main("a"))
        old = self.owners.draft(main=main("b", "late", "n"))
        proposed = self.owners.draft(main=main("b", "late", "a"))
        made = self.engine.publishing.propose(self.owners.pia, proposed.id, "Ett skäl")
        version = self.owners.publish(LIVE | {MAIN: main("b")})
        yield "/utkast"
        for each in (draft, old):
            own = f"/utkast/{each.id}"
            yield from (own, f"{own}/foresla", f"{own}/steg/{MAIN}", f"{own}/rita/{MAIN}")
            yield from (f"{own}/steg/{MAIN}/a", f"{own}/steg/{MAIN}/ny/a_g", f"{own}/rita/{FORM}")
        yield from (f"/forslag/{made.id}", f"/forslag/{made.id}/arenden", "/ny-ordning")
        yield from (f"/versioner/{self.owners.live}", f"/versioner/{version}")


@pytest.fixture
def place(real_engine: Engine) -> OwnersPlace:
    app = create_app(real_engine)
    app.test_client_class = Browser
    limiter.reset()
    return OwnersPlace(real_engine, app)


def test_every_form_of_process_owners_takes_whatever_is_sent(place: OwnersPlace) -> None:
    found = {route: at for route, at in place.shown().items() if route.split()[1] != "auth.leave"}
    rules = [rule for rule in place.app.url_map.iter_rules() if "POST" in (rule.methods or ())]
    owned = {f"POST {r.endpoint}" for r in rules if r.endpoint.partition(".")[0] in OWNED}
    assert owned - found.keys() - BY_SCRIPT - LATER == set()
    for route, (person, form) in found.items():
        fuzz(place, route, person, form)
