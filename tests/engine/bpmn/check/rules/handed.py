"""A hand-over M01 from one task to the police, with what is to be wrong in it."""

import json

from tests.engine.bpmn.check.rules.examples import Files
from tests.engine.bpmn.samples import END, REGISTERS, START, bpmn, user

M01 = {
    "namn": "Anmälan", "avsandare": ["soc"], "mottagare": ["polis"], "falt": ["skal"],
    "sparr": ["28"],
}  # fmt: skip
SENDING = bpmn("p", [START, user("a", meddelande="M01"), END], "start -> a\na -> end")
SILENT = bpmn("p", [START, user("a"), END], "start -> a\na -> end")
REGISTER = "overlamnanden.toml"


def handed(diagram: str = SENDING, **settings: object) -> Files:
    """Return a set whose hand-over has these settings; None takes one out."""
    given = {key: value for key, value in {**M01, **settings}.items() if value is not None}
    register = "[M01]\n" + "".join(f"{k} = {json.dumps(v)}\n" for k, v in given.items())
    return REGISTERS | {REGISTER: register, "p.bpmn": diagram}


def table(polis: str, fields: str = '["val", "skal"]', kind: str = "slag") -> str:
    """Return a table of who may read what: one kind, and what the police may of it."""
    return (
        f'[{kind}]\nnamn = "Slag"\n[{kind}.falt]\nM01 = {fields}\n'
        f'[{kind}.insyn]\nsoc = "R"\npolis = "{polis}"\n'
    )


def read_by(
    polis: str = "R", form: dict[str, str] | None = None, nar: str | None = None, **more: str
) -> Files:
    """Return a set that hands two answers to the police; `form` is settings of its free text."""
    of = handed(falt=["val", "skal"], nar=nar) | {"insyn.toml": table(polis, **more)}
    return of | {"forms/f.form": asked(form)} if form else of


def asked(settings: dict[str, str]) -> str:
    """Return the form with settings of its free text."""
    form = json.loads(REGISTERS["forms/f.form"])
    form["components"][1]["properties"] = settings
    return json.dumps(form)
