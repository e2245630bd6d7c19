"""Lets a browser be signed in without the page for it."""

from flask.testing import FlaskClient

from engine.entrance.sittings import Way


def sit(client: FlaskClient, person: str, way: Way = Way.PASSWORD) -> None:
    """Begin a sitting of a person in this browser."""
    engine = client.application.extensions["engine"]
    token = engine.door.open(engine.queries.person(person), way, "")
    with client.session_transaction() as session:
        session["_user_id"] = token
