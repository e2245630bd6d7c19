"""Sends events beside a worker's other work: no timer waits for somebody's slow system."""

from __future__ import annotations

import logging
import threading

from engine.exchange.sending import Sending

LOG = logging.getLogger(__name__)


class Beside:
    """Sends what is due in a thread that ends with its process, or on `stop`.

    What it was about to send when it ends is sent by others, once its lease has run out.
    """

    def __init__(self, sending: Sending) -> None:
        self._sending = sending
        self._thread: threading.Thread | None = None
        self.stop = threading.Event()

    def work(self, every: float | None) -> None:
        """See to it that events are sent, every so many seconds; None: now, and no more."""
        if every is None:
            self._sending.send_due()
        elif self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._send, args=(every,), daemon=True)
            self._thread.start()

    def _send(self, every: float) -> None:
        while not self.stop.wait(every):
            try:
                self._sending.send_due()
            except Exception:  # the worker is an end: a database that was away comes back
                LOG.exception("events could not be sent")
