"""A small process set to keep cases of: two agencies, a deadline, a role, a message and an end."""

from engine.bootstrap import Engine
from engine.bpmn.definitions import version_of
from engine.model import Actor, Case, Task
from tests.engine.bpmn.samples import REGISTERS, bpmn, drawn, extras, message, node, user

START, END = node("startEvent", "start"), node("endEvent", "end")
A1 = END.replace("{flows}", extras({"slutstatus": "A1"}) + "{flows}")
HEARS = node("boundaryEvent", "m", message("message", "hej"), attachedToRef="a",
             cancelActivity="false")  # fmt: skip
GOOD = {"val": ["ja"], "skal": ["Påhittat skäl."]}

MAIN = bpmn(
    "stod_och_skydd",
    [START, node("parallelGateway", "s"), user("a"), HEARS, user("n"), user("b", frist="DL-10"),
     node("callActivity", "ca", name="Utred", calledElement="utred"),
     node("parallelGateway", "j"), user("z", roll="chef"), A1, node("endEvent", "end2")],
    "start -> s\ns -> a\ns -> b\ns -> ca\na -> j\nb -> j\nca -> j\nj -> z\nz -> end\n"
    "m -> n\nn -> end2",
    lane="socialtjansten",
)  # fmt: skip
CALLED = bpmn("utred", [START, user("c"), END], "start -> c\nc -> end", lane="polismyndigheten")
FILES = REGISTERS | {
    "stod_och_skydd.bpmn": MAIN,
    "utred.bpmn": drawn(CALLED),
    "aktorer.toml": '[socialtjansten]\nnamn = "Socialtjänsten"\nroller = ["chef"]\n'
    '[polismyndigheten]\nnamn = "Polismyndigheten"\n'
    '[migrationsverket]\nnamn = "Migrationsverket"\n',
    "variabler.toml": REGISTERS["variabler.toml"]
    + '[kalla]\nnamn = "Källa"\ntyp = "val"\nvarden = ["socialtjansten", "polismyndigheten"]\n'
    '[sluttillstand]\nnamn = "Slut"\ntyp = "val"\nvarden = ["A1", "A2"]\n',
    "meddelanden.toml": '[hej]\nnamn = "Hej"\nslag = "meddelande"\nfalt = ["val"]\n'
    'registreras_av = ["socialtjansten"]\n'
    '[slut]\nnamn = "Slut"\nslag = "signal"\nfalt = []\nregistreras_av = ["socialtjansten"]\n',
    "sluttillstand.toml": 'A1.namn = "Klart"\nA2.namn = "Ingen misstanke"\n',
}


class Office:
    """An engine on the small process set, and the people who work with it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.soc, self.chef, self.polis, self.mig = (
            self.person(name) for name in ("soc", "soc.chef", "polis", "mig")
        )

    def person(self, name: str) -> Actor:
        found = self.engine.queries.person(name)
        assert found is not None
        return found

    def publish(self, files: dict[str, str]) -> str:
        """Make a set the one that new cases use."""
        version = version_of(files)
        self.engine.clock.advance(minutes=1)  # type: ignore[attr-defined]
        self.engine.publications.publish(version, files, "tests", self.engine.clock.now())
        return version

    def open(self) -> Case:
        return self.engine.casework.open_case(self.soc)

    def task(self, case: Case, element: str) -> Task:
        """Return an open task of a case."""
        with self.engine.store.transaction() as unit:
            tasks = [task for instance in unit.instances(case.id) for task in instance.tasks]
        return next(task for task in tasks if task.element == element)

    def complete(self, case: Case, *elements: str, text: str = "Påhittat skäl.") -> None:
        """Let the right people complete these tasks."""
        owners = {"c": self.polis, "z": self.chef}
        for element in elements:
            task, answers = self.task(case, element), GOOD | {"skal": [text]}
            actor = owners.get(element, self.soc)
            self.engine.casework.complete_task(actor, task.id, answers)
