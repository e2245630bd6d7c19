"""A place whose pages are looked through for forms: people, addresses, what a form is for."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Flask

from engine.bootstrap import Engine
from tests.web.conftest import Browser
from tests.web.seated import sit
from tests.web.shown_forms import Shown, forms

Found = dict[str, tuple[str, Shown]]
"""`METHOD endpoint` → (person, form): the first that was found."""


@dataclass
class Crawled:
    """An application with something on its pages."""

    engine: Engine
    app: Flask
    entry = "/arenden"
    """A page that everybody here may see, with a form on it."""

    def at(self, person: str) -> Browser:
        """Return somebody's browser; nobody's for an empty name."""
        client = self.app.test_client()
        assert isinstance(client, Browser)
        if person:
            sit(client, person)
        client.get(self.entry if person else "/logga-in")
        return client

    def look(self, person: str, addresses: Iterable[str], found: Found) -> None:
        """Put the forms that somebody sees on these pages with those that were found."""
        client = self.at(person)
        for address in addresses:
            answer = client.get(address)
            for form in forms(address, answer.text if answer.mimetype == "text/html" else ""):
                found.setdefault(self.route(form), (person, form))

    def route(self, form: Shown) -> str:
        """Return what a form is for."""
        path, method = form.action.partition("?")[0].partition("#")[0], form.method.upper()
        endpoint, _ = self.app.url_map.bind("").match(path, method)
        return f"{method} {endpoint}"

    def posted_to(self, *modules: str) -> set[str]:
        """Return the routes of these modules of pages that a form can be for."""
        rules = [rule for rule in self.app.url_map.iter_rules() if "POST" in (rule.methods or ())]
        return {f"POST {r.endpoint}" for r in rules if r.endpoint.partition(".")[0] in modules}

    def renewed(self, form: Shown) -> Shown:
        """Return the form as it is: what it was about may be gone, and then it says so."""
        return form
