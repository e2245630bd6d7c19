"""A process that is made by the table alone, from one that only begins and ends."""

from collections.abc import Callable
from typing import Any

from engine.bpmn.check import findings
from engine.bpmn.diagram import Diagram, Element, read_diagram
from engine.modelling.blank import diagram
from engine.modelling.choices import Choices, choices_in
from engine.modelling.table.edits import StepEdit, edit_step
from engine.modelling.table.happenings import Branch, Event
from engine.modelling.table.leading import AN_END
from engine.modelling.table.rows import Row, read_table
from engine.modelling.table.triggers import chosen
from tests.engine.bpmn.dataflow.small import form, question
from tests.engine.bpmn.rules import dmn
from tests.engine.bpmn.samples import REGISTERS, drawn, straight
from tests.engine.bpmn.table import Table

PATH = "p.bpmn"
SOC, POLICE = ("soc", "Socialtjänsten"), ("polis", "Polisen")
START, END = "start_p", "end_p"
SET = REGISTERS | form(question("val"), question("dag"), name="f") | {
    "q.bpmn": drawn(straight("a").replace('"p"', '"q"')),
    "b.dmn": dmn("val => mer", '"ja" => "ja"\n- => "nej"', "FIRST"),
}  # fmt: skip
CHOICES: Choices = choices_in(SET)
TASK = {"form": "f", "lagrum": "LVU 7 §"}


class Made:
    """A diagram that is changed by the edits of the table."""

    def __init__(self) -> None:
        self.text = diagram("p", "Processen", *SOC)
        self.new = ""

    def by(self, edit: Callable[..., tuple[str, str]], *given: Any, **more: Any) -> "Made":
        """Do something that makes a new step."""
        self.text, self.new = edit(PATH, self.text, *given, **more)
        return self

    def change(self, element: str, **changed: Any) -> "Made":
        """Change a step as its form would, with all else as it is."""
        row = self.row(element)
        same = {"name": row.name, "agency": row.agency, "agency_name": row.agency,
                "guidance": row.guidance}  # fmt: skip
        self.text = edit_step(PATH, self.text, element, StepEdit(**(same | changed)))
        return self

    def row(self, element: str) -> Row:
        row = read_table(PATH, self.text).row(element)
        assert row is not None
        return row

    def way(self, source: str, target: str = "") -> str:
        return next(w.id for w in self.row(source).ways if target in ("", w.target))

    @property
    def diagram(self) -> Diagram:
        return read_diagram(PATH, self.text.encode())

    def wrong(self) -> list[str]:
        """Return all that the check has against it, the drawing too."""
        return [str(each) for each in findings(SET | {PATH: self.text})]

    def running(self) -> Table:
        return Table(p=self.text, q=SET["q.bpmn"], b=SET["b.dmn"]).start()


def event(kind: str, trigger: str, name: str = "Något händer", target: str = AN_END,
          **settings: str) -> Event:  # fmt: skip
    return Event(name, chosen(kind, trigger, CHOICES), *SOC, settings, target)


def branch(name: str, agency: tuple[str, str] = SOC) -> Branch:
    return Branch(name, *agency)


def kind_of(element: Element) -> tuple[str, str, bool]:
    """Return what kind of step it is: its kind, its trigger, and whether it interrupts."""
    trigger = element.trigger.kind if element.trigger else ""
    return element.kind, trigger, element.interrupting or element.kind != "boundaryEvent"
