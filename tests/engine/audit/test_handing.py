"""Anchors are handed out as files that are never written over, and as e-mail."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from engine.audit.handing import Folder, Letters, findings
from engine.errors import Undeliverable
from tests.engine.audit.written import START, Signer, anchored, entries, seeded

CHAIN = entries(4, seeded(1))


def test_what_is_in_the_folder_agrees_with_what_was_signed(tmp_path: Path) -> None:
    folder, anchors = Folder(tmp_path / "ankare"), anchored(CHAIN)
    for anchor in anchors:
        folder.put(anchor)

    assert [number for number, _ in folder.all()] == [1, 2]
    assert list(findings(folder.all(), anchors)) == []


def test_an_older_database_is_known_by_what_was_handed_out(tmp_path: Path) -> None:
    folder, anchors = Folder(tmp_path), anchored(CHAIN)
    for anchor in anchors:
        folder.put(anchor)

    ((_, number, what, why),) = findings(folder.all(), anchors[:1])
    assert (number, what, "säkerhetskopia" in why) == (2, "saknas", True)


def test_a_file_is_not_written_over_and_another_anchor_shows(tmp_path: Path) -> None:
    folder, other = Folder(tmp_path), anchored(CHAIN, signer=Signer("another"))
    for anchor in [*anchored(CHAIN), *other]:
        folder.put(anchor)

    assert [what for _, _, what, _ in findings(folder.all(), other)] == ["omskriven"] * 2


def test_a_file_that_was_changed_is_said_to_be(tmp_path: Path) -> None:
    folder, anchors = Folder(tmp_path), anchored(CHAIN)
    folder.put(anchors[0])
    file = tmp_path / "ankare-000001.json"
    file.write_text(file.read_text().replace('"entries":1', '"entries":2'))

    ((_, _, _, why),) = findings(folder.all(), anchors)
    assert why == "filen är ändrad"


def test_a_letter_has_the_root_and_the_signature_and_says_no_case() -> None:
    sent: list[EmailMessage] = []
    letters = Letters(sent.append, "från@example.se", ("till@example.se",))
    anchor = anchored(CHAIN)[0]

    assert letters.send(anchor, "till@example.se")
    text = sent[0].get_content()
    assert anchor.statement["root"] in text
    assert anchor.signature.hex() in text
    assert CHAIN[0]["stream"] not in text
    assert START.year == sent[0]["Date"].datetime.year


def test_a_letter_that_does_not_go_is_said_without_the_address(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refuse(_: EmailMessage) -> None:
        raise Undeliverable("till@example.se")

    letters = Letters(refuse, "från@example.se", ("till@example.se",))

    assert not letters.send(anchored(CHAIN)[0], "till@example.se")
    assert "example.se" not in caplog.text
