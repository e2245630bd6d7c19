"""A real server for an application, for as long as a test looks at its pages."""

import threading
from collections.abc import Iterator

from flask import Flask
from werkzeug.serving import make_server


def served(app: Flask) -> Iterator[str]:
    """Yield the address at which the application answers; then stop it."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()
