"""Every form of process owners and archives takes whatever is sent: done, or said why not."""

from collections.abc import Iterator

import pytest
from flask import Flask

from engine.bootstrap import Engine
from engine.bpmn.diagram import Trigger
from engine.modelling.moves import ASK, MOVE
from engine.modelling.table.happenings import Branch, Event, add_first, add_parallel
from engine.modelling.table.triggers import Chosen
from tests.engine.modelling.fleet import NEW_STEP, OTHER_LANE, Fleet
from tests.engine.modelling.small import FORM, LIVE, MAIN, Owners, main
from tests.engine.retention import kept
from tests.web.conftest import Browser
from tests.web.crawled import Crawled, Found
from tests.web.test_every_form_fuzzed import fuzz
from web import create_app
from web.security import limiter

OWNED = (
    *("modelling", "publishing", "steps", "happenings", "files", "moving", "modeller", "analysis"),
    "rehearsals",
)
ON_A_WAY = ("vanta", "skicka", "forst", "parallellt")
FIRST, SPLIT = "ebg_svar/handelse", "par_vard/gren"
BY_SCRIPT = {"POST modeller.tidy"}
"""Posted by the editor only."""


def _with_all_to_add_to() -> str:
    """Return the process with a choice of events and branches, in other lanes than what is live."""
    soc = ("socialtjansten", "Socialtjänsten")
    text, _ = add_parallel(MAIN, main("a"), "start_a", [Branch("Vård", *soc), Branch("Stöd", *soc)])
    waits = [
        Event(name, Chosen(Trigger(kind, word)), *soc, target="j")
        for name, kind, word in (("Svar", "message", "hej"), ("Slut", "signal", "slut"))
    ]
    return add_first(MAIN, text, "a_g", "", waits)[0]


class OwnersPlace(Crawled):
    """Drafts, proposals and running cases of the small set."""

    entry = "/versioner"

    def shown(self) -> Found:
        """Return every form that somebody is shown while the set is changed."""
        owners, found = Owners(self.engine), Found()
        for address in (*self._moves(Fleet(owners)), *self._drafts(owners)):
            for person in ("agare", "agare2", "soc.chef", "polis.chef", "polis"):
                self.look(person, [address], found)
        return found

    def _moves(self, fleet: Fleet) -> Iterator[str]:
        """Move a case, ask about another, and try the rest on the next change."""
        behind = fleet.at_b()
        self.engine.casework.claim(fleet.owners.polis, fleet.task(behind, "b").id)
        fleet.at_a()
        first = fleet.proposed(NEW_STEP)
        asked, moved = sorted(fleet.kept(first), key=lambda group: behind.id not in group.cases)
        for group, choice in ((asked, ASK), (moved, MOVE)):
            self.engine.moving.choose(fleet.owners.pia, first.id, group.key, choice)
        fleet.published(first)
        yield from (f"/forslag/{first.id}/arenden", "/ny-ordning")
        fleet.at_a()
        yield f"/forslag/{fleet.proposed(OTHER_LANE).id}/arenden"

    def _drafts(self, owners: Owners) -> Iterator[str]:
        draft, more = owners.draft(main=main("a")), owners.draft(main=_with_all_to_add_to())
        proposed = owners.draft(main=main("b", "late", "a"))
        made = self.engine.publishing.propose(owners.pia, proposed.id, "Ett skäl")
        version = owners.publish(LIVE | {MAIN: main("b")})
        own = f"/utkast/{draft.id}"
        yield from ("/utkast", own, f"{own}/foresla", f"{own}/steg/{MAIN}", f"{own}/rita/{MAIN}")
        yield from (f"{own}/scenarier", f"{own}/omkorning", "/analys")
        yield from (f"{own}/steg/{MAIN}/a", f"{own}/steg/{MAIN}/ny/a_g", f"{own}/rita/{FORM}")
        yield from (f"{own}/ny-fil", f"{own}/text/aktorer.toml")
        yield from (f"/utkast/{more.id}/steg/{MAIN}/ny/a_g/{slug}" for slug in ON_A_WAY)
        yield from (f"/utkast/{more.id}/steg/{MAIN}/{at}" for at in ("a/under-tiden", FIRST, SPLIT))
        yield from (f"/forslag/{made.id}", f"/forslag/{made.id}/arenden")
        yield from (f"/versioner/{owners.live}", f"/versioner/{version}")


class Archive(Crawled):
    """Cases that fall due: one proposed, one held, one neither."""

    def shown(self) -> Found:
        """Return every form that those who answer for the archive are shown."""
        office, found = kept.office(self.engine), Found()
        cases = [kept.old_case(office) for _ in range(3)]
        for verb, case, more in (
            ("foresla", cases[0], {"provat": "ja"}), ("stoppa", cases[1], {"skal": "Tvist"}),
        ):  # fmt: skip
            of_case = {"nummer": case.number, "arenden": case.id}
            answer = self.at("soc.chef").send(f"/gallring/{verb}", **of_case, **more)
            assert answer.status_code == 303
        for person in ("soc.chef", "soc.gruppledare"):
            self.look(person, ["/gallring"], found)
        return found


@pytest.fixture
def app(real_engine: Engine) -> Flask:
    app = create_app(real_engine)
    app.test_client_class = Browser
    limiter.reset()
    return app


def test_every_form_of_process_owners_takes_whatever_is_sent(
    real_engine: Engine, app: Flask
) -> None:
    place = OwnersPlace(real_engine, app)
    take(place, place.shown(), place.posted_to(*OWNED) - BY_SCRIPT)


def test_every_form_of_the_archive_takes_whatever_is_sent(real_engine: Engine, app: Flask) -> None:
    place = Archive(real_engine, app)
    take(place, place.shown(), place.posted_to("retention"))


def take(place: Crawled, found: Found, wanted: set[str]) -> None:
    """Fuzz the forms for these routes, each of which is shown."""
    assert wanted - found.keys() == set()
    for route in sorted(wanted):
        fuzz(place, route, *found[route])
