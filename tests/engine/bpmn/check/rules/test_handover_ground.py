"""A form may offer only grounds that exist."""

import json

from engine.bpmn.check.rules.handover_ground import handover_ground
from tests.engine.bpmn.check.rules.examples import Files, examples
from tests.engine.bpmn.check.rules.handed import handed
from tests.engine.bpmn.samples import REGISTERS


def offering(ground: str) -> Files:
    form = json.loads(REGISTERS["forms/f.form"])
    form["components"].append(
        {"type": "select", "id": "g", "key": "rattslig_grund", "label": "Grund",
         "values": [{"label": "Lagen", "value": ground}]}
    )  # fmt: skip
    return handed() | {"forms/f.form": json.dumps(form)}


VALID = {"no choice": handed(), "a ground of the law": offering("28")}
INVALID = {"another": (offering("77"), "overlamnanden.toml#M01: formulärens grund '77' finns inte")}

test_examples = examples(handover_ground, VALID, INVALID)
