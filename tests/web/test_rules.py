"""Rules of routes whose builders are made when they are asked for."""

from collections.abc import Iterator
from unittest.mock import Mock, patch

import pytest
from flask import Flask, url_for
from werkzeug.routing import BuildError, Rule

from tests.web.fake_engine import FakeEngine
from web import create_app


@pytest.fixture
def compiled() -> Iterator[Mock]:
    original = Rule._compile_builder
    with patch.object(Rule, "_compile_builder", autospec=True, side_effect=original) as compiled:
        yield compiled


def test_an_application_is_made_without_compiling_builders(compiled: Mock) -> None:
    app = create_app(FakeEngine())  # type: ignore[arg-type]

    assert len(list(app.url_map.iter_rules())) > 200
    assert compiled.call_count <= 4, "none but those of the frameworks' own, there before ours"


def test_a_builder_is_compiled_once_and_builds_what_werkzeug_would(compiled: Mock) -> None:
    app = create_app(FakeEngine())  # type: ignore[arg-type]
    compiled.reset_mock()
    with app.test_request_context():
        built = [url_for("tasks.task", task_id="å b", flik=flik) for flik in ("två", "tre")]

    assert built == ["/uppgift/%C3%A5%20b?flik=tv%C3%A5", "/uppgift/%C3%A5%20b?flik=tre"]
    assert compiled.call_count == 1


def test_an_address_that_lacks_a_part_is_refused_as_before(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(BuildError):
        url_for("tasks.task")
