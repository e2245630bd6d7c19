from engine.modelling.draft import Draft, Save, digest_of
from tests.conftest import MONDAY

BASE = {"a.bpmn": "gammal", "b.bpmn": "kvar"}


def save(path: str, content: str | None) -> Save:
    return Save("d", path, content, "agare", MONDAY)


def draft(*saves: Save) -> Draft:
    return Draft("d", "Ändring", "v1", "agare", MONDAY, saves={each.path: each for each in saves})


def test_a_draft_has_the_files_of_its_version_with_its_own_on_top() -> None:
    changed = draft(save("a.bpmn", "ny"), save("c.bpmn", "till"))

    assert changed.files(BASE) == {"a.bpmn": "ny", "b.bpmn": "kvar", "c.bpmn": "till"}
    assert changed.touched(BASE) == ("a.bpmn", "c.bpmn")


def test_what_is_removed_is_not_there() -> None:
    changed = draft(save("a.bpmn", None))

    assert changed.files(BASE) == {"b.bpmn": "kvar"}
    assert changed.touched(BASE) == ("a.bpmn",)


def test_a_file_changed_back_is_no_change() -> None:
    assert draft(save("a.bpmn", "gammal")).touched(BASE) == ()


def test_a_save_is_named_by_its_content() -> None:
    assert save("a.bpmn", "ny").digest == digest_of("ny") != digest_of("ny ")
    assert save("a.bpmn", None).digest is None
