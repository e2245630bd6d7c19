"""A form with every kind of question."""

import json

from engine.forms import read_form

YES_NO = [{"value": "ja", "label": "Ja"}, {"value": "nej", "label": "Nej"}]
REQUIRED = {"validate": {"required": True}}
FORM = read_form(
    "f01_misstanke.form",
    json.dumps(
        {
            "id": "f01_misstanke",
            "components": [
                {"type": "text", "text": "### Misstanken\n\nSkriv det du vet nu."},
                {"type": "radio", "key": "akut_fara", "label": "Finns akut fara?", **REQUIRED}
                | {"values": YES_NO, "properties": {"skydd.variabel": "akut_fara"}},
                {"type": "textarea", "key": "atgard", "label": "Vad har gjorts för att skydda?"}
                | {"conditional": {"hide": '=akut_fara != "ja"'}, **REQUIRED},
                {"type": "datetime", "key": "dag", "label": "Dag för iakttagelsen", **REQUIRED}
                | {"properties": {"skydd.tid": "hittills"}, "subtype": "date"},
                {"type": "checklist", "key": "tecken", "label": "Tecken du har sett", **REQUIRED}
                | {"description": "Välj alla som stämmer."}
                | {"values": [{"value": "hot", "label": "Hot eller våld"},
                              {"value": "skuld", "label": "Skuld till den som ordnat arbetet"}]},
                {"type": "select", "key": "ort", "label": "Var iakttogs det?"}
                | {"values": [{"value": "arbete", "label": "På en arbetsplats"},
                              {"value": "bostad", "label": "I en bostad"}]},
                {"type": "number", "key": "barn", "label": "Antal medföljande barn"}
                | {"validate": {"min": 0, "max": 20}, "decimalDigits": 0},
                {"type": "textfield", "key": "diarienummer", "label": "Diarienummer"},
                {"type": "textarea", "key": "motivering", "label": "Motivering", **REQUIRED}
                | {"properties": {"skydd.avidentifierad": "ja"}},
                {"type": "checkbox", "key": "tolk", "label": "Tolk behövs"},
            ],
        }
    ),
)  # fmt: skip
