"""The diagrams of a case, with one reader's marks."""

from engine.model import Actor, Case
from tests.engine.db.small import Office


def marks(office: Office, actor: Actor, case: Case) -> list[tuple[str, tuple[str, ...], object]]:
    lines = office.engine.casefile.case_page(actor, case.id).diagrams
    return sorted((line.process, line.current, line.done) for line in lines)


def test_drawings_have_the_readers_own_marks_only(office: Office, case: Case) -> None:
    office.complete(case, "a")
    (_, current, done) = marks(office, office.soc, case)[0]

    assert (set(current), done) == ({"b"}, ("a",))
    assert marks(office, office.polis, case) == [
        ("stod_och_skydd", ("ca",), ()), ("utred", ("c",), ()),
    ]  # fmt: skip


def test_what_is_done_stays_marked(office: Office, case: Case) -> None:
    office.complete(case, "c")

    assert marks(office, office.polis, case) == [
        ("stod_och_skydd", (), ("ca",)), ("utred", (), ("c",)),
    ]  # fmt: skip
