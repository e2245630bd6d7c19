from pathlib import Path

import pytest

from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set


@pytest.fixture(scope="package")
def published_set(processes_folder: Path) -> ProcessSet:
    """The processes as they are published."""
    return read_process_set(read_folder(processes_folder))
