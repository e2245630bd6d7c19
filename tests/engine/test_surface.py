"""What the outside may ask for is what `engine.bootstrap` puts together, and publishes from it."""

import pytest

from engine.bootstrap import Engine
from engine.bpmn.definitions import read_folder
from engine.errors import ModelError


def test_the_folder_is_published_once_and_nothing_that_is_wrong(real_engine: Engine) -> None:
    before = real_engine.publications.current()
    files = read_folder(real_engine.settings.processes)

    assert real_engine.publish("tests") == before
    with pytest.raises(ModelError):
        real_engine.publish("tests", files | {"lvu.bpmn": "<nothing/>"})
    assert real_engine.publications.current() == before
