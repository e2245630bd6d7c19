"""The door to the operations: who asks, what they may ask for, and what was asked before.

A bearer token is all that opens it. No cookie is read, none is set, so no form can be forged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from apiflask import APIBlueprint, HTTPError
from flask import Response, current_app, g, request

from engine.access import require_sees_cases
from engine.accounts.account import OF_CASES
from engine.accounts.repeats import Reused, fingerprint_of
from engine.errors import EngineError, NotAllowed
from web.api.asking import account, actor, engine, recognised
from web.api.problems import Refused, told
from web.security import limiter

PREFIX = "/api/v1"
KEY = re.compile(r"[\x21-\x7e]{1,100}")
KEPT_HEADERS = ("ETag", "Location")
SCHEME = "servicekonto"
RATE = "API_RATE"
"""Where the application's configuration says how often one account may ask."""
USUAL_RATE = "1200 per minute"
STRANGERS = "60 per minute"
"""How often one address may ask with a token that is not valid."""

View = TypeVar("View", bound=Callable[..., Any])
api = APIBlueprint("api", __name__, url_prefix=PREFIX)


@dataclass(frozen=True)
class Operation:
    """What an operation asks of those who use it."""

    scope: str
    command: bool = False
    """It changes something: done once for each Idempotency-Key."""
    seen: bool = False
    """It changes what the asker has to have seen: If-Match."""


def needs(
    scope: str, *, command: bool = False, seen: bool = False, media: str = ""
) -> Callable[[View], View]:
    """Let an operation be used by those with a scope; `media`: it answers with a file."""
    told: dict[str, Any] = {"tags": [scope.partition(":")[0]], "extensions": {"x-scope": scope}}
    if media:
        content = {media: {"schema": {"type": "string"}}}
        told["responses"] = {200: {"description": "A file", "content": content}}

    def mark(view: View) -> View:
        vars(view)["operation"] = Operation(scope, command, seen)
        return api.doc(security=SCHEME, **told)(view)

    return mark


def operation_of(endpoint: str | None) -> Operation | None:
    """Return what is asked of those who use an endpoint; None for what is no operation."""
    return getattr(current_app.view_functions.get(endpoint or ""), "operation", None)


def _asker() -> str:
    """Count calls by account; a whole agency may come from one address."""
    known = recognised()
    return known.id if known else f"{request.remote_addr}"


def _rate() -> str:
    known = recognised()
    return str(current_app.config.get(RATE, USUAL_RATE)) if known else STRANGERS


limiter.limit(_rate, key_func=_asker)(api)


@api.before_request
def _open() -> Response | None:
    """Let the account in, if the token is valid and opens this operation."""
    operation = operation_of(request.endpoint)
    if recognised() is None or operation is None:
        raise Refused("unauthenticated", headers={"WWW-Authenticate": 'Bearer realm="api"'})
    if operation.scope not in account().scopes:
        engine().trail.note("denied", actor(), str(request.endpoint))
        more = {"scope": operation.scope}
        headers = {"WWW-Authenticate": 'Bearer realm="api", error="insufficient_scope"'}
        raise Refused("scope", more=more, headers=headers)
    if operation.scope in OF_CASES:
        _require_sees_cases()
    _require_readable()
    if operation.seen and not request.if_match.as_set():
        raise Refused("no-tag")
    return _answered_before() if operation.command else None


@api.after_request
def _kept(response: Response) -> Response:
    """Keep the answer of a command, and that something of a case was read."""
    known, ok = g.get("key"), response.status_code < 300  # noqa: PLR2004
    if known and ok and "Idempotency-Replayed" not in response.headers:
        headers = {n: response.headers[n] for n in KEPT_HEADERS if n in response.headers}
        answer = {"status": response.status_code, "headers": headers, "body": response.json}
        engine().accounts.repeats.done(account().id, known, answer)
    if request.method == "GET" and response.status_code == 200:  # noqa: PLR2004
        _keep_reading()
    return response


def _answered_before() -> Response | None:
    """Return what was answered to the same command before; None if it has not been done."""
    key = request.headers.get("Idempotency-Key", "")
    if not KEY.fullmatch(key):
        raise Refused("no-key")
    asked = fingerprint_of(request.method, request.full_path, request.get_data(cache=True))
    before = engine().accounts.repeats.begin(account().id, key, asked)
    g.key = key
    if before is None:
        return None
    answer = Response(json.dumps(before["body"], ensure_ascii=False), before["status"],
                      content_type="application/json", headers=before["headers"])  # fmt: skip
    answer.headers["Idempotency-Replayed"] = "true"
    return answer


def _require_readable() -> None:
    """Refuse what is no JSON, is nested too deep, or has characters that no text has."""
    body = request.get_data(cache=True)
    if request.mimetype and not request.is_json:
        raise Refused("media")
    try:
        json.dumps(json.loads(body or b"{}"), ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise Refused("bad-request") from error


def _require_sees_cases() -> None:
    try:
        require_sees_cases(actor())
    except NotAllowed:
        engine().trail.note("denied", actor(), str(request.endpoint))
        raise


def _keep_reading() -> None:
    """Keep that an account has read something of a case, as is kept of people."""
    asked = request.view_args or {}
    case_id = asked.get("case_id") or g.get("case_read")
    if case_id is None and "task_id" in asked:
        case_id = engine().readings.case_of(asked["task_id"])
    if case_id is not None:
        engine().readings.note(actor(), case_id, str(request.endpoint))


for kind in (Refused, EngineError, HTTPError, Reused):
    api.register_error_handler(kind, told)
