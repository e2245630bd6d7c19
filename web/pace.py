"""How often one person may have what is costly to make, or what takes much out at once.

Nobody who works by hand comes near it; a program with somebody's session does (ASVS 2.4.1).
"""

from __future__ import annotations

from flask import Flask, abort, request
from flask_login import current_user
from limits import parse

from web.current import actor
from web.security import limiter

RATE = parse("60 per minute")
COSTLY = frozenset(
    {"papers.download", "protection.take_out", "sheets.sheet", "auditing.export", "auditing.file"}
    | {"auditing.verify", "statistics.file", "analysis.file", "modelling.download"}
    | {"differences.download", "modeller.tidy"}
)
TOO_OFTEN = 429


def init_app(app: Flask) -> None:
    """Ask before each request; `auth` has said by then who it is."""
    app.before_request(_slow_down)


def _slow_down() -> None:
    """Refuse, for the rest of a minute, whoever has had so much in it; all of it counts as one."""
    if request.endpoint not in COSTLY or not current_user.is_authenticated:
        return
    if not limiter.limiter.hit(RATE, "costly", actor().id):
        abort(TOO_OFTEN)
