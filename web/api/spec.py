"""The description of the operations: OpenAPI 3.1, at /api/v1/openapi.json."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from apiflask import APIFlask

from web.api.problems import MEDIA, TITLES, TYPE
from web.api.room import PREFIX, SCHEME, Operation, api, operation_of

VERSION = "1.0"
PATH = f"{PREFIX}/openapi.json"
DESCRIBED: Mapping[str, Any] = {
    "title": "Skyddsprocessen", "version": VERSION, "spec_path": PATH, "docs_path": None,
}  # fmt: skip
ALWAYS = (400, 401, 403, 404, 422, 429)
DESCRIPTION = (
    "For agencies' own systems. What an account may see is what its agency may see, by the same "
    "rules as the pages; everything else answers 404. Errors are RFC 9457, in Swedish, or in "
    "English for Accept-Language: en."
)
PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string", "description": f"{TYPE}{{{', '.join(TITLES)}}}"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {"type": "object", "additionalProperties": {"type": "string"},
                   "description": "One sentence for each question or part that is wrong."},
        "expiries": {"type": "array", "items": {"type": "object"}},
        "findings": {"type": "array", "items": {"type": "object"}},
        "scope": {"type": "string"},
    },
}  # fmt: skip
KEY = {"name": "Idempotency-Key", "in": "header", "required": True,
       "description": "The asker's own key: the same one is done once and answered the same.",
       "schema": {"type": "string", "pattern": "^[\\x21-\\x7e]{1,100}$"}}  # fmt: skip
SEEN = {"name": "If-Match", "in": "header", "required": True,
        "description": "The ETag of what is changed, as it was read.",
        "schema": {"type": "string", "pattern": '^"[0-9a-f]{32}"$'}}  # fmt: skip
TAG = {"description": "Another as soon as anything of it is otherwise.",
       "schema": {"type": "string"}}  # fmt: skip
LINK = {"description": 'rel="next": the next page.', "schema": {"type": "string"}}


def init_app(app: APIFlask) -> None:
    """Answer with the operations and their description; pages have none. Called last of all."""
    app.config |= {
        "OPENAPI_VERSION": "3.1.0", "AUTO_404_RESPONSE": False, "AUTO_SERVERS": False,
        "AUTO_VALIDATION_ERROR_RESPONSE": False, "AUTO_AUTH_ERROR_RESPONSE": False,
        "AUTO_TAGS": False, "AUTO_OPERATION_ID": True, "DESCRIPTION": DESCRIPTION,
        "SECURITY_SCHEMES": {SCHEME: {"type": "http", "scheme": "bearer"}},
    }  # fmt: skip
    for pages in app.blueprints.values():
        vars(pages).setdefault("enable_openapi", False)
    app.register_blueprint(api)
    app.spec_processor(_finished)


def _finished(spec: Any) -> Any:
    """Add what every operation has: problems, keys, tags."""
    spec["components"]["schemas"]["Problem"] = PROBLEM
    for path, operations in list(spec["paths"].items()):
        if not path.startswith(PREFIX):
            del spec["paths"][path]
            continue
        for operation in operations.values():
            _finish(operation)
    return spec


def _finish(operation: dict[str, Any]) -> None:
    known = operation_of(operation["operationId"].partition("_")[2].replace("api_", "api.", 1))
    assert known is not None  # noqa: S101  every route of the room has said what it needs
    operation["description"] = f"Rättighet: {known.scope}."
    operation["parameters"] += [KEY] * known.command + [SEEN] * known.seen
    for status in _problems(known, operation):
        operation["responses"][str(status)] = {
            "description": " / ".join(n for n, (s, _) in TITLES.items() if s == status),
            "content": {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
    for response in (r for s, r in operation["responses"].items() if s.startswith("2")):
        response["headers"] = {"ETag": TAG, "Link": LINK}
    if "requestBody" in operation:
        operation["requestBody"]["required"] = True


def _problems(known: Operation, operation: Mapping[str, Any]) -> Iterator[int]:
    yield from ALWAYS
    if known.command:
        yield from (409, 413)
    if known.seen:
        yield from (412, 428)
    if "requestBody" in operation:
        yield 415
    if any(each["in"] == "path" for each in operation["parameters"]):
        yield 409
