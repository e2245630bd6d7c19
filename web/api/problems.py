"""What went wrong, told as RFC 9457 wants it, in the language that is asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from apiflask import HTTPError
from flask import Response
from werkzeug.exceptions import HTTPException

from engine.accounts.repeats import Reused
from engine.errors import (
    Conflict,
    EngineError,
    Erased,
    Expiring,
    InvalidAnswers,
    ModelError,
    NotAllowed,
    NotFound,
    Outdated,
    Overtaken,
    Stale,
    Unavailable,
)
from web.language import briefly, chosen, lazy, said

MEDIA = "application/problem+json"
TYPE = "urn:skyddsprocessen:problem:"
TITLES: Mapping[str, tuple[int, str]] = {
    "bad-request": (400, lazy("Det som skickades kan inte läsas")),
    "no-key": (400, lazy("Skicka en egen nyckel i Idempotency-Key, 1 till 100 tecken")),
    "bad-cursor": (400, lazy("Sidmärket går inte att läsa. Börja om från första sidan.")),
    "unauthenticated": (401, lazy("Nyckeln saknas, eller så gäller den inte")),
    "scope": (403, lazy("Kontot har inte den rättighet som behövs")),
    "not-found": (404, lazy("Det finns inte, eller så får du inte se det")),
    "method": (405, lazy("Adressen kan inte användas så")),
    "conflict": (409, lazy("Läget har ändrats")),
    "busy": (409, lazy("Många ändrade samtidigt. Ingenting är sparat; försök igen.")),
    "outdated": (412, lazy("Det har ändrats sedan du läste det. Läs det igen.")),
    "too-large": (413, lazy("Det som skickades är för stort")),
    "media": (415, lazy("Skicka JSON (Content-Type: application/json)")),
    "invalid-request": (422, lazy("Det som skickades har fel form")),
    "invalid-answers": (422, lazy("Svaren håller inte")),
    "expiring": (422, lazy("Svaren avslutar något genast, och måste bekräftas")),
    "findings": (422, lazy("Processfilerna har fel")),
    "key-reused": (422, lazy("Samma nyckel har använts till något annat")),
    "no-tag": (428, lazy("Säg vilken version du har sett (If-Match)")),
    "too-many": (429, lazy("För många anrop. Vänta en stund.")),
    "broken": (500, lazy("Något gick fel hos oss, och är antecknat")),
    "unavailable": (503, lazy("Det går inte just nu")),
}
OF_STATUS = {400: "bad-request", 401: "unauthenticated", 404: "not-found", 405: "method",
             412: "outdated", 413: "too-large", 415: "media", 422: "invalid-request",
             428: "no-tag", 429: "too-many", 503: "unavailable"}  # fmt: skip
NAMES: tuple[tuple[type[EngineError], str], ...] = (
    (NotFound, "not-found"), (NotAllowed, "not-found"), (Erased, "not-found"), (Stale, "busy"),
    (Outdated, "outdated"), (Overtaken, "outdated"), (Conflict, "conflict"),
    (InvalidAnswers, "invalid-answers"), (Expiring, "expiring"), (ModelError, "findings"),
    (Reused, "key-reused"), (Unavailable, "unavailable"),
)  # fmt: skip
"""What an error of the engine is here; the first that fits."""
EXPLAINED = {"outdated", "conflict"}
SOON = {"Retry-After": "5"}
PASSED_ON = ("Allow", "Retry-After")
WRONG = {
    "missing": lazy("Måste anges"),
    "extra_forbidden": lazy("Finns inte här"),
    "json": lazy("Måste vara ett JSON-objekt"),
}
OTHERWISE = lazy("Har fel form")


@dataclass
class Refused(Exception):
    """What an operation itself refuses; its name is one of TITLES."""

    name: str
    detail: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


def told(error: Exception) -> Response:
    """Return the problem that an error is."""
    found = _refused(error)
    status, title = TITLES[found.name]
    body = {"type": TYPE + found.name, "title": str(title), "status": status}
    body |= {"detail": found.detail} if found.detail else {}
    answer = Response(json.dumps(body | dict(found.more), ensure_ascii=False), status)
    answer.content_type = MEDIA
    answer.headers["Content-Language"] = chosen()
    answer.headers.update(found.headers)
    return answer


def _refused(error: Exception) -> Refused:
    match error:
        case Refused():
            return error
        case EngineError():
            return _of_engine(error)
        case HTTPError():
            return _of_shape(error)
        case HTTPException():
            name = OF_STATUS.get(error.code or 500, "broken")
            headers = dict(error.get_headers())
            return Refused(name, headers={n: headers[n] for n in PASSED_ON if n in headers})
    return Refused("broken")


def _of_engine(error: EngineError) -> Refused:
    name = next((name for kind, name in NAMES if isinstance(error, kind)), "broken")
    detail = said(str(error)) if name in EXPLAINED else ""
    return Refused(name, detail, _more(error), SOON if name == "unavailable" else {})


def _more(error: EngineError) -> Mapping[str, Any]:
    match error:
        case InvalidAnswers():
            return {"errors": {key: briefly(text) for key, text in error.problems.items()}}
        case Expiring():
            return {"expiries": [_expiry(each) for each in error.expiries]}
        case ModelError():
            return {"findings": [asdict(each) for each in error.findings]}
    return {}


def _expiry(expiry: Any) -> dict[str, str]:
    return {"key": expiry.key, "activity": expiry.activity, "effect": said(expiry.effect),
            "law": expiry.law, "last_day": expiry.last_day.isoformat()}  # fmt: skip


def _of_shape(error: HTTPError) -> Refused:
    """Say which parts of what was sent have another shape than the description tells."""
    cause: Any = error.__cause__
    if not hasattr(cause, "errors"):
        return Refused(OF_STATUS.get(error.status_code, "broken"))
    errors: dict[str, str] = {}
    for each in cause.errors(include_context=False, include_url=False):
        place = ".".join(str(part) for part in each["loc"]) or "body"
        errors.setdefault(place[:200], str(WRONG.get(each["type"], OTHERWISE)))
    return Refused("invalid-request", more={"errors": errors})
