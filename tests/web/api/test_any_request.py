"""Any request that the description allows, or does not, as each role: no fault, and no leak.

`SKYDD_API_EXAMPLES` says how many are made of each operation for each role, right and wrong ones.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as some
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from engine.access import PROCESS_OFFICE
from engine.bootstrap import Engine, build
from engine.model import Actor
from tests.conftest import MovedClock
from tests.conftest import settings as for_database
from tests.web.api.pinned import bridged
from tests.web.askers import Askers
from tests.web.secrets import Case
from tests.web.test_every_route import leaked
from web import create_app
from web.api.room import PREFIX

EXAMPLES = int(os.environ.get("SKYDD_API_EXAMPLES", "2"))
STEPS = 25
OF_SOC = ("handlaggare", "chef", "gruppledare", "granskare")
ROLES = (*((role, "socialtjansten") for role in OF_SOC), ("processagare", PROCESS_OFFICE))
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance,
          response_schema_conformance]  # fmt: skip
FEW = settings(
    max_examples=EXAMPLES, deadline=None, database=None, derandomize=True,
    phases=[Phase.generate], suppress_health_check=list(HealthCheck),
)  # fmt: skip


@dataclass
class Place:
    """A case in which every agency has written words of its own, and systems that ask about it."""

    app: Flask
    case: Case
    systems: Askers
    ids: dict[str, list[str]]

    def answer(self, asked: Any, token: str) -> Any:
        """Ask as a system does, with a key, and with the tag of what is there now."""
        headers = {"Authorization": f"Bearer {token}"}
        if asked.method != "GET":
            headers["Idempotency-Key"] = str(uuid4())
        if "If-Match" in {each.name for each in asked.operation.headers}:
            headers["If-Match"] = self.tag(asked.formatted_path, headers["Authorization"])
        return asked.call(headers=headers)

    def tag(self, path: str, authorization: str) -> str:
        """Return the tag of what a path is about; any, if it cannot be seen."""
        for there in (path, path.rpartition("/")[0]):
            answer = self.app.test_client().get(there, headers={"Authorization": authorization})
            if "ETag" in answer.headers:
                return str(answer.headers["ETag"])
        return f'"{"0" * 32}"'


def spoiled(body: Any) -> some.SearchStrategy[Any]:
    """Return bodies of another shape than is described."""
    other = some.none() | some.booleans() | some.integers() | some.text() | some.lists(some.none())
    keys = some.sampled_from([*body, "annat"]) if isinstance(body, dict) else some.just("annat")
    within = some.dictionaries(keys, other | some.dictionaries(some.text(), other), min_size=1)
    return other.filter(lambda made: made is not None) | within.map(
        lambda wrong: {**(body if isinstance(body, dict) else {}), **wrong}
    )


@pytest.fixture(scope="module")
def place(sqlite_template, tmp_path_factory) -> Iterator[Place]:
    file = tmp_path_factory.mktemp("any") / "skydd.sqlite"
    file.write_bytes(sqlite_template.read_bytes())
    engine = build(for_database(f"sqlite:///{file}"), MovedClock())
    app = create_app(engine)
    case = Case.lived(engine, STEPS)
    yield Place(app, case, Askers(app, engine), _ids(engine, case))
    engine.database.dispose()


def _ids(engine: Engine, case: Case) -> dict[str, list[str]]:
    """Return what there is to ask about: of all agencies, and of nobody."""
    owner = engine.queries.person("agare")
    assert owner is not None
    draft = engine.drafts.open_draft(owner, "Ett nytt steg")
    return {
        "task_id": [*(task.id for task in case.desk.tasks()), *list(case.completed())[:2], "x"],
        "case_id": [case.desk.case_id, case.desk.case_id, "x"],
        "number": [case.desk.case().number, "2026-99999"],
        "version": [engine.publications.current() or "", "x"],
        "draft_id": [draft.id, "x"], "proposal_id": ["x"], "path": ["aktorer.toml", "x"],
    }  # fmt: skip


@pytest.fixture(scope="module")
def operations(place: Place) -> Iterator[list[Any]]:
    described = schemathesis.openapi.from_wsgi(f"{PREFIX}/openapi.json", place.app)
    with bridged():
        yield [found.ok() for found in described.get_all_operations()]


@pytest.mark.parametrize(("role", "agency"), ROLES)
def test_any_request_is_answered_as_described_and_tells_nothing_of_others(
    place: Place, operations: list[Any], role: str, agency: str
) -> None:
    roles = frozenset({role} if role == "processagare" else {"handlaggare", role})
    token = place.systems.token(Actor(f"any.{role}", role, agency, roles))
    statuses = {status for each in operations for right in (True, False)[: 1 + bool([*each.body])]
                for status in answered(place, each, token, agency, right=right)}  # fmt: skip

    assert {200, 404, 422} <= statuses
    assert max(statuses) < 500


def answered(
    place: Place, operation: Any, token: str, agency: str, *, right: bool
) -> set[int]:  # fmt: skip
    """Ask for an operation as it is described, or not as it is, and return the statuses."""
    statuses = set()

    @seed(20260302)
    @FEW
    @given(some.data())
    def ask(data: some.DataObject) -> None:
        made = data.draw(operation.as_strategy())
        made.body = made.body if right else data.draw(spoiled(made.body))
        for name in made.path_parameters or {}:
            made.path_parameters[name] = data.draw(some.sampled_from(place.ids[name]))
        answer = place.answer(made, token)
        told = answer.content.decode("utf-8", "replace")
        assert leaked(told, place.case, agency) == set(), made.as_curl_command()
        made.validate_response(answer, checks=CHECKS)
        statuses.add(answer.status_code)

    ask()
    return statuses
