"""A real server for an application, for as long as a test looks at its pages."""

import threading
from collections.abc import Iterator

from flask import Flask
from werkzeug.serving import make_server
from werkzeug.test import run_wsgi_app


def served(app: Flask) -> Iterator[str]:
    """Yield the address at which the application answers; then stop it."""

    def whole(environ, start_response):
        """Answer in one piece: the server leaves a file open that a browser does not wait for."""
        body, status, headers = run_wsgi_app(app, environ, buffered=True)
        start_response(status, [*headers])
        return body

    server = make_server("127.0.0.1", 0, whole, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()
