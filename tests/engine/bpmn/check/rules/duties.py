"""Duties of a register, and tasks that rest on them."""

from tests.engine.bpmn.check.rules.examples import Files, one
from tests.engine.bpmn.samples import user

DUTIES = "ansvar.toml"
SOCIAL = '[SOC-01]\naktor = "soc"\nsteg = "1"\ntext = "Ser"\nslag = "ska"\n'
POLICE = '[POL-01]\naktor = "polis"\nsteg = "1"\ntext = "Tar emot"\nslag = "ska"\n'


def resting_on(duty: str, register: str) -> Files:
    """Return a set whose only task rests on a duty, with this register of duties."""
    return one(user("a", ansvar=duty, kalla=""), **{DUTIES: register})
