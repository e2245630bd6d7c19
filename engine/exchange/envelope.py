"""An event as CloudEvents 1.0 writes it, in structured JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any

import orjson

from engine.exchange.webhooks import Delivery

CONTENT_TYPE = "application/cloudevents+json; charset=utf-8"
TYPE = "skyddsprocessen."
SCHEMA = "static/handelse-1.schema.json"
"""Where the schema of `data` is, below the address of the pages."""


@dataclass(frozen=True)
class Envelope:
    """Writes events; `base` is where browsers reach the pages, without a slash at its end."""

    base: str

    def __call__(self, delivery: Delivery) -> bytes:
        """Return the body that tells of an event: sent again, it is the same to the letter."""
        told: dict[str, Any] = {
            "specversion": "1.0",
            "id": delivery.event_id,
            "source": f"{self.base}/",
            "type": f"{TYPE}{delivery.kind}",
            "time": delivery.at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
            "datacontenttype": "application/json",
            "dataschema": f"{self.base}/{SCHEMA}",
            "data": self._data(delivery),
        }
        if delivery.case_number:
            told["subject"] = delivery.case_number
        return orjson.dumps(told)

    def _data(self, delivery: Delivery) -> dict[str, Any]:
        facts = delivery.facts
        data: dict[str, Any] = {"agency": delivery.webhook.agency, "link": self._link(delivery)}
        if delivery.case_id:
            data["case"] = {"id": delivery.case_id, "number": delivery.case_number}
        if "task_id" in facts:
            data["task"] = _chosen(facts, id="task_id", process="process", element="element")
        if "deadline" in facts or "due_at" in facts:
            data["deadline"] = _chosen(facts, id="deadline", due="due_at")
        if "message" in facts:
            data["handover"] = {"id": facts["message"]}
        if "incident" in facts:
            data["incident"] = {"id": facts["incident"]}
        return data

    def _link(self, delivery: Delivery) -> str:
        if "task_id" in delivery.facts:
            return f"{self.base}/uppgift/{delivery.facts['task_id']}"
        return f"{self.base}/arende/{delivery.case_id}" if delivery.case_id else f"{self.base}/"


def _chosen(facts: Mapping[str, str], **names: str) -> dict[str, str]:
    return {key: facts[name] for key, name in names.items() if name in facts}
