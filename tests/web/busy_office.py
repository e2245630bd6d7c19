"""An office in the middle of its work, on a real engine: something to see on every page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pytest
from flask import Flask

from engine.bootstrap import Engine, build
from engine.exchange.incoming import Incoming
from engine.failures import failed
from engine.model import Message
from tests.conftest import MovedClock, settings
from tests.engine.lived import YES, lived
from tests.steps.desk import Desk
from tests.web.conftest import Browser
from tests.web.seated import sit
from web import create_app
from web.security import limiter

ASKED = {
    "misstanke": "kvarstar", "alderskategori": "vuxen", "vistelseratt": "ja", "akut_fara": "nej",
    "behov_konsultation": "nej", "behov_av_vard": "nej", "samtycke_soc": "givet",
    "samtycke_rk": "nekat", "polisanmalan": "nej", "fu_status": "ej_inledd", "skyddsbehov": "nej",
    "nsp_behov": "nej", "nasta_uppfoljning": "2027-06-01",
}  # fmt: skip
LONG = "Påhittad med ett ovanligt långtsammansattefternamnsomintegåratttabrytas"
CONTACTS = (
    {"roll": "tolk", "namn": LONG, "kontaktvag": "Ring aldrig hem.\nBara förmiddagar."},
    {"roll": "vardnadshavare", "namn": "Påhittad far", "far_inte_kontaktas": "ja"},
)
ERRANDS = (
    {"rubrik": "Ring skolan", "beskrivning": "Fråga bara om närvaron.", "handlaggare": "soc"},
    {"rubrik": LONG},
)
DAY = {"fran-day": "2", "fran-month": "3", "fran-year": "2026",
       "till-day": "6", "till-month": "3", "till-year": "2026"}  # fmt: skip
REQUEST = "Pröva om kontaktuppgiften lämnas ut"
MANY = 14
"""Cases that only stand in lists and figures."""


@dataclass
class BusyOffice:
    """Cases, tasks, files and people; `places` are the addresses that the pages are found at."""

    engine: Engine
    places: dict[str, str] = field(default_factory=dict)
    app: Flask = field(init=False)
    clients: dict[str, Browser] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.app = create_app(self.engine)
        self.app.test_client_class = Browser
        self.app.add_url_rule("/trasig", "broken", _break)
        limiter.reset()
        self._take_in_cases()
        self._work()
        self._fail()
        self._protect()
        self._ask_for_a_contact()
        self._arrange_people()
        self._change_the_processes()
        self._connect_systems()
        self.engine.counting.count_now()
        self.engine.analysis.counting.count_now()
        self.engine.audit.anchor("prov")

    def client(self, person: str) -> Browser:
        """Return a person's browser, signed in once."""
        if person not in self.clients:
            client = self.app.test_client()
            assert isinstance(client, Browser)
            sit(client, person)
            client.get("/ersattare")
            self.clients[person] = client
        return self.clients[person]

    def send(self, person: str, place: str, **data: object) -> str:
        """Let a person post a form; it has to be right. Returns where it leads."""
        answer = self.client(person).send(place.format(**self.places), **data)
        assert answer.status_code in {200, 303}, (place, answer.status_code)
        return str(answer.headers.get("Location", ""))

    def _take_in_cases(self) -> None:
        desk = lived(self.engine)
        soc = desk.person("Socialtjänsten")
        ids = [self.engine.casework.open_case(soc).id for _ in range(MANY)]
        first = self.engine.queries.next_in_case(soc, ids[0])
        assert first
        self.places["open"] = f"/uppgift/{first.id}"
        task, theirs = (desk.tasks(who)[0] for who in ("Socialtjänsten", "regionkoordinatorn"))
        self.places |= {"case": f"/arende/{desk.case_id}", "task": f"/uppgift/{task.id}"}
        self.places["task_of_rk"] = f"/uppgift/{theirs.id}"
        self.client("soc").get(self.places["case"])  # the first entry of the access log

    def _fail(self) -> None:
        """Leave something to those who answer for the system."""
        case_id, now = self.places["case"].rpartition("/")[2], self.engine.clock.now()
        about = {"case_id": case_id, "actor": "soc", "element": LONG}
        fault = failed(KeyError("x"), "command", "complete_task", now, **about)
        self.engine.store.report(fault)
        with self.engine.store.transaction() as unit:
            unit.send([Message("dead", case_id, "fu_inledd", "meddelande", {})], "Ingen väntade.")
        self.places["fault"] = f"/driftfel/{fault.id}"

    def _work(self) -> None:
        for each in CONTACTS:
            self.send("soc", "{case}/kontakt", **each)
        for each in ERRANDS:
            self.send("soc", "{case}/egen-uppgift", **each)
        self.send("soc", "{case}/samtycke/sip", **{key: each[0] for key, each in YES.items()})
        file = (BytesIO(b"%PDF-1.7 hej"), "Utredning med ett långt namn som bryts.pdf")
        self.send("soc", "{task}/bilaga", _bilaga=file, _oppet="1", _utkast="0")
        self.send("soc", "{task}/kommentar", _kommentar="Ring god man.\nFöre kl. 15.")
        self.send("soc", "{task}/ta")
        case_id = self.places["case"].rpartition("/")[2]
        soc = next(p for p in self.engine.queries.people() if p.id == "soc")
        contact = self.engine.casetabs.contacts(soc, case_id)[0].contact.id
        self.places["contact"] = f"{self.places['case']}/kontakt/{contact}"
        self.send("soc", "/listor", namn="Brådskar", _lista="frist=idag")

    def _protect(self) -> None:
        case_id = self.engine.casework.open_case(self._person("soc")).id
        self.places["protected"] = f"/arende/{case_id}"
        desk = Desk(self.engine, case_id, answers={"misstanke": "kvarstar"})
        first = desk.tasks()[0]
        desk.complete(first)
        self.places["finished"] = f"/uppgift/{first.id}"
        self.places["done"] = f"/uppgift/{first.id}/klar"
        self.send("soc", "{protected}/skyddsmarkering", markering="fingerade_uppgifter")
        self.send("soc", "{protected}/utskrift", skal="Till förhandlingen")
        self._make_an_extract("protected")
        self.engine.extracts.approve(self._person("soc.chef"), *self._make_an_extract("case"))
        page = self.engine.casefile.case_page(self._person("soc"), case_id)
        shown = [entry.reveals for entry in page.timeline if entry.reveals]
        self.places["masked"] = "{}/skyddat/{}/{}".format(self.places["protected"], *shown[0])

    def _make_an_extract(self, place: str) -> tuple[str, str]:
        """Choose what a party may read: the first record is given, the others are left out."""
        soc, case_id = self._person("soc"), self.places[place].rpartition("/")[2]
        held = self.engine.extractfile.page(soc, case_id).held
        keys = [each.key for each, _ in self.engine.extracts.records(held)]
        typed = {f"val-{key}": "utelamna" for key in keys} | {f"val-{keys[0]}": "lamna_ut"}
        typed |= {f"varfor-{key}": "annan" for key in keys}
        return case_id, self.engine.extracts.propose(soc, case_id, typed)

    def _ask_for_a_contact(self) -> None:
        desk = Desk(self.engine, answers=dict(ASKED))
        polis = desk.person("Polismyndigheten")
        desk.case_id = self.engine.casework.open_case(polis).id
        desk.complete_until("Fastställ ansvarig kommun")
        self.places["asking"] = f"/arende/{desk.case_id}"
        for place in ("waiting", "returned"):
            self.engine.messages.register(polis, desk.case_id, "kontaktuppgift_begars")
            desk.complete(desk.task("Polismyndigheten", "Motivera begäran om kontaktuppgift"))
            known = set(self.places.values())
            task = next(
                each for each in desk.tasks("Socialtjänsten")
                if each.name == REQUEST and f"/uppgift/{each.id}" not in known
            )  # fmt: skip
            desk.complete_as(desk.person("Socialtjänsten"), task, {"kontakt_beslut": "lamnas_inte"})
            self.places[place] = f"/uppgift/{task.id}"
        self.send("soc.chef", "{returned}/skicka-tillbaka", _skal="Erbjud att förmedla.")

    def _arrange_people(self) -> None:
        colleague = {"ersattare": "soc.ordforande", "skal": "semester"}
        self.send("soc", "/ersattare", **colleague, **DAY)
        self.send("soc.ordforande", "{protected}/jav", skal="Jag är granne till en part.")

    def _change_the_processes(self) -> None:
        """Leave a draft with a fault, one that waits for approval, and one that was rejected."""
        old, new = 'name="Ej ansökt"', 'name="Ingen ansökan"'
        for place, change in (("faulty", ("SOC-08", "SOC-99")), ("draft", (old, new))):
            self.places[place] = self.send("agare", "/utkast", namn=f"{place} {LONG}")
            draft_id = self.places[place].rpartition("/")[2]
            owner, path = self._person("agare"), "betanketid.bpmn"
            file = self.engine.drafts.read_file(owner, draft_id, path)
            text = file.content.replace(*change)
            self.engine.drafts.save_file(owner, draft_id, path, text, file.digest)
        for place in ("rejected", "proposal"):
            self.places[place] = self.send("agare", "{draft}/foresla", skal="Tydligare ord")
            if place == "rejected":
                self.send("agare2", "{rejected}/avsla", skal="Det är inte tydligare.")
        self.places["version"] = f"/versioner/{self.engine.publications.current()}"

    def _connect_systems(self) -> None:
        """Connect a system with a long address; an event cannot be sent, a message not taken in."""
        exchange, chef = self.engine.exchange, self._person("soc.chef")
        address = f"https://system.exempel.se/{'mycketlangadress' * 6}"
        hook = exchange.subscribing.add(chef, chef.agency, address, ["case.opened"])
        self.places["connection"] = f"/anslutningar/{hook.id}"
        exchange.subscribing.test(chef, hook.id)
        exchange.subscribing.test(chef, hook.id)
        dead, waits = exchange.sending.outgoing.take(self.engine.clock.now(), 2)
        exchange.sending.outgoing.settle(dead, dead.at, "dead", "Svarade inte i tid.")
        exchange.sending.outgoing.postpone(waits, waits.at, "Svarade med felkoden 503.")
        case_id = self.places["case"].rpartition("/")[2]
        exchange.receiving.receive(chef, Incoming("m-1", case_id, "okänt", {}))

    def _person(self, name: str):
        return next(p for p in self.engine.queries.people() if p.id == name)


def _break() -> str:
    raise RuntimeError("on purpose: the page of what went wrong is to be seen")


@pytest.fixture(scope="module")
def office(sqlite_template, tmp_path_factory) -> Iterator[BusyOffice]:
    """One office for all tests of a module: making it takes long."""
    file = tmp_path_factory.mktemp("office") / "skydd.sqlite"
    file.write_bytes(sqlite_template.read_bytes())
    built = build(settings(f"sqlite:///{file}"), MovedClock())
    yield BusyOffice(built)
    built.database.dispose()
