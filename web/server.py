"""How gunicorn runs the application: its log is ours, and what a dead process said is forgotten."""

from __future__ import annotations

from typing import Any

from gunicorn.glogging import Logger  # type: ignore[import-untyped]

from engine.config import Settings
from engine.operating import logs, measures


class Masked(Logger):  # type: ignore[misc]
    """Hands gunicorn's own lines to our log; no access log: requests are told in `web.observed`."""

    def setup(self, cfg: Any) -> None:
        """Let what gunicorn says go the way of all that is logged."""
        super().setup(cfg)
        for logger in (self.error_log, self.access_log):
            logger.handlers[:] = []
        self.error_log.propagate = True
        self.access_log.propagate = False
        logs.configure(Settings().log)


logger_class = Masked
accesslog = None


def post_worker_init(worker: Any) -> None:
    """Read the processes before the first request."""
    worker.wsgi.extensions["engine"].warm()


def child_exit(_: Any, worker: Any) -> None:
    """Forget what a process that has ended said of itself."""
    measures.forget(worker.pid)
