from engine.modelling.diff.change import (
    Change,
    Part,
    Passage,
    Switch,
    compared,
    listed,
)

PLACE = Change("step", "", "p.bpmn", "a")
SPEC = (
    Part("namnet", "wording", lambda d: d.get("name"), lambda name: f"”{name}”"),
    Part("rollen", "role", lambda d: d.get("roles", ())),
    Switch("är på", "är av", "field", lambda d: d.get("on", False)),
    Passage("texten", "wording", lambda d: d.get("text")),
)


def words(old: dict[str, object], new: dict[str, object]) -> list[str]:
    return [str(each) for each in compared("X", (old, new), SPEC, PLACE)]


def test_what_is_the_same_is_not_told() -> None:
    same = {"name": "a", "roles": ("b", "c"), "on": True, "text": "t"}

    assert words(same, dict(same, roles=("c", "b"))) == []


def test_a_part_is_told_as_new_gone_or_other() -> None:
    assert words({}, {"name": "a"}) == ["X: namnet – tillagt: ”a”."]
    assert words({"name": "a"}, {}) == ["X: namnet – borttaget: ”a”."]
    assert words({"name": "a"}, {"name": "b"}) == ["X: namnet är nu ”b” (tidigare ”a”)."]


def test_a_switch_says_what_holds_now() -> None:
    assert words({}, {"on": True}) == ["X: är på."]
    assert words({"on": True}, {}) == ["X: är av."]


def test_a_long_text_is_carried_along_as_it_was_and_is() -> None:
    (change,) = compared("X", ({"text": "gammal"}, {"text": "ny"}), SPEC, PLACE)

    assert (str(change), change.before, change.after) == ("X: texten är ändrad.", "gammal", "ny")
    assert words({}, {"text": "ny"}) == ["X: texten har tillkommit."]
    assert words({"text": "ny"}, {}) == ["X: texten har tagits bort."]


def test_a_list_tells_what_has_come_and_gone() -> None:
    assert listed("rollen", ("a", "b"), ("b", "c")) == "rollen – tillagt: c; borttaget: a"
    assert listed("rollen", ("a",), ("a",)) == ""
