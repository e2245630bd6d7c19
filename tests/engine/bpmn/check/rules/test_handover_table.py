"""A gate by a table needs the table."""

from engine.bpmn.check.rules.handover_table import handover_table
from tests.engine.bpmn.check.rules.examples import examples
from tests.engine.bpmn.check.rules.handed import handed
from tests.engine.bpmn.rules import dmn

GATED = handed(sparr=["utlamnandegrund"])
TABLE = dmn("val => mer", '- => "ja"', name="utlamnandegrund")

VALID = {"no table": handed(), "a table that is there": GATED | {"utlamnandegrund.dmn": TABLE}}
INVALID = {"a table that is not": (GATED, "M01: beslutstabellen utlamnandegrund finns inte")}

test_examples = examples(handover_table, VALID, INVALID)
