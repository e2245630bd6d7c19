"""The chains are read as they are stored, on both kinds of database."""

from engine.audit.verifier import check_chain
from engine.db.evidence import blinded, entry_of
from engine.model import Case
from tests.engine.db.small import Office


def test_every_chain_is_read_in_order_and_is_whole(office: Office, case: Case) -> None:
    office.complete(case, "a", "b")
    office.open()
    office.engine.readings.note(office.soc, case.id, "cases.case")
    evidence = office.engine.audit.evidence

    read = {stream: list(entries) for stream, entries in evidence.chains()}
    assert len(read) == evidence.size()
    for stream, entries in read.items():
        assert [entry["sequence"] for entry in entries] == list(range(1, len(entries) + 1))
        assert not list(check_chain(stream, entries, {}))
    ((only, entries),) = ((name, list(chain)) for name, chain in evidence.chains([case.id]))
    assert (only, entries) == (case.id, read[case.id])


def test_an_agency_knows_its_own_entries_and_what_all_may_know(office: Office, case: Case) -> None:
    evidence = office.engine.audit.evidence
    soc, polis = (evidence.known_to(actor, case.id) for actor in (office.soc, office.polis))

    assert soc - polis
    assert polis - soc
    assert evidence.known_to(office.mig, case.id) == set()


def test_a_case_is_found_by_its_number_with_the_files_it_runs_on(
    office: Office, case: Case
) -> None:
    evidence = office.engine.audit.evidence

    assert evidence.case_id(case.number) == case.id
    assert evidence.case_id("2026-99999") is None
    ((version, files),) = evidence.processes(case.id).items()
    assert version == case.version
    assert files == office.engine.publications.files(version)


def test_facts_are_opened_only_of_the_entries_that_are_asked_for(
    office: Office, case: Case
) -> None:
    office.complete(case, "a")
    evidence = office.engine.audit.evidence
    mine = evidence.known_to(office.soc, case.id)
    facts = evidence.facts(case.id, mine)

    assert facts.keys() == mine
    assert "A" in {each.get("name") for each in facts.values()}
    assert "C" not in {each.get("name") for each in facts.values()}
    assert not any("left" in each for each in facts.values())
    office.engine.store.vault.erase(case.id, "logg")
    assert evidence.facts(case.id, mine) == {}


def test_what_is_no_instant_or_no_bytes_is_shown_as_it_is() -> None:
    row = dict.fromkeys(("kind", "actor", "agency", "role", "channel", "command_id", "place"))
    row |= {"stream": "s", "subject": None, "format": 2, "sequence": 1, "facts": "text"}
    entry = entry_of({**row, "at": "2026-03-02", "previous": 7, "digest": None})

    assert (entry["at"], entry["facts"], entry["previous"]) == ("2026-03-02", "text", 7)


def test_of_an_entry_of_format_1_only_its_place_is_told() -> None:
    entry = {"format": 1, "stream": "s", "sequence": 1, "previous": "", "digest": "", "facts": ""}

    assert blinded(entry)["content"] == ""
