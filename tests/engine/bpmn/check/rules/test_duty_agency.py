"""A duty is done by whom it is laid on."""

from engine.bpmn.check.rules.duty_agency import duty_agency
from tests.engine.bpmn.check.rules.duties import DUTIES, POLICE, SOCIAL, resting_on
from tests.engine.bpmn.check.rules.examples import Files, changed, drawn, examples
from tests.engine.bpmn.samples import END, START, bpmn, extras, node, user


def call(of: str) -> str:
    """Return a call that rests on the duty of the police."""
    settings = extras({"ansvar": "POL-01"})
    return node("callActivity", "a", calledElement=of).replace("{flows}", settings + "{flows}")


def row(process: str, task: str, lane: str = "soc") -> str:
    return bpmn(process, [START, task, END], "start -> a\na -> end", lane=lane)


def calling(inside: str, **more: str) -> Files:
    of = drawn([START, call("q"), END], "start -> a\na -> end")
    return of | {DUTIES: POLICE, "q.bpmn": inside, **more}


INSIDE = row("q", user("a"), lane="polis")

VALID = {
    "its own": resting_on("SOC-01", SOCIAL),
    "shared": resting_on("POL-01", POLICE + "gemensam = true\n"),
    "of an agency in the process called": calling(INSIDE),
    "of an agency in what that calls": calling(INSIDE, **{"r.bpmn": row("r", call("p"))}),
}
INVALID = {
    "another's": (
        resting_on("POL-01", POLICE), "ansvaret POL-01 är inte socs utan poliss [duty]"
    ),
    "nobody's in the process called": (
        changed(calling(INSIDE), "lane_polis", "lane_soc", file="q.bpmn"),
        "p.bpmn#a: ansvaret POL-01 är inte socs",
    ),
}  # fmt: skip

test_examples = examples(duty_agency, VALID, INVALID)
