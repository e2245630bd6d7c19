"""The description: OpenAPI 3.1 of every operation, with what each asks and refuses."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from jsonschema import Draft202012Validator

from engine.accounts.account import SCOPES
from web.api.room import PREFIX


@pytest.fixture
def described(api_app: Flask) -> dict[str, Any]:
    answer = api_app.test_client().get(f"{PREFIX}/openapi.json")
    assert answer.status_code == 200
    return dict(answer.json)


def operations(described: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, known in described["paths"].items():
        for method, operation in known.items():
            yield method.upper(), path, operation


def test_every_operation_is_described_and_no_page_is(
    api_app: Flask, described: dict[str, Any]
) -> None:
    routes = [rule for rule in api_app.url_map.iter_rules() if rule.endpoint.startswith("api.")]
    told = {(method, path) for method, path, _ in operations(described)}

    assert described["openapi"] == "3.1.0"
    assert len(told) == sum(len(rule.methods - {"HEAD", "OPTIONS"}) for rule in routes)
    assert all(path.startswith(PREFIX) for _, path in told)


def test_each_tells_its_scope_and_what_it_must_carry(described: dict[str, Any]) -> None:
    seen = set()
    for method, path, operation in operations(described):
        named = {each["name"] for each in operation["parameters"] if each["in"] == "header"}
        commands = method != "GET" and not path.endswith(("/check", "/verify"))
        assert ("Idempotency-Key" in named) is commands, path
        assert ("428" in operation["responses"]) is ("If-Match" in named)
        assert operation["security"] == [{"servicekonto": []}]
        seen.add(operation["x-scope"])
    assert seen == set(SCOPES)


def test_every_schema_is_one_and_every_reference_leads_somewhere(described: dict[str, Any]) -> None:
    schemas = described["components"]["schemas"]
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    for reference in references(described):
        assert reference.removeprefix("#/components/schemas/") in schemas


def references(within: Any) -> Iterator[str]:
    if isinstance(within, dict):
        if isinstance(within.get("$ref"), str):
            yield within["$ref"]
        within = list(within.values())
    for each in within if isinstance(within, list) else ():
        yield from references(each)
