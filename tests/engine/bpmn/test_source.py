import pytest

from engine.bpmn.source import MAX_BYTES, read_xml
from engine.errors import ModelError

GOOD = b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'


def test_a_bpmn_file_is_read() -> None:
    assert read_xml("p.bpmn", GOOD).tag.endswith("definitions")


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (b"", "inte giltig XML"),
        (b"<definitions", "inte giltig XML"),
        (b"not xml at all", "inte giltig XML"),
        (b"\xff\xfe\x00", "inte giltig XML"),
        (b"<definitions/>", "inte ett BPMN 2.0-diagram"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "inte ett BPMN 2.0-diagram"),
        (GOOD + b" " * MAX_BYTES, "större än 5 MB"),
        (b'<!DOCTYPE r SYSTEM "http://example.org/r.dtd">' + GOOD, "dokumenttyp"),
        (b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + GOOD, "dokumenttyp"),
        (b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r>&b;</r>', "dokumenttyp"),
        ('<?xml version="1.0" encoding="UTF-16"?>\n<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'
         .encode("utf-16"), "dokumenttyp"),
    ],
)  # fmt: skip
def test_broken_huge_and_hostile_files_are_refused(xml: bytes, said: str) -> None:
    with pytest.raises(ModelError) as caught:
        read_xml("p.bpmn", xml)

    (finding,) = caught.value.findings
    assert said in finding.message
    assert (finding.file, finding.rule) == ("p.bpmn", "xml")
