"""Whoever walks the routes: somebody at a browser, and a system of the same agency at the API."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from engine.access import ADMIN_OFFICE, PERSONAL, PROCESS_OFFICE
from engine.accounts.account import SCOPES
from engine.bootstrap import Engine
from engine.model import Actor
from web.api.room import PREFIX, RATE

BODIES: dict[str, dict[str, Any]] = {
    "api.save_draft": {"answers": {}},
    "api.complete": {"answers": {}},
    "api.open_case": {},
    "api.register": {"name": "person_avliden"},
    "api.send_message": {"id": "m-1", "case": "2026-99999", "name": "fu_inledd"},
    "api.send_event": {
        "specversion": "1.0",
        "id": "m-1",
        "source": "prov",
        "subject": "2026-99999",
        "type": "skyddsprocessen.message.fu_inledd",
    },
    "api.open_draft": {"name": ""},
    "api.take_over": {"files": {}},
    "api.check": {"files": {}},
    "api.propose": {"reason": "Prov"},
    "api.approve": {},
    "api.reject": {"reason": "Prov"},
    "api.withdraw": {},
}
"""What is sent to each operation that takes something: of the right shape, and harmless."""
ANY_TAG = f'"{"0" * 32}"'


def is_api(rule: Rule) -> bool:
    return rule.endpoint.startswith("api.")


@dataclass
class Askers:
    """Accounts by person: each has the agency and the roles of somebody, as far as it may."""

    app: Flask
    engine: Engine
    tokens: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.app.config[RATE] = "1000000 per minute"

    def token(self, person: Actor) -> str:
        """Return the token of a system that stands where a person does."""
        if person.agency == ADMIN_OFFICE:
            return "there is none: administrators have no systems"
        if person.id not in self.tokens:
            roles = person.roles - PERSONAL
            agency = person.agency
            roles = roles if agency != PROCESS_OFFICE else frozenset({"processagare"})
            _, self.tokens[person.id] = self.engine.accounts.create(
                "test", agency, f"Som {person.id}", roles, SCOPES, 30
            )
        return self.tokens[person.id]

    def ask(
        self, person: Actor, method: str, address: str, endpoint: str = ""
    ) -> TestResponse:  # fmt: skip
        """Let a system ask, with a key and a tag of its own making."""
        client = FlaskClient(self.app, self.app.response_class)
        headers = {"Authorization": f"Bearer {self.token(person)}"}
        if method != "GET":
            headers |= {"Idempotency-Key": str(uuid4()), "If-Match": ANY_TAG}
        body = BODIES.get(endpoint) if method in {"POST", "PUT"} else None
        return client.open(address, method=method, headers=headers, json=body)


def asked(
    client: FlaskClient, askers: Askers, person: Actor, method: str, address: str, **form: str
) -> TestResponse:
    """Let a browser ask for a page, and the system of the same person for what is of the API."""
    if address.startswith(f"{PREFIX}/"):
        endpoint, _ = askers.app.url_map.bind("localhost").match(address.partition("?")[0], method)
        return askers.ask(person, method, address, endpoint)
    return client.get(address) if method == "GET" else client.send(address, **form)


__all__ = ["ANY_TAG", "BODIES", "PREFIX", "Askers", "asked", "is_api"]
