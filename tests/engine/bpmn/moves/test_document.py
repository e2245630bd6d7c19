from engine.bpmn.moves.document import Document
from tests.engine.bpmn.moves.small import Pair, forked, line


def test_what_is_read_is_written_as_it_was() -> None:
    state = Pair(forked("a", "b"), line("a")).at("a").state
    again = Document.read(state).write()

    assert Document.read(again).write() == again
    assert len(Document.read(again).marks) == len(Document.read(state).marks) == 1


def test_what_a_dropped_token_has_called_is_dropped_with_it() -> None:
    document = Document.read(Pair(line("a"), line("a")).at().state)
    node = next(each for each in document.parts[0].root.walk() if each.name == "a")
    document.parts[0].root.children = []

    assert document.called_by(node) is None
    assert "a#1" not in document.write()
    document.drop_orphans()
    assert len(document.parts) == 1
