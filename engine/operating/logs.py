"""Logs for operators: one JSON object a line on stderr, masked, and nothing of any case."""

from __future__ import annotations

import hmac
import logging
import sys
from hashlib import sha256
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import Any, cast

import structlog
from structlog.contextvars import bind_contextvars, clear_contextvars, merge_contextvars
from structlog.stdlib import ExtraAdder, ProcessorFormatter
from structlog.typing import EventDict, Processor, WrappedLogger

from engine.config import ROOT
from engine.operating.masking import masked

LOG = logging.getLogger(__name__)
OWN = ("engine", "web", "skydd", "gunicorn.error")
"""What is ours to tell; libraries tell of their insides."""
INNERMOST = 12
"""So many frames of a traceback are told, of the place where it was raised."""


def configure(level: str) -> None:
    """Let what we log from this level on go to stderr, and warnings of what we build on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level.upper()]))
    for name in OWN:
        logging.getLogger(name).setLevel(level.upper())


def tell_uncaught() -> None:
    """Let what ends the program be a line of the log, too: its words may tell of a person."""
    sys.excepthook = _uncaught


def formatter() -> logging.Formatter:
    """Return what makes a line of a record, with what is bound to the request."""
    before: list[Processor] = [
        merge_contextvars,
        ExtraAdder(),
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last = structlog.processors.JSONRenderer(ensure_ascii=False, sort_keys=True)
    steps: list[Processor] = [_raised, ProcessorFormatter.remove_processors_meta, _masked, last]
    return ProcessorFormatter(foreign_pre_chain=before, processors=steps)


def bind(**what: str) -> None:
    """Tell this of every line until the request is over."""
    bind_contextvars(**what)


def unbind() -> None:
    """Forget what was bound to the request."""
    clear_contextvars()


def pseudonym(person: str, secret: str) -> str:
    """Return what lines tell of a person: the same for the same one here, and no name.

    Without the secret nobody finds the person; the access log tells who asked for what.
    """
    return hmac.digest(secret.encode(), f"logg {person}".encode(), sha256).hex()[:12]


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    LOG.critical("ended by a fault", exc_info=(kind, error, trace))


def _raised(_: WrappedLogger, __: str, line: EventDict) -> EventDict:
    """Tell what was raised by its kind and place: neither its words nor any variable's value."""
    told = line.pop("exc_info", None)
    line.pop("exception", None)
    line.pop("stack_info", None)
    if told is True:
        told = sys.exc_info()
    error = told[1] if isinstance(told, tuple) else told
    if isinstance(error, BaseException):
        line["kind"], line["where"] = _kinds(error), _places(error)
    return line


def _kinds(error: BaseException | None) -> list[str]:
    """Return the kinds of an error and of what it came from."""
    kinds: list[str] = []
    while error is not None and len(kinds) < INNERMOST:
        kinds.append(type(error).__name__)
        error = error.__cause__ or error.__context__
    return kinds


def _places(error: BaseException) -> list[str]:
    frames = extract_tb(error.__traceback__)[-INNERMOST:]
    return [f"{_file(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _file(name: str) -> str:
    path = Path(name)
    inside = path.is_relative_to(ROOT) and "site-packages" not in path.parts
    return str(path.relative_to(ROOT)) if inside else "/".join(path.parts[-2:])


def _masked(_: WrappedLogger, __: str, line: EventDict) -> EventDict:
    return cast(EventDict, masked(cast(dict[str, Any], line)))
