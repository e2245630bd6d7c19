"""Files are taken out of a case only with a colleague's yes, and the log tells of each."""

import io
import json
import zipfile

import pytest

from engine.audit.opener import check_facts
from engine.audit.verifier import check_bundle
from engine.bootstrap import Engine
from engine.model import Actor, Case
from tests.web.conftest import Browser
from tests.web.test_auditing import browser


@pytest.fixture
def soc(real_engine: Engine) -> Actor:
    return next(each for each in real_engine.queries.people() if each.id == "soc")


@pytest.fixture
def case(real_engine: Engine, soc: Actor) -> Case:
    case = real_engine.casework.open_case(soc)
    real_engine.protection.ask_to_print(soc, case.id, "Till arkivet")
    return case


def permit(engine: Engine, soc: Actor, case: Case) -> str:
    """A colleague says yes."""
    mine = engine.protected.prints(soc, case.id).mine
    assert mine is not None
    chef = next(each for each in engine.queries.people() if each.id == "soc.chef")
    engine.protection.approve_print(chef, case.id, mine.permit.id)
    return f"/arende/{case.id}/utskrift/{mine.permit.id}/fil"


@pytest.fixture
def client(real_engine: Engine, case: Case) -> Browser:
    client = browser(real_engine, "soc")
    client.get(f"/arende/{case.id}/utskrift")
    return client


def test_without_a_yes_there_is_nothing(
    client: Browser, real_engine: Engine, soc: Actor, case: Case
) -> None:
    mine = real_engine.protected.prints(soc, case.id).mine
    assert mine is not None
    place = f"/arende/{case.id}/utskrift/{mine.permit.id}/fil"
    assert client.send(place, slag="pdf").status_code == 404
    place = permit(real_engine, soc, case)
    assert client.send(place, slag="exe").status_code == 404
    real_engine.clock.advance(hours=1)  # type: ignore[attr-defined]
    assert browser(real_engine, "soc").send(place, slag="pdf").status_code == 404
    assert "printed" not in {each.kind for each in real_engine.casefile.log(case.id)}


def test_a_pdf_is_for_readers_and_archives(
    client: Browser, real_engine: Engine, soc: Actor, case: Case
) -> None:
    place = permit(real_engine, soc, case)
    assert "Ta ut som fil" in client.get(f"/arende/{case.id}/utskrift").text
    file = client.send(place, slag="pdf")

    assert (file.status_code, file.mimetype) == (200, "application/pdf")
    assert b"pdfuaid" in file.data
    assert b"pdfaid" in file.data
    assert real_engine.casefile.log(case.id)[-1].details["form"] == "pdf"
    assert real_engine.trail.count("exported") == 1


def test_the_log_is_handed_out_with_what_the_agency_may_know_in_the_open(
    client: Browser, real_engine: Engine, soc: Actor, case: Case, tmp_path
) -> None:
    file = client.send(permit(real_engine, soc, case), slag="logg")
    path = tmp_path / "logg.zip"
    path.write_bytes(file.data)
    bundle = zipfile.ZipFile(io.BytesIO(file.data))
    told = json.loads(bundle.read("fakta.json"))["statement"]["entries"]

    assert check_bundle(str(path), {real_engine.audit.signer.public})[0] == []
    assert check_facts(str(path), {real_engine.audit.signer.public}) == ([], len(told))
    assert {entry["sequence"] for entry in told} == real_engine.audit.evidence.known_to(
        soc, case.id
    )
    assert any(name.endswith("stod_och_skydd.bpmn") for name in bundle.namelist())


def test_events_are_handed_out_with_and_without_identity(
    client: Browser, real_engine: Engine, soc: Actor, case: Case
) -> None:
    place = permit(real_engine, soc, case)
    named, bare = (client.send(place, slag=kind) for kind in ("xes", "xes_avidentifierad"))

    assert case.number in named.text
    assert 'value="soc"' in named.text
    assert case.number not in bare.text + str(bare.headers)
    assert 'value="soc"' not in bare.text
    assert "Person A" in bare.text
