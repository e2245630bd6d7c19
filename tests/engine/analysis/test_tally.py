from engine.analysis.tally import Course


def test_a_course_is_named_by_its_version_its_drawing_and_its_steps() -> None:
    one = Course("v", "p", ("a", "b"))
    others = [Course("w", "p", ("a", "b")), Course("v", "q", ("a", "b")), Course("v", "p", ("b",))]

    assert one.key == Course("v", "p", ("a", "b")).key
    assert len({one.key, *(each.key for each in others)}) == 4
