"""People at their browsers, on a real engine and a case of the published processes."""

from dataclasses import dataclass, field

from engine.bootstrap import Engine
from tests.engine.lived import lived
from tests.steps.desk import Desk
from tests.web.conftest import Browser
from tests.web.seated import sit
from web import create_app


@dataclass
class Clerks:
    """A case, and whoever is asked for, signed in."""

    engine: Engine
    steps: int = 3
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        self.desk = lived(self.engine, self.steps)
        self.app = create_app(self.engine)
        self.app.test_client_class = Browser

    @property
    def case(self) -> str:
        """The address of the case."""
        return f"/arende/{self.desk.case_id}"

    def at(self, person: str) -> Browser:
        """Return a person's browser, looking at their work list."""
        client = self.app.test_client()
        assert isinstance(client, Browser)
        sit(client, person)
        client.get("/arenden")
        client.get(f"{self.case}")
        return client

    def tab(self, person: str, name: str) -> str:
        """Return the text of a tab."""
        return self.at(person).get(f"{self.case}?flik={name}").text
