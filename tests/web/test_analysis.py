"""The page of how the processes are run, on the known fleet; see `tests.engine.analysis.fleet`."""

import csv
import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from sqlalchemy import select

from engine.db.tables import exports
from tests.engine.analysis.fleet import counted_fleet
from tests.engine.modelling.fleet import NEW_STEP, Fleet
from tests.engine.modelling.small import Owners
from tests.web.conftest import Browser
from tests.web.owners_desk import SignIn, desk, owners, pia, sign_in
from tests.web.seated import sit
from web import create_app
from web.security import limiter

__all__ = ["desk", "owners", "pia", "sign_in"]
MAIN, YEAR = "stod_och_skydd", "period=2026"
FILE = {"process": MAIN, "period": "2026"}


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Owners]:
    yield from counted_fleet(tmp_path_factory.mktemp("fleet"))


@pytest.fixture
def visit(fleet: Owners) -> SignIn:
    """Let somebody sign in where the fleet is."""
    app = create_app(fleet.engine)
    app.test_client_class = Browser
    limiter.reset()

    def enter(name: str) -> Browser:
        client: Browser = app.test_client()  # type: ignore[assignment]
        sit(client, name)
        client.get("/", follow_redirects=True)
        return client

    return enter


def rows(page: str) -> dict[str, list[str]]:
    """Return the lines of all tables, by what they are called; the last of a name counts."""
    found = {}
    for line in re.findall(r'<tr class="govuk-table__row" role="row">(.*?)</tr>', page, re.DOTALL):
        cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line, re.DOTALL)
        plain = [re.sub(r'<span class="app-label">.*?</span>|<[^>]+>', "", c) for c in cells]
        name, *rest = [" ".join(cell.split()) for cell in plain]
        found[name] = rest
    return found


def test_an_owner_sees_the_numbers_on_the_drawing_and_the_same_in_tables(
    fleet: Owners, visit: SignIn
) -> None:
    pia = visit("agare")
    page = pia.get("/analys").text
    steps, _, rest = page.partition('id="vantar-nu"')
    found, now = rows(rest) | rows(steps), rows(rest.partition("</section>")[0])
    (address,) = re.findall(r'<img src="(/analys/[^"]+)"', page)
    picture = pia.get(address.replace("&amp;", "&"))

    few = "färre än 5"
    assert found["A"] == ["Socialtjänsten", "20", "10", "10", few, few, "0", "40", "minst 20 %"]
    assert rows(rest)["B"] == ["Vilket?", "30"]  # the way to it
    assert now["A"] == ["Socialtjänsten", *[few] * 5]
    assert "N" not in now
    assert found["Polismyndigheten"][-3:] == ["30", "ca 30 %", "B (ca 30 %)"]
    assert "<title>A: 40</title>" in picture.text
    assert "sandbox" in picture.headers["Content-Security-Policy"]
    assert not any(str(case["number"]) in page for case in fleet.engine.overview())


def test_what_is_shown_on_the_drawing_is_chosen(fleet: Owners, visit: SignIn) -> None:
    pia = visit("agare")
    address = f"/analys/{fleet.live}/{MAIN}.svg"

    assert "A: minst 20\u00a0%" in pia.get(f"{address}?{YEAR}&visa=vantan").text
    assert 'class="notes"' not in pia.get(f"{address}?{YEAR}&visa=frister").text
    assert pia.get(f"/analys?{YEAR}&visa=vantan").status_code == 200


@pytest.mark.parametrize(
    "asked", ["version=x", "process=x", "period=x", "period=egen", "visa=x", "version=%00"]
)
def test_what_does_not_exist_is_not_found(owners: Owners, pia: Browser, asked: str) -> None:
    assert pia.get(f"/analys?{asked}").status_code == 404


def test_before_the_first_night_the_page_says_so(owners: Owners, pia: Browser) -> None:
    page = pia.get("/analys").text

    assert "De har inte räknats än" in page
    assert "Inget att redovisa under perioden." in page


def test_nobody_else_finds_it_or_a_link_to_it(fleet: Owners, visit: SignIn) -> None:
    for name in ("soc", "soc.chef", "polis", "rk"):
        client = visit(name)
        assert client.get("/analys").status_code == 404
        assert client.get(f"/analys/{fleet.live}/{MAIN}.svg").status_code == 404
        assert client.send("/analys/fil", **FILE, format="csv").status_code == 404
        assert "/analys" not in client.get("/versioner").text
    assert visit("polis.chef").get("/analys").status_code == 200


def test_files_have_the_same_numbers_and_it_is_noted_who_took_them(
    fleet: Owners, visit: SignIn
) -> None:
    pia = visit("agare")
    taken, traces = (pia.send("/analys/fil", **FILE, format=kind) for kind in ("csv", "xes"))
    lines = list(csv.reader(io.StringIO(taken.text.lstrip("\ufeff")), delimiter=";"))

    assert ["A", "Socialtjänsten", "20", "10", "10", "färre än 5", "färre än 5", "0", "40"] in lines
    assert ["A → B", "30", "8"] in lines
    assert len(ET.fromstring(traces.data).findall("{*}trace")) == 35  # noqa: S314
    assert traces.headers["Content-Disposition"].endswith("-version-1-2026.xes")
    for content in (taken.text, traces.text):
        assert not any(str(case["number"]) in content for case in fleet.engine.overview())
    with fleet.engine.database.connect() as connection:
        noted = [tuple(row) for row in connection.execute(
            select(exports.c.actor, exports.c.what, exports.c.format))]  # fmt: skip
    assert noted == [("agare", f"analys {MAIN}", kind) for kind in ("csv", "xes")]
    assert pia.send("/analys/fil", **FILE, format="pdf").status_code == 404


def test_closed_cases_are_run_again_on_a_draft_in_the_background(
    owners: Owners, pia: Browser, sign_in: SignIn
) -> None:
    fleet = Fleet(owners)
    for _ in range(6):
        fleet.complete(fleet.at_a(), owners.soc, "a", "nej")
    draft = owners.draft(main=NEW_STEP)
    page = f"/utkast/{draft.id}/omkorning"
    assert page in pia.get(f"/utkast/{draft.id}").text
    assert pia.send(page).location == page
    waiting = pia.get(page)
    assert waiting.headers["Refresh"] == "2"
    assert "Ungefär 0 % är omkörda." in waiting.text
    assert "<button" not in waiting.text.partition("<main")[2]

    owners.engine.analysis.reruns.work()
    shown = pia.get(page)
    assert "Refresh" not in shown.headers
    assert rows(shown.text)["Ett nytt steg som ingen har gjort efter ”A”: Ny"] == ["5"]
    assert sign_in("soc").get(page).status_code == 404

    owners.save(draft, "stod_och_skydd.bpmn", "<a/>")
    assert "Utkastet har ändrats" in pia.get(page).text
    pia.send(page)
    assert "Utkastet har fel som måste avhjälpas först" in pia.get(page).text
