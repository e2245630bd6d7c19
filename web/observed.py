"""Each request measured and told in one line: which route, how long; never what was asked for."""

from __future__ import annotations

import logging
from hmac import compare_digest
from uuid import uuid4

from flask import Blueprint, Flask, Response, abort, g, request
from flask.typing import ResponseReturnValue

from engine.operating import logs
from engine.operating.measures import REQUESTS, Stopwatch, exposition
from engine.operating.safety import is_local_host
from web.current import engine

LOG = logging.getLogger("skydd.request")
UNKNOWN = "okand"
"""The route of what has none: an address is what somebody has written, and is not told."""
PASSED_ON = ("Forwarded", "X-Forwarded-For", "X-Real-Ip", "Via")

pages = Blueprint("observed", __name__)


def init_app(app: Flask) -> None:
    """Watch every request from before anything is done until it is answered."""
    app.before_request(_begin)
    app.after_request(_end)
    app.teardown_request(lambda _: logs.unbind())


@pages.get("/metrics")
def metrics() -> ResponseReturnValue:
    """Answer Prometheus; anybody else is told that there is no such page."""
    if not _may_measure():
        abort(404)
    text = exposition(engine().levels)
    return text, 200, {"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}


def _may_measure() -> bool:
    """Say whether the asker has the token; where none is set, whether they are on this machine.

    Whoever comes through a proxy on this machine seems to be on it: then it takes a token.
    """
    settings = engine().settings
    if settings.metrics_token:
        sent = request.headers.get("Authorization", "")
        return compare_digest(sent.encode(), f"Bearer {settings.metrics_token}".encode())
    passed_on = settings.https or any(name in request.headers for name in PASSED_ON)
    return not passed_on and is_local_host(request.remote_addr or UNKNOWN)


def _begin() -> None:
    g.watch, g.request_id = Stopwatch(), str(uuid4())
    logs.unbind()
    logs.bind(request_id=g.request_id)


def _end(response: Response) -> Response:
    route, method = request.endpoint or UNKNOWN, _method()
    seconds = g.watch.seconds
    REQUESTS.labels(route, method, str(response.status_code)).observe(seconds)
    told = {"route": route, "method": method, "status": response.status_code,
            "ms": round(seconds * 1000, 1)}  # fmt: skip
    if (who := g.get("_login_user")) and who.is_authenticated:  # only where it was asked for
        told["actor"] = logs.pseudonym(who.get_id(), engine().settings.secret_key)
    LOG.info("request", extra=told)
    response.headers["X-Request-ID"] = g.request_id
    return response


def _method() -> str:
    """Return the method; one that nobody has heard of is what somebody has written."""
    known = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}
    return request.method if request.method in known else UNKNOWN
