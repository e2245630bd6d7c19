"""Anchors are kept in order, each over the chains that have grown since."""

from engine.audit.anchors import Anchor
from engine.model import Case
from tests.engine.db.small import Office


def grown(anchor: Anchor) -> set[str]:
    return {head.stream for head in anchor.heads}


def test_an_anchor_is_over_what_has_grown_since_the_one_before(office: Office, case: Case) -> None:
    audit = office.engine.audit
    first = audit.anchor("tests")
    second = audit.anchor("tests")
    other = office.open()
    third = audit.anchor("tests")

    assert case.id in grown(first)
    assert grown(second) == {"system"}  # the first anchor itself was noted there
    assert grown(third) == {"system", other.id}
    assert [anchor.number for anchor in audit.anchors()] == [3, 2, 1]
    assert audit.book.all() == [first, second, third]
    assert all(anchor.is_rooted for anchor in audit.book.all())


def test_it_counts_every_entry_once(office: Office, case: Case) -> None:
    audit = office.engine.audit
    first = audit.anchor("tests").statement["entries"]
    office.complete(case, "a")
    audit.anchor("tests")
    verdict = audit.verify("tests")
    newest = audit.anchors()[0].statement["entries"]

    assert newest > first
    assert verdict.entries == newest + verdict.beyond


def test_what_was_sent_is_not_sent_again(office: Office) -> None:
    book = office.engine.audit.book
    made = office.engine.audit.anchor("tests")
    assert [anchor.number for anchor in book.unsent("a@example.se")] == [1]
    book.sent(made, "a@example.se", office.engine.clock.now())

    assert book.unsent("a@example.se") == []
    assert len(book.unsent("b@example.se")) == 1
