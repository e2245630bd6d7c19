"""For those who run it, and their load balancers: whether it lives, and whether it can work."""

from __future__ import annotations

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from web.current import engine

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def alive() -> ResponseReturnValue:
    """Say that the process answers; nothing else is asked."""
    return "ok\n", 200, {"Content-Type": "text/plain; charset=utf-8"}


@pages.get("/readyz")
def ready() -> ResponseReturnValue:
    """Say whether people can work, or 503 with what is wrong; never an address or a name."""
    wrong = engine().faults()
    return jsonify({"fel": wrong}), 503 if wrong else 200
