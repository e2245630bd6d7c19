"""A small process with each kind of step, made by the edits of the table."""

from engine.modelling.table.edits import NewStep, WayEdit, add_step
from engine.modelling.table.happenings import (
    add_border,
    add_first,
    add_parallel,
    add_sending,
    add_wait,
)
from engine.modelling.table.leading import AN_END, AN_END_OF_ALL
from engine.modelling.table.triggers import chosen
from tests.engine.modelling.table.drawn import (
    CHOICES,
    END,
    POLICE,
    SOC,
    START,
    TASK,
    Made,
    branch,
    event,
)

WAIT, BORDER, SENDING = "intermediateCatchEvent", "boundaryEvent", "intermediateThrowEvent"
ENDS = "endEvent"


def asked(name: str = "Fråga") -> Made:
    """Return a process with one task, `ut_fraga`."""
    made = Made()
    return made.by(add_step, made.way(START), NewStep("userTask", name, *SOC, TASK))


def waiting(trigger: str) -> Made:
    made = asked()
    return made.by(add_wait, made.way("ut_fraga"), event(WAIT, trigger))


def sending(trigger: str, **settings: str) -> Made:
    made = asked()
    return made.by(add_sending, made.way("ut_fraga"), event(SENDING, trigger, **settings))


def at_border(trigger: str, interrupting: bool = True) -> Made:
    made = asked()
    return made.by(add_border, "ut_fraga", event(BORDER, trigger), interrupting=interrupting)


def on_its_day() -> Made:
    made = asked()
    made.by(add_step, made.way("ut_fraga"), NewStep("userTask", "Följ upp", *SOC, TASK))
    return made.by(add_border, made.new, event(BORDER, "date dag"), interrupting=True)


def beside() -> Made:
    made = Made().change(START, name="Start")
    made.by(add_parallel, made.way(START), [branch("Vård"), branch("Stöd", POLICE)])
    for each in ("ut_vard", "ut_stod"):
        made.change(each, settings=TASK if each == "ut_vard" else {"form": "f", "kalla": "X1"})
    return made


def first(one: str = "message hej", other: str = "deadline DL-10") -> Made:
    made = asked()
    events = [event(WAIT, one, "Svar"), event(WAIT, other, "Inget svar")]
    return made.by(add_first, made.way("ut_fraga"), "Vad händer först?", events)


def calling() -> Made:
    made = Made()
    return made.by(add_step, made.way(START), NewStep("callActivity", "Q", *SOC,
                                                      {"kalla": "X1"}, "q"))  # fmt: skip


def ruled() -> Made:
    made = asked()
    rule = NewStep("businessRuleTask", "Avgör", *SOC, {"beslut": "b"})
    return made.by(add_step, made.way("ut_fraga"), rule)


def chosen_way() -> Made:
    made = asked()
    made.by(add_step, made.way("ut_fraga"), NewStep("exclusiveGateway", "Ja?", *SOC))
    default = made.way(made.new)
    return made.change(made.new, ways={default: WayEdit(END, is_default=True)},
                       new_way=WayEdit(AN_END, "val == 'ja'"))  # fmt: skip


def started_by() -> Made:
    return asked().change(START, chosen=chosen("startEvent", "message hej", CHOICES))


def ended() -> Made:
    made = beside().change(END, chosen=chosen(ENDS, "terminate", CHOICES))
    return made.by(add_border, "ut_vard", event(BORDER, "message hej", target=AN_END_OF_ALL),
                   interrupting=True)  # fmt: skip


MADE = {
    ("startEvent", "", True): Made,
    ("startEvent", "message", True): started_by,
    ("endEvent", "", True): Made,
    ("endEvent", "terminate", True): ended,
    ("userTask", "", True): asked,
    ("callActivity", "", True): calling,
    ("businessRuleTask", "", True): ruled,
    ("exclusiveGateway", "", True): chosen_way,
    ("parallelGateway", "", True): beside,
    ("eventBasedGateway", "", True): first,
    (WAIT, "message", True): lambda: waiting("message hej"),
    (WAIT, "signal", True): lambda: waiting("signal slut"),
    (WAIT, "date", True): lambda: waiting("date dag"),
    (WAIT, "duration", True): lambda: waiting("deadline DL-10"),
    (SENDING, "message", True): lambda: sending("message hej"),
    (SENDING, "signal", True): lambda: sending("signal slut"),
    (SENDING, "", True): lambda: sending("", satter="mer=ja"),
    (BORDER, "message", True): lambda: at_border("message hej"),
    (BORDER, "message", False): lambda: at_border("message hej", interrupting=False),
    (BORDER, "signal", True): lambda: at_border("signal slut"),
    (BORDER, "signal", False): lambda: at_border("signal slut", interrupting=False),
    (BORDER, "date", True): on_its_day,
    (BORDER, "duration", True): lambda: at_border("deadline DL-10"),
    (BORDER, "duration", False): lambda: at_border("deadline DL-10", interrupting=False),
}
