"""The ways out of a choice; `test_choices` has the proof of it, held against the engine."""

from engine.bpmn.check import findings
from engine.bpmn.check.rules.choice import choice
from tests.engine.bpmn.check.rules.examples import Files, drawn, examples
from tests.engine.bpmn.samples import END, START, node, user


def between(*conditions: str) -> Files:
    """Return a choice between tasks; the last condition is the default unless it says else."""
    tasks = [user(id_) for id_, _ in zip("abc", conditions, strict=False)]
    nodes = [START, user("q"), node("exclusiveGateway", "gw"), *tasks,
             node("exclusiveGateway", "gw2"), END]  # fmt: skip
    ways = [f"gw -> {id_} : {said}" for id_, said in zip("abc", conditions, strict=False)]
    back = [f"{id_} -> gw2" for id_, _ in zip("abc", conditions, strict=False)]
    return drawn(nodes, "\n".join(["start -> q", "q -> gw", *ways, *back, "gw2 -> end"]))


VALID = {"one way and the other": between("val == 'ja'", "default")}
INVALID = {
    "code": (between("__import__('os').system('true') == 0", "default"), "otillåtet i ett villkor"),
    "a slip of a name": (between("vla == 'ja'", "default"), "okänd variabel vla; menade du val?"),
    "an unknown code": (between("val == 'jo'", "default"), "variabeln val har inget värde 'jo'"),
    "an empty condition": (between(" ", "default"), "p.bpmn#gw: flödet gw_a: villkoret saknas"),
    "no default": (between("val == 'ja'", "val == 'nej'"), "saknar standardflöde"),
    "two that hold together": (
        between("val == 'ja'", "mer == 'ja'", "default"), "gäller båda när mer är ja och val är ja"
    ),
}  # fmt: skip

test_examples = examples(choice, VALID, INVALID)


def test_a_right_choice_is_right_by_every_rule() -> None:
    assert {each.rule for each in findings(VALID["one way and the other"])} == {"not-drawn"}
